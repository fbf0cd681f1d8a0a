/// <reference types="node" />
import { describe, expect, test } from 'vitest'
import { key, language, reference, text, webAddress } from './key.ts'
import { calendarDay, instant, partialDate } from './partial-date.ts'

const accepts = (schema: { safeParse: (s: string) => { success: boolean } }, s: string) =>
  schema.safeParse(s).success

describe('keys and references', () => {
  test.each(['kazakhstan', 'a', 'round-1', '2013', 'x'.repeat(80)])('%s is a key', (s) => {
    expect(accepts(key, s)).toBe(true)
  })
  test.each(['', 'Round', 'round_1', '-a', 'a-', 'a--b', 'é', 'a b', 'a\n', '../a', 'x'.repeat(81)])(
    '%j is not a key',
    (s) => {
      expect(accepts(key, s)).toBe(false)
    },
  )
  test('a reference is as cited in print', () => {
    expect(accepts(reference, 'KZ-2013-04')).toBe(true)
    for (const s of ['kz-2013-04', 'KZ_2013', 'KZ-', '-KZ', '', 'X'.repeat(41)])
      expect(accepts(reference, s)).toBe(false)
  })
})

describe('text for people', () => {
  const note = text(20)
  test.each(['Жаңаөзен', 'two\nlines', 'a\ttab', '👩‍👩‍👧'])('%j is text', (s) => {
    expect(accepts(note, s)).toBe(true)
  })
  test.each(['', ' \n ', 'a\u0000b', 'a\u001bb', 'a\u007fb', '\ud800', 'x'.repeat(21)])('%j is not', (s) => {
    expect(accepts(note, s)).toBe(false)
  })
})

describe('addresses', () => {
  test.each(['https://example.org', 'http://example.org/a?b=c#d', 'HTTPS://EXAMPLE.ORG/'])(
    '%s is a link',
    (s) => {
      expect(accepts(webAddress, s)).toBe(true)
    },
  )
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//example.org',
    'https://',
    'https://a b',
    'https://example.org/"onclick',
    'https://example.org/<b>',
    '\nhttps://example.org',
    ' https://example.org',
    `https://example.org/${'x'.repeat(2000)}`,
  ])('%j can never become a link', (s) => {
    expect(accepts(webAddress, s)).toBe(false)
  })
})

test('languages are codes', () => {
  for (const s of ['en', 'kk', 'und', 'ru-RU', 'zh-Hant']) expect(accepts(language, s)).toBe(true)
  for (const s of ['', 'english', 'EN', 'en-', 'e']) expect(accepts(language, s)).toBe(false)
})

test('no expression takes more than linear time on text made to make it go back', () => {
  const traps = [
    [key, `${'a-'.repeat(50_000)}!`],
    [reference, `${'A-'.repeat(50_000)}!`],
    [language, `en${'-aaaaaaaa'.repeat(50_000)}!`],
    [webAddress, `https://${'a'.repeat(400_000)} `],
    [partialDate, `${'2'.repeat(400_000)}`],
    [calendarDay, `2013-11-${'2'.repeat(400_000)}`],
    [instant, `2013-11-27T09:00:00.${'0'.repeat(400_000)}`],
    [text(10), `${'\n'.repeat(400_000)}\u0000`],
  ] as const
  for (const [schema, trap] of traps) {
    const start = process.threadCpuUsage()
    expect(accepts(schema, trap)).toBe(false)
    // Quadratic on this length takes minutes; the bound only has to be far from both. Counted is the time of the
    // processor and not of the clock, so that what runs beside this test does not matter.
    expect(process.threadCpuUsage(start).user / 1000).toBeLessThan(2000)
  }
})
