import type { Level } from '@waymark/assessment/level'
import type { Standing } from '@waymark/assessment/standing'
import { describe, expect, test } from 'vitest'
import { changeKinds, getChange, type ItemOnDay } from './changes.ts'

const known = (level: Level, contrary = false): Standing => ({ kind: 'known', level, contrary })
const stale: Standing = { kind: 'unknown', reason: 'stale' }
const notAssessed: Standing = { kind: 'unknown', reason: 'not-assessed' }
const noInformation: Standing = { kind: 'unknown', reason: 'no-information' }
const notApplicable: Standing = { kind: 'outside', state: 'not-applicable' }
const withdrawn: Standing = { kind: 'outside', state: 'withdrawn' }
const item = (standing: Standing, { finding = 1, area = 'a' } = {}): ItemOnDay => ({
  ref: 'XX-1',
  area,
  standing,
  finding: standing === notAssessed ? null : finding,
})
const newer = { finding: 2 }
const moved = { area: 'b' }

const cases = [
  // Counted or not.
  [null, item(known('some')), 'added', 'composition'],
  [null, item(notAssessed), 'added', 'composition'],
  [item(notApplicable), item(known('some'), newer), 'added', 'composition'],
  [item(withdrawn), item(stale, newer), 'added', 'composition'],
  [item(known('some')), null, 'withdrawn', 'composition'],
  [item(notAssessed), null, 'withdrawn', 'composition'],
  [item(known('some')), item(notApplicable, newer), 'withdrawn', 'composition'],
  [item(stale), item(withdrawn, newer), 'withdrawn', 'composition'],
  // Known or not.
  [item(notAssessed), item(known('none')), 'newly-assessed', 'freshness'],
  [item(noInformation), item(known('full', true), newer), 'newly-assessed', 'freshness'],
  [item(stale), item(known('some'), newer), 'refreshed', 'freshness'],
  [item(stale), item(known('none', true), newer), 'refreshed', 'freshness'],
  [item(known('some')), item(stale), 'gone-stale', 'freshness'],
  [item(known('some', true)), item(stale), 'gone-stale', 'freshness'],
  [item(known('some')), item(noInformation, newer), 'no-longer-assessed', 'freshness'],
  [item(known('some')), item(notAssessed), 'no-longer-assessed', 'freshness'],
  // Known on both days.
  [item(known('none')), item(known('limited'), newer), 'advanced', 'real'],
  [item(known('none', true)), item(known('none'), newer), 'advanced', 'real'],
  [item(known('full')), item(known('substantial'), newer), 'regressed', 'real'],
  [item(known('none')), item(known('full', true), newer), 'contrary', 'real'],
  [item(known('some')), item(known('some', true), newer), 'contrary', 'real'],
  // In another area.
  [item(known('none')), item(known('none'), moved), 'moved', 'composition'],
  [item(known('none')), item(known('none'), { ...moved, ...newer }), 'moved', 'composition'],
  [item(stale), item(noInformation, { ...moved, ...newer }), 'moved', 'composition'],
  [item(known('none')), item(known('some'), { ...moved, ...newer }), 'advanced', 'real'],
  [item(known('none')), item(stale, moved), 'gone-stale', 'freshness'],
  // The same once more.
  [item(known('some')), item(known('some'), newer), 'refreshed', null],
  [item(known('some'), newer), item(known('some')), 'refreshed', null],
  [item(known('some', true)), item(known('none', true), newer), 'refreshed', null],
] as const

describe('what happened to one recommendation', () => {
  test.each(cases)('%j → %j: %s (%s)', (from, to, kind, part) => {
    expect(getChange(from, to)).toEqual({ kind, part })
  })

  test('every kind is in the table', () => {
    expect([...new Set(cases.map(([, , kind]) => kind))].sort()).toEqual([...changeKinds].sort())
  })

  test.each([
    ['the same finding', item(known('some')), item(known('some'))],
    ['one way not to know and another', item(stale), item(noInformation, newer)],
    ['a finding that came and aged between the two days', item(notAssessed), item(stale)],
    ['never assessed', item(notAssessed), item(notAssessed)],
    ['never there', null, null],
    ['added as not applicable', null, item(notApplicable)],
    ['replaced when it was not applicable', item(withdrawn), null],
    ['withdrawn instead of not applicable, in another area', item(notApplicable), item(withdrawn, moved)],
  ] as const)('nothing: %s', (_, from, to) => {
    expect(getChange(from, to)).toBeNull()
  })
})
