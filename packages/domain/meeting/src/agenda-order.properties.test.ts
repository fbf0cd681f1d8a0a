import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyItem, mergeAgenda } from './agenda-order.ts'
import type { MeetingEvent } from './event.ts'
import { foldMeeting } from './fold.ts'
import type { Item } from './meeting.ts'
import type { Candidate, Reason } from './reason.ts'

const ids = Array.from({ length: 12 }, (_, n) => `recommendation:XX-2020-${String(n + 1).padStart(2, '0')}`)
const reason = fc.constantFrom<Reason>(
  { kind: 'stale', since: '2026-01-01' },
  { kind: 'disagreement', count: 1 },
  { kind: 'evidence', stance: 'contradicts', count: 2 },
  { kind: 'hearing', hearing: 'trial', date: '2026-02' },
  { kind: 'carried-over', meeting: 1, times: 1 },
)
const build = fc
  .array(fc.record({ item: fc.constantFrom(...ids), reason }), { maxLength: 10 })
  .map((found): Candidate[] =>
    [...new Map(found.map((one) => [one.item, one])).values()].map(({ item, reason: one }) => ({
      item,
      title: null,
      reasons: [one],
      sensitivity: 'internal',
      snoozedUntil: null,
    })),
  )
const edit = fc.record({
  what: fc.constantFrom('move', 'drop', 'snooze', 'time', 'add', 'note'),
  at: fc.nat(11),
  to: fc.nat(11),
})

const by = { id: 'u1', name: 'An invented person' }
const at = '2026-01-02T10:00:00.000Z'
const cut = { asOf: '2026-01-02', knownAt: at }
const built = (candidates: Candidate[]): MeetingEvent => ({
  kind: 'agenda-built',
  since: cut,
  until: cut,
  previous: null,
  candidates,
})

/** A hand's edit as an event, about an item that is there. */
function getEvent(
  { what, at: place, to }: { what: string; at: number; to: number },
  items: readonly Item[],
  serial: number,
): MeetingEvent | null {
  const topic = `topic:00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`
  const item = items[place % Math.max(1, items.length)]?.id
  const after = items[to % Math.max(1, items.length)]?.id ?? null
  if (what === 'add')
    return { kind: 'item-added', item: topic, title: 'By hand', after, sensitivity: 'internal' }
  if (item === undefined) return null
  switch (what) {
    case 'move':
      return { kind: 'item-moved', item, after: after === item ? null : after }
    case 'drop':
      return { kind: 'item-dropped', item, reason: 'Invented.' }
    case 'snooze':
      return { kind: 'item-snoozed', item, until: '2026-03-01' }
    case 'time':
      return { kind: 'item-timed', item, minutes: 5, presenter: null }
    default:
      return {
        kind: 'entry-written',
        item,
        entry: '00000000-0000-4000-8000-000000000001',
        basedOn: 0,
        entryKind: 'note',
        text: 'Invented.',
      }
  }
}

test('what people ordered, dropped, added, put off, timed or wrote on survives every rebuild', () => {
  let edits = 0
  fc.assert(
    fc.property(
      build,
      fc.array(fc.tuple(fc.array(edit, { maxLength: 6 }), build), { maxLength: 3 }),
      (first, turns) => {
        let serial = 0
        let meeting = foldMeeting([])
        const record = (event: MeetingEvent) => {
          meeting = foldMeeting([{ seq: meeting.seq + 1, at, by, event }], meeting)
        }
        record(built(first))
        for (const [hand, again] of turns) {
          for (const one of hand) {
            const event = getEvent(one, meeting.items, ++serial)
            if (event !== null) record(event)
            edits++
          }
          const before = meeting.items
          record(built(again))
          const after = meeting.items
          const touched = before.filter((item) => item.touched)
          const wanted = new Set(again.map(({ item }) => item))
          // All that people did is as it was but for the reasons, and in the same order.
          const bare = ({ reasons: _, ...item }: Item) => item
          const kept = after.filter(({ id }) => before.some((item) => item.id === id))
          expect(kept.filter((item) => item.touched).map(bare)).toEqual(touched.map(bare))
          expect(kept.map(({ id }) => id)).toEqual(
            before.filter(({ id, touched: t }) => t || wanted.has(id)).map(({ id }) => id),
          )
          // And there is what was touched, what the record wants, and nothing else.
          expect(after.map(({ id }) => id).sort()).toEqual(
            [...new Set([...touched.map(({ id }) => id), ...wanted])].sort(),
          )
          for (const item of after)
            expect(item.reasons).toEqual(again.find((one) => one.item === item.id)?.reasons ?? [])
        }
      },
    ),
    { numRuns: 300 },
  )
  expect(edits).toBeGreaterThan(500)
})

test('what is new comes before the first item of a later part, in the order of the parts', () => {
  const stale: Reason = { kind: 'stale', since: '2026-01-01' }
  const evidence: Reason = { kind: 'evidence', stance: 'supports', count: 1 }
  const wanted = (item: string, one: Reason): Candidate => ({
    item,
    title: null,
    reasons: [one],
    sensitivity: 'internal',
    snoozedUntil: null,
  })
  const [a = '', b = '', c = '', d = ''] = ids
  const there = [{ ...emptyItem(b), reasons: [stale] }]
  const merged = mergeAgenda(
    there,
    [wanted(d, stale), wanted(c, evidence), wanted(b, stale), wanted(a, evidence)],
    true,
  )
  expect(merged.map(({ id, late }) => [id, late])).toEqual([
    [a, true],
    [c, true],
    [b, false],
    [d, true],
  ])
})
