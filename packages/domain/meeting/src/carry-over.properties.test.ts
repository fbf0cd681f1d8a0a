import { addDays } from '@waymark/kernel/partial-date'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayHappenToAction } from './action-point.ts'
import type { ActionFact, AgendaFacts } from './agenda-facts.ts'
import { buildAgenda } from './build-agenda.ts'
import type { MeetingEvent } from './event.ts'
import { foldMeeting } from './fold.ts'
import type { Meeting } from './meeting.ts'
import { mayHappen } from './rules.ts'

const person = { id: 'u1', name: 'An invented person' }
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const instant = (day: string) => `${day}T10:00:00.000Z`

/** What may become of each item at a meeting, and of each open action point after it. */
const fate = fc.constantFrom('leave', 'done', 'drop', 'snooze', 'seal', 'note')
const afterwards = fc.constantFrom('leave', 'leave', 'done', 'dropped', 'snoozed')
const oneMeeting = fc.record({
  topics: fc.integer({ min: 0, max: 2 }),
  actions: fc.integer({ min: 0, max: 3 }),
  fates: fc.array(fate, { minLength: 12, maxLength: 12 }),
  afterwards: fc.array(afterwards, { minLength: 12, maxLength: 12 }),
  isCancelled: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  snoozeDays: fc.integer({ min: 1, max: 90 }),
})
const chain = fc.array(oneMeeting, { minLength: 10, maxLength: 10 })

type Point = {
  due: string
  state: 'open' | 'done' | 'dropped'
  snoozedUntil: string | null
  onAgenda: number
}

test('50 chains of 10 meetings: no action point and no topic is lost, whatever is done, dropped, put off or cancelled', () => {
  const seen = { actions: 0, topics: 0, carried: 0, snoozed: 0 }
  fc.assert(
    fc.property(chain, (meetings) => {
      let serial = 0
      const points = new Map<string, Point>()
      /** Topics that nobody settled or dropped, and until when each is put off. */
      const topics = new Map<string, string | null>()
      let left: AgendaFacts['left'] = []
      for (const [index, plan] of meetings.entries()) {
        const heldOn = addDays('2026-01-10', index * 30)
        const open = [...points].flatMap(([id, { due, state, snoozedUntil }]): ActionFact[] =>
          state === 'open' ? [{ id, due, snoozedUntil, sensitivity: 'internal' }] : [],
        )
        const agenda = buildAgenda({ ...nothing(heldOn), actions: open, left })
        const record = startRecording(heldOn, agenda)
        // Nothing is lost on the way here, and nothing comes back that was settled.
        for (const [id, point] of points) {
          const isDue = point.state === 'open' && (point.snoozedUntil ?? '') <= heldOn
          const item = record.meeting().items.find((one) => one.id === `action:${id}`)
          expect(item !== undefined, `action point ${id} at meeting ${index + 1}`).toBe(isDue)
          if (isDue) point.onAgenda++
        }
        expect(
          record
            .meeting()
            .items.filter(({ id }) => id.startsWith('topic:'))
            .map(({ id, standing }) => [id, standing.kind])
            .sort(),
        ).toEqual([...topics].map(([id, until]) => [id, (until ?? '') > heldOn ? 'snoozed' : 'on']).sort())
        seen.carried += topics.size

        for (let n = 0; n < plan.topics; n++) {
          const item = `topic:${uuid(++serial)}`
          record({ kind: 'item-added', item, title: `Topic ${serial}`, after: null, sensitivity: 'internal' })
          topics.set(item, null)
          seen.topics++
        }
        for (const [id, until] of topics) if (until !== null && until <= heldOn) topics.set(id, null)
        if (plan.isCancelled) {
          record({ kind: 'cancelled', reason: 'Invented.' })
          left = [...left, { meeting: index + 1, items: record.meeting().items }]
          continue
        }
        record({ kind: 'opened' })
        record({ kind: 'started' })
        const taken = takeActions(record, plan.actions, () => ++serial, heldOn)
        for (const id of taken) {
          points.set(id, { due: addDays(heldOn, 20), state: 'open', snoozedUntil: null, onAgenda: 0 })
          seen.actions++
        }
        for (const [at, { id, standing, sealedBy }] of record.meeting().items.entries()) {
          if (standing.kind !== 'on' || sealedBy !== null || id === host) continue
          settle(record, id, plan.fates[at % 12] ?? 'leave', {
            until: addDays(heldOn, plan.snoozeDays),
            entry: () => uuid(++serial),
            topics,
          })
        }
        record({ kind: 'closed' })
        left = [{ meeting: index + 1, items: record.meeting().items }]
        // What people do with their action points until the next meeting.
        for (const [at, [, point]] of [...points].entries()) {
          const what = plan.afterwards[at % 12] ?? 'leave'
          if (what === 'leave' || point.state !== 'open') continue
          const event =
            what === 'snoozed'
              ? ({ kind: 'snoozed', until: addDays(heldOn, plan.snoozeDays) } as const)
              : what === 'dropped'
                ? ({ kind: 'dropped', reason: 'Invented.' } as const)
                : ({ kind: 'done', note: null } as const)
          expect(mayHappenToAction(point.state, event).ok).toBe(true)
          if (event.kind === 'snoozed') point.snoozedUntil = event.until
          else point.state = event.kind
          if (event.kind === 'snoozed') seen.snoozed++
        }
      }
    }),
    { numRuns: 50 },
  )
  expect(seen.actions).toBeGreaterThan(300)
  expect(seen.topics).toBeGreaterThan(200)
  expect(seen.carried).toBeGreaterThan(200)
  expect(seen.snoozed).toBeGreaterThan(20)
})

