import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { dossierFiles } from '@waymark/kit/dossier-arbitrary'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFullFile } from '../src/full-record.ts'
import { openTestRecord } from '../src/open-test-record.ts'

const zones = ['UTC', 'Asia/Almaty', 'America/Los_Angeles', 'Pacific/Kiritimati']
const script = fileURLToPath(new URL('../src/print-answers.ts', import.meta.url))

/** Days at which an hour too many or too few would be seen: ends of months and years, changes of the clock, leap days. */
const days = ['2011-12-31', '2012-02-29', '2012-03-01', '2013-10-27', '2013-12-31', '2016-02-29']

test('from the file to the figures no day shifts, whatever the time zone of the server process', async () => {
  const random = fc
    .sample(dossierFiles({ recorded: true }), 1)
    .map((file, i) => ({ ...file, dossier: { ...file.dossier, key: `random-${i}` } }))
  const files = [aFullFile(), ...random]
  const answers: string[] = []
  for (const zone of zones) {
    const record = await openTestRecord()
    try {
      const printed = JSON.parse(await run(zone, JSON.stringify({ urls: record.urls, files, days })))
      expect(printed.timeZone).toBe(zone)
      answers.push(JSON.stringify(printed.answers))
    } finally {
      await record.close()
    }
  }
  expect(answers[0]?.length).toBeGreaterThan(5000)
  for (const [i, answer] of answers.entries()) expect([zones[i], answer]).toEqual([zones[i], answers[0]])
}, 300_000)

function run(zone: string, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, TZ: zone },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.on('data', (chunk) => (err += chunk))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(err))))
    child.stdin.end(input)
  })
}
