import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildLabelLanes, buildLines, getTextWidth, type LabelRequest } from './labels.ts'

const requests = fc.uniqueArray(
  fc.record({
    key: fc.uuid(),
    x: fc.double({ min: 0, max: 1000, noNaN: true }),
    width: fc.integer({ min: 10, max: 260 }),
    priority: fc.integer({ min: 0, max: 2 }),
    lanes: fc.constantFrom([0], [0, 1], [0, 1, 2]),
  }),
  { selector: ({ key }) => key, maxLength: 25 },
)
const room = { left: 0, right: 1000, gap: 8 }

describe('the rule for labels', () => {
  it('no two labels of a lane overlap, and each keeps its gap', () => {
    fc.assert(
      fc.property(requests, fc.boolean(), (labels, leaders) => {
        const placed = [...buildLabelLanes(labels, { ...room, leaders }).values()]
        for (const [i, a] of placed.entries()) {
          for (const b of placed.slice(i + 1)) {
            if (a.lane === b.lane)
              expect(a.left + a.width + 8 <= b.left || b.left + b.width + 8 <= a.left).toBe(true)
          }
        }
      }),
    )
  })
  it('no label leaves the room, and each stays at its mark', () => {
    fc.assert(
      fc.property(requests, (labels) => {
        for (const label of buildLabelLanes(labels, room).values()) {
          const x = labels.find(({ key }) => key === label.key)?.x ?? Number.NaN
          expect(label.left).toBeGreaterThanOrEqual(0)
          expect(label.left + label.width).toBeLessThanOrEqual(1000)
          expect(label.left <= x && x <= label.left + label.width).toBe(true)
        }
      }),
    )
  })
  it('the line down to a label in a lower lane crosses no label above it', () => {
    fc.assert(
      fc.property(requests, (labels) => {
        const placed = buildLabelLanes(labels, { ...room, leaders: true })
        for (const low of placed.values()) {
          const x = labels.find(({ key }) => key === low.key)?.x ?? Number.NaN
          for (const high of placed.values()) {
            if (high.lane < low.lane) expect(x <= high.left || x >= high.left + high.width).toBe(true)
          }
        }
      }),
    )
  })
  it('the graver label is kept when there is room for one only', () => {
    const at = (key: string, priority: number): LabelRequest => ({
      key,
      x: 50,
      width: 80,
      lanes: [0],
      priority,
    })
    expect([...buildLabelLanes([at('plain', 0), at('grave', 2)], { left: 0, right: 100 }).keys()]).toEqual([
      'grave',
    ])
  })
  it('a label keeps clear of vertical lines where it can', () => {
    const [label] = [
      ...buildLabelLanes([{ key: 'a', x: 500, width: 100, lanes: [0] }], { ...room, avoid: [470] }).values(),
    ]
    expect(label?.left).toBeGreaterThan(470)
  })
})

describe('widths', () => {
  it('wide letters count more than narrow ones, and bold more than plain', () => {
    expect(getTextWidth('mmm')).toBeGreaterThan(getTextWidth('iii'))
    expect(getTextWidth('concluded', 13, true)).toBeGreaterThan(getTextWidth('concluded'))
  })
  it('a line is cut at words and loses none', () => {
    const text = 'Provisional application of the agreement starts'
    const lines = buildLines(text, 170, 2)
    expect(lines).toHaveLength(2)
    expect(lines.join(' ')).toBe(text)
  })
})
