import type { MeetingNews, MeetingView } from '@waymark/api/features/meeting/meeting.view'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aMeeting, anEntry, anItem } from '../testing/synthetic.ts'
import { mergeNews } from './merge-news.ts'

/** What a server tells of a meeting to somebody whom it showed it before: items and entries that changed, and the order of the items. */
function buildNews(shown: MeetingView | null, { items, ...head }: MeetingView): MeetingNews {
  const before = new Map(shown?.items.map((item) => [item.id, item]))
  return {
    ...head,
    order: items.map(({ id }) => id),
    items: items.flatMap((item) => {
      const old = before.get(item.id)
      if (JSON.stringify(old) === JSON.stringify(item)) return []
      const revs = new Map(old?.entries.map(({ id, rev }) => [id, rev]))
      return [{ ...item, entries: item.entries.filter(({ id, rev }) => revs.get(id) !== rev) }]
    }),
  }
}

/** Meetings that follow one another: items come and go and change places, entries are added and changed. */
const history = fc
  .array(
    fc.array(fc.record({ item: fc.nat(5), entries: fc.array(fc.nat(3), { maxLength: 5 }) }), {
      maxLength: 5,
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((steps) => {
    const written = new Map<string, ReturnType<typeof anEntry>[]>()
    return steps.map((step, index): MeetingView => {
      const ids = [...new Set(step.map(({ item }) => `recommendation:XX-${item}`))]
      for (const { item, entries } of step) {
        const id = `recommendation:XX-${item}`
        const all = [...(written.get(id) ?? [])]
        for (const entry of entries) {
          const at = all.findIndex((one) => one.id === String(entry))
          const old = all[at]
          if (old === undefined) all.push(anEntry({ id: String(entry), text: `at ${index}` }))
          else all[at] = { ...old, text: `at ${index}`, rev: old.rev + 1 }
        }
        written.set(id, all)
      }
      const items = ids.map((id) => anItem({ id, entries: written.get(id) ?? [] }))
      return aMeeting({ seq: index + 1, items })
    })
  })

test('who merges all news sees what the server sees, whichever of them arrive twice or after a gap', () => {
  fc.assert(
    fc.property(history, fc.array(fc.nat(), { maxLength: 4 }), (meetings, gaps) => {
      let shown: MeetingView = aMeeting({ seq: 0, items: [] })
      let before: MeetingView | null = null
      for (const [index, meeting] of meetings.entries()) {
        // After a gap the server tells everything, as it does to who comes new.
        const news = buildNews(gaps.includes(index) ? null : before, meeting)
        shown = mergeNews(mergeNews(shown, news), news)
        before = meeting
        expect(shown).toEqual(meeting)
      }
    }),
    { numRuns: 200 },
  )
})

test('late news of an earlier state change nothing', () => {
  const [early, late] = [aMeeting({ seq: 3, items: [] }), aMeeting({ seq: 5, items: [anItem()] })]
  expect(mergeNews(late, buildNews(null, early))).toBe(late)
})
