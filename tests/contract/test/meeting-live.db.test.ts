import { randomUUID } from 'node:crypto'
import type { MeetingNews } from '@waymark/api/features/meeting/meeting.view'
import { watchMeetings } from '@waymark/api/features/meeting/meeting-watch'
import { createCallerFactory } from '@waymark/api/procedure'
import { appRouter } from '@waymark/api/router'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInvented, people } from '../src/full-record.ts'
import { ask, createMeetingPlaces, type MeetingPlaces } from '../src/meeting-calls.ts'
import { type Actor, anActor, buildContext, callAs, type TestRecord } from '../src/open-test-record.ts'

const dossier = 'invented'
let record: TestRecord
let places: MeetingPlaces
beforeAll(async () => {
  record = await openInvented()
  places = await createMeetingPlaces(record)
})
afterAll(() => record.close())

/** A reader in the room, with what they see. `process`: whether they are connected to another server process. */
async function enter(actor: Actor, lastEventId?: string) {
  const meetings = watchMeetings(record.urls.app, () => {})
  const caller = createCallerFactory(appRouter)({ ...buildContext(record, actor), meetings })
  const items = new Map<string, MeetingNews['items'][number]>()
  const heard: { seq: number; at: number }[] = []
  const end = new AbortController()
  const reading = (async () => {
    const stream = (await caller.meeting.follow({
      dossier,
      meeting: places.running,
      ...(lastEventId === undefined ? {} : { lastEventId }),
    })) as unknown as AsyncIterable<[string, MeetingNews]>
    const iterator = stream[Symbol.asyncIterator]()
    end.signal.addEventListener('abort', () => void iterator.return?.(undefined))
    for (;;) {
      const { done, value } = await iterator.next()
      if (done === true) return
      const [, news] = value
      heard.push({ seq: news.seq, at: performance.now() })
      for (const item of news.items) {
        const entries = new Map(items.get(item.id)?.entries.map((one) => [one.id, one]))
        for (const entry of item.entries) entries.set(entry.id, entry)
        items.set(item.id, { ...item, entries: [...entries.values()] })
      }
    }
  })()
  const hears = async (seq: number) => {
    while ((heard.at(-1)?.seq ?? -1) < seq) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return {
    items,
    heard,
    hears,
    leave: async () => {
      end.abort()
      await meetings.close()
      await reading
    },
  }
}

const write = (text: string) => ({
  kind: 'entry-written',
  item: places.item,
  entry: randomUUID(),
  entryKind: 'note',
  text,
  basedOn: 0,
})

describe('several people in one meeting', () => {
  test('hear of each other within a second, on several server processes, and end with the same picture', async () => {
    const [one, two] = [await enter(anActor('analyst')), await enter(anActor('reviewer'))]
    const callers = [people(record).analyst, people(record).reviewer]
    const sent = new Map<number, number>()
    for (let i = 0; i < 60; i++) {
      const caller = callers[i % 2]
      const { seq } = (await caller?.meeting.record(
        ask(places.running, write(`Invented sentence ${i}`)),
      )) ?? {
        seq: 0,
      }
      sent.set(seq, performance.now())
    }
    const last = Math.max(...sent.keys())
    await Promise.all([one.hears(last), two.hears(last)])
    const texts = [one, two].map(({ items }) =>
      items
        .get(places.item)
        ?.entries.map(({ text }) => text)
        .filter((text) => text.startsWith('Invented sentence')),
    )
    expect(texts[0]).toEqual(texts[1])
    expect(texts[0]).toHaveLength(60)
    for (const { heard } of [one, two])
      for (const [seq, at] of sent) {
        const told = heard.find((news) => news.seq >= seq)
        expect((told?.at ?? Number.POSITIVE_INFINITY) - at).toBeLessThan(1_000)
      }
    await Promise.all([one.leave(), two.leave()])
  })

  test('who comes back gets what they missed', async () => {
    const { seq } = await people(record).analyst.meeting.record(
      ask(places.running, write('Invented, while away')),
    )
    const back = await enter(anActor('reviewer'), String(seq - 1))
    await back.hears(seq)
    expect(back.items.get(places.item)?.entries.at(-1)?.text).toBe('Invented, while away')
    await back.leave()
  })

  test('two who write in one entry: the second is told and nothing is overwritten', async () => {
    const { analyst, reviewer } = people(record)
    const event = write('Invented, first version')
    await analyst.meeting.record(ask(places.running, event))
    const again = (text: string) => ask(places.running, { ...event, text, basedOn: 1 })
    await analyst.meeting.record(again('Invented, by the first'))
    await expect(reviewer.meeting.record(again('Invented, by the second'))).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'entry-moved-on',
    })
    const { items } = await reviewer.meeting.get({ dossier, meeting: places.running })
    const entry = items.find(({ id }) => id === places.item)?.entries.find(({ id }) => id === event.entry)
    expect(entry).toMatchObject({ text: 'Invented, by the first', rev: 2 })
  })

  test('a request that is sent again records once', async () => {
    const { analyst } = people(record)
    const asked = ask(places.running, write('Invented, sent twice'))
    const first = await analyst.meeting.record(asked)
    expect(await analyst.meeting.record(asked)).toEqual(first)
    await expect(callAs(record, anActor('reviewer')).meeting.record(asked)).rejects.toMatchObject({
      message: 'key-taken',
    })
  })

  test('a meeting that is not there is not found', async () => {
    const stream = (await people(record).analyst.meeting.follow({
      dossier,
      meeting: 987_654_321,
    })) as unknown as AsyncIterable<unknown>
    await expect(stream[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
