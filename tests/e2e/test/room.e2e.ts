import { deskMeeting } from '@waymark/messages/en/desk-meeting'
import { deskRoom } from '@waymark/messages/en/desk-room'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSignedIn, takeComplaints } from '../src/browser.ts'
import { listViolations } from '../src/look.ts'
import { recordEvent, type StartedMeeting, startMeeting } from '../src/meetings.ts'
import { askProcedure } from '../src/procedures.ts'
import type { Role } from '../src/site.ts'

// Of an invented dossier, so that nothing of it is on other tests' lists.
const dossier = 'synthetic-small'
const first = 'Invented topic to write on'
const second = 'Invented topic to decide'
const withScript = { javaScriptEnabled: true }

/** Things written at once. */
const total = 2000

type Entry = { id: string; text: string; kind: string; rev: number; removed: boolean }
type Item = { id: string; title: string | null; sealedBy: string | null; entries: Entry[] }

let analyst: Page
let meeting: StartedMeeting
beforeAll(async () => {
  analyst = await openSignedIn('analyst', '/meetings')
  meeting = await startMeeting(analyst, { dossier, topics: [first, second] })
})

const read = async () => {
  const { items } = await askProcedure<{ items: Item[] }>(analyst, 'meeting.get', {
    dossier,
    meeting: meeting.meeting,
  })
  return { first: items[0] as Item, second: items[1] as Item }
}
const at = (topic: number) => `${meeting.path}?item=${encodeURIComponent(meeting.topics[topic] ?? '')}`
const enter = async (role: Role) => {
  const page = await openSignedIn(role, at(0), withScript)
  await page.getByText(deskRoom.live.on).waitFor()
  return page
}

describe('three people in one room', () => {
  test('all write at once: nothing is lost, all three see the same, each within a second', async () => {
    const pages = await Promise.all((['analyst', 'reviewer', 'administrator'] as const).map(enter))
    const [item] = meeting.topics
    // Each page looks out for the words of the others, and notes when it first shows them.
    for (const page of pages)
      await page.evaluate(() => {
        const seen: Record<string, number> = {}
        Object.assign(window, { seen })
        const look = () => {
          for (const [mark] of document
            .querySelector('.room-entries')
            ?.textContent?.matchAll(/mark \d+-\d+/g) ?? [])
            seen[mark] ??= Date.now()
        }
        new MutationObserver(look).observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
        })
      })
    const count = [667, 667, 666]
    const sent = await Promise.all(
      pages.map((page, who) =>
        page.evaluate(
          async ({ dossier, meeting, item, who, count }) => {
            const entries = Array.from({ length: 5 }, () => ({ id: crypto.randomUUID(), rev: 0 }))
            const marks: [string, number][] = []
            for (let n = 0; n < count; n++) {
              const entry = entries[n % entries.length] as { id: string; rev: number }
              const mark = `mark ${who}-${n}`
              const event = {
                kind: 'entry-written',
                item,
                entry: entry.id,
                entryKind: 'note',
                text: mark,
                basedOn: entry.rev,
              }
              const answer = await fetch('/trpc/meeting.record', {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify({ dossier, meeting, id: crypto.randomUUID(), event }),
              })
              if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
              entry.rev += 1
              // The next words stand in the place of these: the last of each entry stays for all to see.
              if (n >= count - entries.length) marks.push([mark, Date.now()])
            }
            return marks
          },
          { dossier, meeting: meeting.meeting, item: item as string, who, count: count[who] as number },
        ),
      ),
    )
    const { first: kept } = await read()
    expect(kept.entries.reduce((sum, { rev }) => sum + rev, 0)).toBe(total)
    const marks = sent.flat()
    for (const page of pages) {
      await expect
        .poll(async () => await page.locator('.room-entries .said').allInnerTexts(), { timeout: 5_000 })
        .toEqual(kept.entries.map(({ text }) => text))
      const seen = await page.evaluate(() => (window as unknown as { seen: Record<string, number> }).seen)
      for (const [mark, at] of marks)
        expect([mark, (seen[mark] ?? Infinity) - at < 1_000]).toEqual([mark, true])
    }
    await Promise.all(pages.map((page) => page.context().close()))
  }, 300_000)

  test('what is typed appears with the others while it is typed, and the next entry begins with Ctrl and Enter', async () => {
    const [writer, reader] = [await enter('analyst'), await enter('reviewer')]
    const field = writer.getByLabel(deskRoom.text, { exact: true }).last()
    await field.pressSequentially('Invented words that nobody has sent', { delay: 10 })
    await reader.locator('.said', { hasText: 'Invented words that nobody has sent' }).waitFor()
    await field.press('Control+Enter')
    await expect.poll(() => writer.getByLabel(deskRoom.text, { exact: true }).last().inputValue()).toBe('')
    await Promise.all([writer, reader].map((page) => page.context().close()))
  })

  test('a line that is down loses nothing: it is said, kept, and sent when it is back', async () => {
    const writer = await enter('analyst')
    try {
      await writer.context().setOffline(true)
      const field = writer.getByLabel(deskRoom.text, { exact: true }).last()
      await field.pressSequentially('Invented words while the line is down', { delay: 10 })
      await writer.locator('.composer').getByText(deskRoom.live.off).waitFor()
      await writer.context().setOffline(false)
      await writer.locator('.composer').getByText(deskRoom.saved, { exact: true }).waitFor()
      const { first: kept } = await read()
      expect(
        kept.entries.filter(({ text }) => text === 'Invented words while the line is down'),
      ).toHaveLength(1)
    } finally {
      await writer.context().close()
    }
    // A browser reports what does not reach anybody.
    expect(takeComplaints().filter((said) => !said.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  })

  test('two who change one entry: the second sees both versions and keeps what was typed', async () => {
    const entry = crypto.randomUUID()
    const write = (page: Page, text: string, basedOn: number) =>
      recordEvent(page, dossier, meeting.meeting, {
        kind: 'entry-written',
        item: meeting.topics[1],
        entry,
        entryKind: 'note',
        text,
        basedOn,
      })
    await write(analyst, 'Invented first words', 0)
    const page = await openSignedIn('reviewer', at(1))
    await page.locator('.room-entry summary').first().click()
    const form = page.getByRole('form', { name: deskRoom.editOf(deskRoom.kinds.note) })
    await form.getByLabel(deskRoom.text, { exact: true }).fill('Invented words of the second')
    await write(analyst, 'Invented words of the first', 1)
    await form.getByRole('button', { name: deskRoom.save, exact: true }).click()
    await form.getByText('Invented words of the first').waitFor()
    expect(await form.getByLabel(deskRoom.conflict.yours, { exact: true }).inputValue()).toBe(
      'Invented words of the second',
    )
    await form.getByRole('button', { name: deskRoom.conflict.take, exact: true }).click()
    const { second: kept } = await read()
    expect(kept.entries.find(({ id }) => id === entry)?.text).toBe('Invented words of the second')
  })
})