test('an item that is left over says for how many meetings in a row', () => {
  let left: AgendaFacts['left'] = []
  const said: number[] = []
  for (let n = 1; n <= 4; n++) {
    const heldOn = addDays('2026-01-10', n * 30)
    const record = startRecording(heldOn, buildAgenda({ ...nothing(heldOn), left }))
    if (n === 1)
      record({ kind: 'item-added', item: host, title: 'Left', after: null, sensitivity: 'internal' })
    for (const reason of record.meeting().items[0]?.reasons ?? [])
      if (reason.kind === 'carried-over') said.push(reason.times)
    left = [{ meeting: n, items: record.meeting().items }]
  }
  expect(said).toEqual([1, 2, 3])
})

const host = `topic:${uuid(999_999)}`

const nothing = (heldOn: string): AgendaFacts => ({
  since: { asOf: '2025-10-01', knownAt: '2025-10-01T00:00:00.000Z' },
  until: { asOf: heldOn, knownAt: instant(heldOn) },
  heldOn,
  aheadDays: 90,
  recommendations: [],
  evidence: [],
  ratings: [],
  claims: [],
  gates: [],
  cases: [],
  actions: [],
  decisions: [],
  left: [],
})

type Recorder = ((event: MeetingEvent) => void) & { readonly meeting: () => Meeting }

/** A planned meeting with its agenda, on which one thing after the other happens, each judged first. */
function startRecording(heldOn: string, candidates: ReturnType<typeof buildAgenda>): Recorder {
  let meeting = foldMeeting([])
  const record = (event: MeetingEvent) => {
    expect(mayHappen(meeting, event, person)).toEqual({ ok: true, value: undefined })
    meeting = foldMeeting([{ seq: meeting.seq + 1, at: instant(heldOn), by: person, event }], meeting)
  }
  const cut = { asOf: heldOn, knownAt: instant(heldOn) }
  record({
    kind: 'planned',
    plan: {
      title: 'Invented',
      heldOn,
      startsAt: null,
      zone: 'UTC',
      place: null,
      freezeAt: null,
      aheadDays: 90,
      itemMinutes: null,
    },
  })
  record({ kind: 'agenda-built', since: cut, until: cut, previous: null, candidates })
  return Object.assign(record, { meeting: () => meeting })
}

/** Takes action points under a topic of their own, which is done with. */
function takeActions(record: Recorder, count: number, next: () => number, heldOn: string): string[] {
  if (count === 0) return []
  record({ kind: 'item-added', item: host, title: 'Points', after: null, sensitivity: 'internal' })
  const ids = Array.from({ length: count }, () => uuid(next()))
  for (const entry of ids) {
    record({ kind: 'entry-written', item: host, entry, basedOn: 0, entryKind: 'action', text: 'Invented.' })
    record({
      kind: 'action-detailed',
      item: host,
      entry,
      basedOn: 1,
      detail: { owner: person, due: addDays(heldOn, 20) },
    })
  }
  record({ kind: 'item-done', item: host, done: true })
  return ids
}

function settle(
  record: Recorder,
  item: string,
  what: string,
  { until, entry, topics }: { until: string; entry: () => string; topics: Map<string, string | null> },
): void {
  const isTopic = topics.has(item)
  switch (what) {
    case 'done':
      record({ kind: 'item-done', item, done: true })
      topics.delete(item)
      break
    case 'drop':
      record({ kind: 'item-dropped', item, reason: 'Invented.' })
      topics.delete(item)
      break
    case 'snooze':
      record({ kind: 'item-snoozed', item, until })
      if (isTopic) topics.set(item, until)
      break
    case 'seal': {
      const id = entry()
      record({ kind: 'entry-written', item, entry: id, basedOn: 0, entryKind: 'decision', text: 'Invented.' })
      record({ kind: 'item-sealed', item, entry: id, basedOn: 1 })
      topics.delete(item)
      break
    }
    case 'note':
      record({
        kind: 'entry-written',
        item,
        entry: entry(),
        basedOn: 0,
        entryKind: 'note',
        text: 'Invented.',
      })
      break
    default:
  }
}
