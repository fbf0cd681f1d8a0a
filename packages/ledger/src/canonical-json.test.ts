import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCanonicalJson } from './canonical-json.ts'

test('keys stand in the order of their UTF-16 code units, without white space (example of RFC 8785)', () => {
  const value = {
    '€': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '😀': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    ö: 'Latin Small Letter O With Diaeresis',
  }
  expect(formatCanonicalJson(value)).toBe(
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
      '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  )
})

test('numbers are written as ECMAScript writes them', () => {
  const numbers = JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, -0]')
  expect(formatCanonicalJson(numbers)).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,0]')
})

test('the text reads back as the value, whatever the order in which it was built', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' }), (value) => {
      const text = formatCanonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(formatCanonicalJson(buildReversed(value))).toBe(text)
    }),
    { numRuns: 500 },
  )
})

function buildReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(buildReversed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([k, v]) => [k, buildReversed(v)]),
  )
}

test.each([
  ['undefined', undefined],
  ['a property that is undefined', { a: undefined }],
  ['a hole in a list', new Array(2)],
  ['NaN', [Number.NaN]],
  ['infinity', { a: Number.POSITIVE_INFINITY }],
  ['a lone surrogate', 'a\ud800'],
  ['a lone surrogate in a key', { '\udc00': 1 }],
  ['a Date', { at: new Date(0) }],
  ['a Map', new Map()],
  ['a bigint', 1n],
  ['a function', () => 1],
])('refuses %s', (_, value) => {
  expect(() => formatCanonicalJson(value)).toThrow(TypeError)
})

test('a value nested without end is refused, not overflowed', () => {
  const loop: unknown[] = []
  loop.push(loop)
  expect(() => formatCanonicalJson(loop)).toThrow('nested deeper than 200')
})
