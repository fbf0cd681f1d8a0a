import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { measureThread } from '@waymark/vitest/measure-thread'
import { inspectFile } from '../../src/inspect-file.ts'

/** A server in small: has every file of a folder looked at, one after another, and says what came of each and what it cost itself. */
const folder = process.argv[2] ?? ''
const names = (await readdir(folder)).sort()
// What is loaded once, by the first file, is not what a file costs.
await inspectFile(new TextEncoder().encode('<!doctype html><title>Invented</title>'))

const measured = measureThread()
const answers: { name: string; code: string | null; milliseconds: number }[] = []
for (const name of names) {
  const bytes = await readFile(join(folder, name))
  const started = performance.now()
  const result = await inspectFile(bytes)
  const milliseconds = performance.now() - started
  answers.push({ name, code: result.ok ? null : result.error.code, milliseconds })
}
process.stdout.write(JSON.stringify({ answers, cost: measured() }))
