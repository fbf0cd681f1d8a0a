/// <reference types="node" />
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const module = (name: string) => JSON.stringify(new URL(`../src/${name}.ts`, import.meta.url).href)

/** Every rule of time on a leap day, the turn of a year and a day on which clocks change, as one line of JSON. */
const program = `
  const { addMonths, firstDay, lastDay, nextDay, previousDay } = await import(${module('partial-date')})
  const { formatInstant } = await import(${module('instant')})
  const days = ['2012-02-29', '2013-11-27', '2013-12-31', '2014-01-01', '2013-03-10', '1995-01-01', '2011-12-30']
  console.log(JSON.stringify({
    offset: new Date(2013, 10, 27).getTimezoneOffset(),
    rules: days.map((day) => [
      lastDay(day), lastDay(day.slice(0, 7)), lastDay(day.slice(0, 4)), firstDay(day.slice(0, 7)), nextDay(day), previousDay(day),
      addMonths(day, 6), addMonths(day, 12), formatInstant(day + 'T23:30:00-11:00'), formatInstant(day + 'T00:30:00+14:00'),
    ]),
  }))`

function runUnder(zone: string): { offset: number; rules: string[][] } {
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, TZ: zone },
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return JSON.parse(out)
}

test('no time zone shifts a day', () => {
  const zones = ['UTC', 'Asia/Almaty', 'America/Los_Angeles', 'Pacific/Kiritimati']
  const runs = zones.map(runUnder)
  // The zones must really have been in effect, or the comparison would prove nothing.
  expect(new Set(runs.map((run) => run.offset)).size).toBe(zones.length)
  for (const run of runs) expect(run.rules).toEqual(runs[0]?.rules)
  expect(runs[0]?.rules[0]).toEqual([
    '2012-02-29',
    '2012-02-29',
    '2012-12-31',
    '2012-02-01',
    '2012-03-01',
    '2012-02-28',
    '2012-08-29',
    '2013-02-28',
    '2012-03-01T10:30:00.000Z',
    '2012-02-28T10:30:00.000Z',
  ])
})
