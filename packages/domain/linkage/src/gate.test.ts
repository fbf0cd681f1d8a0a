import { type Level, levels } from '@waymark/assessment/level'
import type { Standing } from '@waymark/assessment/standing'
import { addMonths, lastDay } from '@waymark/kernel/partial-date'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateGate, type GateInput, getGateDay } from './gate.ts'

const known = (level: Level, contrary = false): Standing => ({ kind: 'known', level, contrary })
const stale: Standing = { kind: 'unknown', reason: 'stale' }
const notApplicable: Standing = { kind: 'outside', state: 'not-applicable' }

const gate = (over: Partial<GateInput> = {}): GateInput => ({
  role: 'required',
  required: 'some',
  waived: false,
  occurred: null,
  standingAt: () => known('some'),
  ...over,
})
const stateOf = (over: Partial<GateInput>, asOf = '2013-11-27') => evaluateGate(gate(over), asOf).state

/** One standing up to a day, another after it. */
const turning = (before: Standing, until: string, after: Standing) => (day: string) =>
  day <= until ? before : after

describe('before the milestone has occurred', () => {
  test('at or above the required level is met, below it unmet', () => {
    expect(levels.map((level) => stateOf({ standingAt: () => known(level) }))).toEqual([
      'unmet',
      'unmet',
      'met',
      'met',
      'met',
    ])
  })

  test('contrary is never met, whatever level stands beside it', () => {
    expect(stateOf({ standingAt: () => known('full', true) })).toBe('unmet')
    expect(stateOf({ required: 'none', standingAt: () => known('none', true) })).toBe('unmet')
    expect(stateOf({ required: 'none', standingAt: () => known('none') })).toBe('met')
  })

  test('without a level to rely on it is unknown', () => {
    for (const reason of ['not-assessed', 'no-information', 'stale'] as const) {
      expect(stateOf({ standingAt: () => ({ kind: 'unknown', reason }) })).toBe('unknown')
    }
  })

  test('a waiver, or an ask outside the counts, waives it', () => {
    expect(stateOf({ waived: true, standingAt: () => known('none') })).toBe('waived')
    expect(stateOf({ waived: true, standingAt: () => stale })).toBe('waived')
    expect(stateOf({ standingAt: () => notApplicable })).toBe('waived')
  })

  test('a link that names no level is unknown: nothing says what would meet it', () => {
    expect(stateOf({ role: 'expected', required: null, standingAt: () => known('full') })).toBe('unknown')
    expect(stateOf({ role: 'context', required: null, standingAt: () => notApplicable })).toBe('waived')
  })

  test('it is looked at on the day asked about, and nothing has happened since', () => {
    expect(evaluateGate(gate({ occurred: '2015-12-21' }), '2013-11-27')).toEqual({
      role: 'required',
      state: 'met',
      since: null,
      at: '2013-11-27',
      passed: false,
    })
  })
})

describe('a milestone passes on the last day that its date allows', () => {
  test('and not before', () => {
    expect(evaluateGate(gate({ occurred: '2015-01' }), '2015-01-30')).toMatchObject({
      passed: false,
      at: '2015-01-30',
    })
    expect(evaluateGate(gate({ occurred: '2015-01' }), '2015-01-31')).toMatchObject({
      passed: true,
      at: '2015-01-31',
    })
    expect(getGateDay('2015', '2020-06-01')).toBe('2015-12-31')
    expect(getGateDay('2015', '2015-06-01')).toBe('2015-06-01')
    expect(getGateDay(null, '2015-06-01')).toBe('2015-06-01')
  })
})

