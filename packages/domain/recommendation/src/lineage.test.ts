import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildLines, getLine, getRoundsAsked } from './lineage.ts'

const one = (ref: string, issued: string, ...earlier: string[]) => ({
  ref,
  issued,
  lineage: earlier.map((to) => ({ kind: 'continues' as const, ref: to })),
})
const refs = (line: readonly { ref: string }[]) => line.map((at) => at.ref)

describe('the line of a recommendation', () => {
  const all = [
    one('D', '2016', 'C'),
    one('A', '2011'),
    one('C', '2014', 'A', 'B'),
    one('B', '2012'),
    one('E', '2013'),
  ]

  test('holds every earlier and every later one, across any number of links, in order of issue', () => {
    expect(refs(getLine('C', all))).toEqual(['A', 'B', 'C', 'D'])
    expect(refs(getLine('D', all))).toEqual(['A', 'B', 'C', 'D'])
  })

  test('does not hold another ask that was merged into the same successor', () => {
    expect(refs(getLine('A', all))).toEqual(['A', 'C', 'D'])
  })

  test('is the recommendation alone where nothing is linked, and nothing where it does not exist', () => {
    expect(refs(getLine('E', all))).toEqual(['E'])
    expect(getLine('Z', all)).toEqual([])
  })

  test('ends at a reference that leads nowhere', () => {
    expect(refs(getLine('A', [one('A', '2011', 'Z')]))).toEqual(['A'])
  })

  test('ends at a circle, and holds each once, for any links', () => {
    const ref = fc.constantFrom('A', 'B', 'C', 'D', 'E')
    const any = fc.uniqueArray(fc.tuple(ref, fc.array(ref)), { selector: ([key]) => key, minLength: 1 })
    fc.assert(
      fc.property(any, (links) => {
        const all = links.map(([key, earlier]) => one(key, '2013', ...earlier))
        for (const { ref } of all) {
          const line = refs(getLine(ref, all))
          expect(line).toContain(ref)
          expect(new Set(line).size).toBe(line.length)
          for (const other of line) expect(refs(getLine(other, all))).toContain(ref)
        }
      }),
    )
  })
})

describe('lines for counting', () => {
  const link = (later: string, earlier: string) => ({ later, earlier })
  const links = fc.array(fc.record({ later: fc.nat({ max: 12 }), earlier: fc.nat({ max: 12 }) }), {
    maxLength: 14,
  })

  test('join everything that is connected, also two that were merged into one', () => {
    const lines = buildLines([link('C', 'A'), link('C', 'B'), link('D', 'C'), link('Y', 'X')])
    expect([...(lines.get('A') ?? [])].sort()).toEqual(['A', 'B', 'C', 'D'])
    expect([...(lines.get('X') ?? [])].sort()).toEqual(['X', 'Y'])
    expect(lines.get('Z')).toBeUndefined()
  })

  test('put each name into one line, in which all of its links end, and split where no link holds it together', () => {
    fc.assert(
      fc.property(links, (some) => {
        const lines = buildLines(some)
        for (const { later, earlier } of some) expect(lines.get(later)).toBe(lines.get(earlier))
        for (const [name, line] of lines) {
          expect(line.has(name)).toBe(true)
          // Walking from the name across links reaches the whole line and nothing else.
          const reached = new Set([name])
          for (const from of reached)
            for (const { later, earlier } of some) {
              if (later === from) reached.add(earlier)
              if (earlier === from) reached.add(later)
            }
          expect([...line].sort()).toEqual([...reached].sort())
        }
      }),
    )
  })

  test('hold a chain of a hundred thousand links without delay', () => {
    const chain = Array.from({ length: 100_000 }, (_, n) => ({ later: n + 1, earlier: n }))
    expect(buildLines(chain).get(7)?.size).toBe(100_001)
  })
})

describe('asked in N rounds', () => {
  const line = [one('A', '2011'), one('C', '2014', 'A')]
  const events = [
    { recommendation: 'C', round: 'round-7', date: '2015' },
    { recommendation: 'A', round: 'round-5', date: '2013-11-27' },
    { recommendation: 'A', round: 'round-5', date: '2013-12' },
    { recommendation: 'B', round: 'round-4', date: '2012' },
    { recommendation: 'A', date: '2012-04' },
  ]

  test('counts a round once, along the whole line, whatever else was done outside rounds', () => {
    expect(getRoundsAsked(line, events, '2016-01-01')).toEqual(['round-5', 'round-7'])
  })

  test('counts a round only once its last day has come', () => {
    expect(getRoundsAsked(line, events, '2015-12-30')).toEqual(['round-5'])
    expect(getRoundsAsked(line, events, '2013-11-26')).toEqual([])
  })
})
