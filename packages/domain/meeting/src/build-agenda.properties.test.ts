import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getRank } from './agenda-order.ts'
import { buildAgenda } from './build-agenda.ts'
import { candidate } from './reason.ts'
import { history } from './testing/agenda-history.ts'
import { formatReason, listExpected } from './testing/agenda-model.ts'
import { readHistory } from './testing/read-history.ts'

test('1,000 random histories: the agenda is exactly what changed between two cuts and what is open at the later one', () => {
  let reasons = 0
  const kinds = new Set<string>()
  fc.assert(
    fc.property(history, (one) => {
      const agenda = buildAgenda(readHistory(one))
      const said = agenda
        .flatMap(({ item, reasons: all }) => all.map((r) => `${item} ${formatReason(r)}`))
        .sort()
      const expected = listExpected(one)
      expect(said).toEqual(expected)
      for (const { reasons: all } of agenda)
        for (const r of all) kinds.add(r.kind === 'level-change' ? `${r.kind} ${r.change}` : r.kind)
      reasons += said.length
    }),
    { numRuns: 1000 },
  )
  // A test of empty agendas would prove nothing.
  expect(reasons).toBeGreaterThan(2500)
  expect([...kinds].sort()).toEqual(
    [
      ...[
        'added',
        'withdrawn',
        'moved',
        'newly-assessed',
        'refreshed',
        'gone-stale',
        'no-longer-assessed',
        'contrary',
        'advanced',
        'regressed',
      ].map((change) => `level-change ${change}`),
      'case-status',
      'claim-against-finding',
      'disagreement',
      'evidence',
      'gate-due',
      'hearing',
      'stale',
    ].sort(),
  )
})

test('each subject is there once, with a reason, in the order of the parts, and fit for the record', () => {
  fc.assert(
    fc.property(history, (one) => {
      const agenda = buildAgenda(readHistory(one))
      expect(new Set(agenda.map(({ item }) => item)).size).toBe(agenda.length)
      const ranks = agenda.map(({ reasons }) => getRank(reasons))
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
      for (const entry of agenda) expect(candidate.safeParse(entry).error).toBeUndefined()
    }),
    { numRuns: 200 },
  )
})