describe('once the milestone has occurred', () => {
  const occurred = '2015-12-21'
  const after = '2018-01-01'
  const passage = (before: Standing, now: Standing, over: Partial<GateInput> = {}) => {
    const { state, since } = evaluateGate(
      gate({ occurred, standingAt: turning(before, occurred, now), ...over }),
      after,
    )
    return [state, since]
  }

  test('the state is frozen by its date, and what happened since is told apart', () => {
    expect(passage(known('none'), known('full'))).toEqual(['passed-while-unmet', 'improved'])
    expect(passage(known('some'), known('limited'))).toEqual(['met-at-passage', 'worsened'])
    expect(passage(known('some'), known('some'))).toEqual(['met-at-passage', 'unchanged'])
  })

  test('contrary ranks below none in what happened since', () => {
    expect(passage(known('none'), known('some', true))).toEqual(['passed-while-unmet', 'worsened'])
    expect(passage(known('some', true), known('none'))).toEqual(['passed-while-unmet', 'improved'])
    expect(passage(known('full', true), known('none', true))).toEqual(['passed-while-unmet', 'unchanged'])
  })

  test('a level known only later does not mend a passage while unknown', () => {
    expect(passage(stale, known('full'))).toEqual(['passed-while-unknown', null])
  })

  test('a level that has grown stale since cannot be compared', () => {
    expect(passage(known('none'), stale)).toEqual(['passed-while-unmet', null])
    expect(passage(known('none'), notApplicable)).toEqual(['passed-while-unmet', null])
  })

  test('a waived gate stays waived', () => {
    expect(passage(known('none'), known('full'), { waived: true })).toEqual(['waived', 'improved'])
    expect(passage(notApplicable, known('full'))).toEqual(['waived', null])
  })

  test('a link that names no level passed while unknown', () => {
    expect(passage(known('full'), known('full'), { required: null, role: 'expected' })).toEqual([
      'passed-while-unknown',
      'unchanged',
    ])
  })
})

describe('for every course of events', () => {
  const standing = fc.oneof(
    fc.record({
      kind: fc.constant('known' as const),
      level: fc.constantFrom(...levels),
      contrary: fc.boolean(),
    }),
    fc.constant(stale),
    fc.constant(notApplicable),
  )
  const occurred = fc.constantFrom('2013', '2013-06', '2014-02-28', '2015-12-21')
  const asOf = fc.integer({ min: 0, max: 60 }).map((months) => addMonths('2012-01-31', months))
  const turns = fc.array(fc.tuple(asOf, standing), { maxLength: 6 })
  const history = turns.map((all) => (day: string) => all.findLast(([from]) => from <= day)?.[1] ?? stale)
  const input = fc.record({
    role: fc.constant('required' as const),
    required: fc.constantFrom(...levels),
    waived: fc.boolean(),
    occurred,
    standingAt: history,
  })

  test('nothing that happens after the passage changes the state', () => {
    fc.assert(
      fc.property(input, standing, asOf, asOf, (given, now, a, b) => {
        const passage = lastDay(given.occurred)
        fc.pre(a >= passage && b >= passage)
        const first = evaluateGate(given, a)
        const changed = {
          ...given,
          standingAt: (day: string) => (day > passage ? now : given.standingAt(day)),
        }
        expect(evaluateGate(changed, b).state).toBe(first.state)
        expect(first.at).toBe(passage)
      }),
    )
  })

  test('at the passage the state says the same as just before it would with that standing, and since says unchanged or nothing', () => {
    fc.assert(
      fc.property(input, (given) => {
        const day = lastDay(given.occurred)
        const open = evaluateGate({ ...given, occurred: null }, day)
        const passed = evaluateGate(given, day)
        const frozen = {
          met: 'met-at-passage',
          unmet: 'passed-while-unmet',
          unknown: 'passed-while-unknown',
          waived: 'waived',
        }
        expect(passed.state).toBe(frozen[open.state as keyof typeof frozen])
        expect([null, 'unchanged']).toContain(passed.since)
      }),
    )
  })

  test('a higher requirement never opens a gate that a lower one keeps closed', () => {
    fc.assert(
      fc.property(standing, fc.constantFrom(...levels), (at, required) => {
        const lower = levels
          .slice(0, levels.indexOf(required))
          .map((level) => stateOf({ required: level, standingAt: () => at }))
        if (stateOf({ required, standingAt: () => at }) === 'met')
          expect(new Set(lower).size <= 1 && lower.every((s) => s === 'met')).toBe(true)
      }),
    )
  })
})
