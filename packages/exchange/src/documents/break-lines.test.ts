import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakLines, type Line } from './break-lines.ts'
import type { Text } from './document.ts'

const measure = (text: string) => text.length
const count = () => {
  let n = 0
  return () => {
    n += 1
    return n
  }
}
const read = (lines: readonly Line[]) => lines.map(({ pieces }) => pieces.map(({ text }) => text).join('|'))

test('words stay whole and go to the next line together with the number of their footnote', () => {
  const text: Text = [
    { text: 'one two' },
    { text: ' three', strong: true, note: [{ text: 'a source' }] },
    { text: ', four' },
  ]
  expect(read(breakLines(text, 8, measure, count()))).toEqual(['one two ', 'three|1|, ', 'four'])
  expect(breakLines(text, 8, measure, count()).map(({ notes }) => notes)).toEqual([[], [1], []])
})

test('a word wider than a line is parted, and nothing of it is lost', () => {
  expect(read(breakLines([{ text: 'a https://example.org/b' }], 8, measure, count()))).toEqual([
    'a ',
    'https://',
    'example.',
    'org/b',
  ])
})

test('every letter is set once, in order, and no line is wider than it may be', () => {
  const run = fc.record({ text: fc.stringMatching(/^[ a-zқү]{0,40}$/) })
  fc.assert(
    fc.property(fc.array(run, { maxLength: 6 }), fc.integer({ min: 1, max: 30 }), (text, width) => {
      const lines = breakLines(text, width, measure, count())
      const letters = (s: string) => s.replaceAll(' ', '')
      expect(letters(read(lines).join('').replaceAll('|', ''))).toBe(
        letters(text.map((r) => r.text).join('')),
      )
      for (const { pieces } of lines) {
        const last = pieces.at(-1)
        expect((last?.x ?? 0) + (last?.text.trimEnd().length ?? 0)).toBeLessThanOrEqual(width)
      }
    }),
  )
})
