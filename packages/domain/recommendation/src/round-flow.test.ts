import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partialDates } from '../test/dates.ts'
import { type FlowEvent, listRoundFlows } from './round-flow.ts'
import { uptakeKinds } from './uptake.ts'

const rounds = [
  { key: 'second', date: '2014-11-12' },
  { key: 'first', date: '2013-11-27' },
]
const ask = (ref: string, issued: string, replaces?: string) => ({
  ref,
  issued,
  ...(replaces === undefined ? {} : { lineage: [{ kind: 'replaces' as const, ref: replaces }] }),
})
const event = (recommendation: string, kind: FlowEvent['kind'], date: string, round?: string) => ({
  recommendation,
  kind,
  date,
  ...(round === undefined ? {} : { round }),
})

describe('what became of the proposals at a round', () => {
  const asks = [ask('A', '2013-01-01'), ask('B', '2013-01-01'), ask('C', '2014-06-01', 'B')]
  const proposed = ['A', 'B', 'C'].map((ref) =>
    event(ref, 'proposed', ref === 'C' ? '2014-06-01' : '2013-11-27'),
  )

  test('counts proposals made by its day and in force on it', () => {
    const flows = listRoundFlows(asks, rounds, proposed, '2015-01-01')
    // At the second round C stands in B's place.
    expect(flows.map(({ round, proposals }) => [round, proposals])).toEqual([
      ['first', 2],
      ['second', 2],
    ])
  })

  test('counts what happened from its day up to the day before the next, and what names it, whenever that was', () => {
    const events = [
      ...proposed,
      event('A', 'raised', '2013-11-27'),
      event('B', 'stated', '2014-11-11'),
      event('A', 'adopted', '2014-11-12'),
      event('C', 'raised', '2016-01-01', 'second'),
    ]
    expect(listRoundFlows(asks, rounds, events, '2016-01-01')).toEqual([
      { round: 'first', proposals: 2, raised: 2, texts: 1, commitments: 0 },
      { round: 'second', proposals: 2, raised: 2, texts: 1, commitments: 0 },
    ])
  })

  test('gives an event to the round that it names and to no other', () => {
    const events = [...proposed, event('A', 'raised', '2014-12-01', 'first')]
    expect(listRoundFlows(asks, rounds, events, '2015-01-01').map(({ raised }) => raised)).toEqual([1, 0])
  })

  test('counts one that was committed to as raised and as a text, also where nothing tells of that', () => {
    const events = [...proposed, event('A', 'committed', '2014-01-01')]
    expect(listRoundFlows(asks, rounds, events, '2014-01-01')).toEqual([
      { round: 'first', proposals: 2, raised: 1, texts: 1, commitments: 1 },
    ])
  })

  test('leaves out what was never proposed, and what comes after the day shown', () => {
    const events = [event('A', 'raised', '2013-11-28'), ...proposed.slice(1)]
    expect(listRoundFlows(asks, rounds, events, '2014-01-01')).toEqual([
      { round: 'first', proposals: 1, raised: 0, texts: 0, commitments: 0 },
    ])
    expect(listRoundFlows(asks, rounds, events, '2013-11-26')).toEqual([])
  })
})

test('a flow never grows, whatever was recorded', () => {
  const ref = fc.constantFrom('A', 'B', 'C')
  const asks = fc.uniqueArray(fc.record({ ref, issued: partialDates() }), { selector: (one) => one.ref })
  const some = fc.uniqueArray(fc.record({ key: fc.constantFrom('x', 'y', 'z'), date: partialDates() }), {
    selector: (one) => one.key,
  })
  const events = fc.array(
    fc.record({
      recommendation: ref,
      kind: fc.constantFrom(...uptakeKinds),
      date: partialDates(),
      round: fc.option(fc.constantFrom('x', 'y', 'z')),
    }),
  )
  fc.assert(
    fc.property(asks, some, events, (recommendations, held, known) => {
      for (const flow of listRoundFlows(recommendations, held, known, '2030-01-01')) {
        const counts = [flow.proposals, flow.raised, flow.texts, flow.commitments]
        expect(counts).toEqual(counts.toSorted((a, b) => b - a))
        expect(flow.proposals).toBeLessThanOrEqual(recommendations.length)
      }
    }),
  )
})
