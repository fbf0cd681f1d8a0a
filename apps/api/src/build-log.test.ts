import { expect, test } from 'vitest'
import { buildLog } from './build-log.ts'

const open = (messages = false) => {
  const lines: string[] = []
  return { lines, log: buildLog((line) => lines.push(line), { now: () => 7, messages }) }
}

const injections = [
  ...['\n', '\r\n', '\r', '\u0085', '\u2028', '\u2029', '\v', '\f', '\0', '\b', '\u001b[2J', '\u009b2J'],
  ...['\u001b]0;title\u0007', '\u007f', '\u202e', '\u2066', '\u200f', '\u061c', '\ufeff', '\u200b', '\u00ad'],
  ...['"}\n{"level":30,"msg":"forged"}', '\\n', '\\u000a', '%0a', '</script>', '$(id)'],
  ...['\ud800', '{"msg":1}', "'; --", '\n    at forged (file:///forged.ts:1:1)', 'ⓛ\u2060'],
]

test('no text of any field ends a line, moves a terminal or becomes a field of its own', () => {
  expect(injections.length).toBeGreaterThanOrEqual(30)
  for (const text of injections) {
    const { lines, log } = open()
    log.error({ err: new Error(text), page: `a${text}b`, code: text }, 'it failed')
    log.info({ note: { deep: [text] } }, `it ${text} went on`)
    for (const line of lines) {
      expect(line).toMatch(/^\{"level":(30|50),"time":7,.*\}\n$/)
      expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    }
    expect(lines).toHaveLength(2)
    const told = JSON.parse(lines[0] ?? '')
    expect(told).toMatchObject({ msg: 'it failed', page: `a${text}b` })
    expect(told.err.at.join(' ')).not.toContain('forged.ts')
  }
})

test('of an error its kind, code and place are told, of its causes too, and never what it says', () => {
  const { lines, log } = open()
  const database = Object.assign(new Error('Key (email)=(qanarix@example.org) already exists.'), {
    code: '23505',
    detail: 'Failing row contains (Қанәрұйкө).',
    where: 'qanarix',
    table: 'comment',
    constraint: 'qanarix is no name',
  })
  log.error(
    { err: new TypeError('qanarix\n    at qanarix (file:///x.ts:1:1)', { cause: database }) },
    'failed',
  )
  log.error({ err: new AggregateError([database], 'qanarix') }, 'failed')
  log.error(
    { err: { message: 'qanarix', stack: 'qanarix\n at qanarix:1:1', name: 'qanarix name' } },
    'failed',
  )
  log.error({ err: 'qanarix' }, 'failed')
  expect(lines.join('')).not.toMatch(/qanarix|Қанәр/i)
  const { err } = JSON.parse(lines[0] ?? '')
  expect(err).toMatchObject({ type: 'TypeError', cause: { code: '23505', database: { table: 'comment' } } })
  expect(err.at[0]).toMatch(/build-log\.test\.ts:\d+:\d+/)
})

test('in development the log says what an error says', () => {
  const { lines, log } = open(true)
  log.error({ err: new Error('the reason') }, 'failed')
  expect(lines[0]).toContain('the reason')
})