describe('without script', () => {
  test('a decision is written, detailed and sealed, and nothing can be written under it any more', async () => {
    const page = await openSignedIn('analyst', at(1))
    const text = page.getByLabel(deskRoom.text, { exact: true })
    await text.last().fill('Invented decision of the room')
    await page.locator('.composer').getByLabel(deskRoom.kind, { exact: true }).selectOption('decision')
    await page.getByRole('button', { name: deskRoom.add, exact: true }).click()
    const entry = page.locator('.room-entry.is-decision')
    await entry.locator('summary').first().click()
    const details = entry.getByRole('form', { name: deskRoom.decision.heading })
    await details.getByLabel(deskRoom.decision.for, { exact: true }).fill('two')
    await details.getByLabel(deskRoom.decision.options, { exact: true }).fill('Wait\nAct')
    await details.getByRole('button', { name: deskRoom.decision.save, exact: true }).click()
    await page.getByText(deskRoom.decision.invalid.count).first().waitFor()
    expect(await details.getByLabel(deskRoom.decision.options, { exact: true }).inputValue()).toBe(
      'Wait\nAct',
    )
    for (const [field, value] of [
      ['for', '2'],
      ['against', '1'],
      ['abstain', '0'],
    ] as const)
      await details.getByLabel(deskRoom.decision[field], { exact: true }).fill(value)
    await details.getByLabel(deskRoom.decision.reviewOn, { exact: true }).fill('2027-03-01')
    await details.getByRole('button', { name: deskRoom.decision.save, exact: true }).click()
    await page.getByText(deskRoom.decision.votes(2, 1, 0)).waitFor()
    await page.locator('.room-entry.is-decision summary').first().click()
    await page.getByRole('button', { name: deskRoom.decision.seal, exact: true }).click()
    await page.getByText(deskRoom.sealed).waitFor()
    expect(await page.getByLabel(deskRoom.text, { exact: true }).count()).toBe(0)
    expect((await read()).second.sealedBy).not.toBeNull()
    await page.context().close()
  })
})

describe('the wall', () => {
  test('is read from five metres: nothing is smaller than 28 px at 1920 by 1080, by keyboard alone, and axe finds nothing', async () => {
    const page = await openSignedIn('reviewer', `${meeting.path}/present`, {
      ...withScript,
      viewport: { width: 1920, height: 1080 },
    })
    await page.getByText(deskRoom.wall.waiting).waitFor()
    await recordEvent(analyst, dossier, meeting.meeting, { kind: 'item-entered', item: meeting.topics[0] })
    await page.getByRole('heading', { level: 1, name: first }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { level: 1, name: second }).waitFor()
    await page.getByText('Invented decision of the room').waitFor()
    const smallest = await page.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll('main *')]
          .filter((one) =>
            [...one.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim() !== ''),
          )
          .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      ),
    )
    expect(smallest).toBeGreaterThanOrEqual(28)
    // Nothing that was only noted stands on a wall.
    expect(await page.locator('main').innerText()).not.toContain('mark 0-')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await listViolations(page, { colorScheme, width: 1280 })).toEqual([])
    }
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('heading', { level: 1, name: first }).waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL((url) => url.pathname === meeting.path)
    await page.getByRole('heading', { level: 1, name: 'Invented review' }).waitFor()
    await page.context().close()
  })
})

test('a room has an end: closed, it takes nothing any more', async () => {
  const page = await openSignedIn('analyst', meeting.path)
  await page.getByRole('button', { name: deskMeeting.stage.close, exact: true }).click()
  await page.getByText(deskMeeting.states.closed).first().waitFor()
  await expect(
    recordEvent(analyst, dossier, meeting.meeting, { kind: 'item-entered', item: meeting.topics[0] }),
  ).rejects.toThrow(/meeting-state/)
})
