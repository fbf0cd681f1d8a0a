import type { Log } from './api-application.ts'
import { describeError } from './describe-error.ts'

/** What no line of a log may hold as it is: terminals obey some of it, and programs that read lines end one at others. */
const active = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

const escapeActive = (line: string): string =>
  line.replace(active, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

const [info, error] = [30, 50]

/**
 * A log of one JSON object a line: level (30 or 50), time in ms, the fields, and `msg`. Errors (`err`) are described without their
 * messages; texts cannot end a line or move a terminal.
 */
export function buildLog(
  write: (line: string) => void,
  { now, messages }: { readonly now: () => number; readonly messages: boolean },
): Log {
  const writeLine = (level: number, fields: object, msg: string) => {
    const told = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        name === 'err' || value instanceof Error ? describeError(value, { messages }) : value,
      ]),
    )
    write(`${escapeActive(JSON.stringify({ level, time: now(), ...told, msg }))}\n`)
  }
  return {
    info: (fields, message) => writeLine(info, fields, message),
    error: (fields, message) => writeLine(error, fields, message),
  }
}

/** The log of a server: on standard error, for standard output is for people. */
export const buildServerLog = ({ isDev }: { readonly isDev: boolean }): Log =>
  buildLog((line) => process.stderr.write(line), { now: Date.now, messages: isDev })

/** Ends the process for an error that nobody caught, as Node does, but tells of it in the log's way. */
export function endOnUncaught(log: Log): void {
  process.on('uncaughtException', (err) => {
    log.error({ err }, 'an error was not caught; the server ends')
    process.exit(1)
  })
}
