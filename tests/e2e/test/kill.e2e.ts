import { desk } from '@waymark/messages/en/desk'
import { deskAssess } from '@waymark/messages/en/desk-assess'
import { deskRoom } from '@waymark/messages/en/desk-room'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { assessPath } from '../src/assess.ts'
import { fillSignIn, openContext, takeComplaints } from '../src/browser.ts'
import { type OwnSite, startSite } from '../src/site.ts'

const ref = 'KZ-2013-04'
/** Milliseconds of typing that may be lost at the most. */
const most = 2000

describe('the server is killed while somebody types', () => {
  let site: OwnSite
  let context: BrowserContext
  let page: Page
  const rationale = () => page.getByLabel(desk.assess.rationale, { exact: true })
  const state = () => page.locator('.keptat')

  beforeAll(async () => {
    site = await startSite()
    context = await openContext({ baseURL: site.url, javaScriptEnabled: true })
    page = await context.newPage()
    await page.goto(`/sign-in?next=${encodeURIComponent(assessPath(ref))}`)
    await fillSignIn(page, site.accounts.analyst)
    await rationale().waitFor()
  })
  // This site is another one than that of the run, and a browser reports requests that a killed server does not answer.
  afterEach(() => {
    const others = takeComplaints().filter(
      (said) =>
        !/^request to http:\/\/localhost:\d+$/.test(said) &&
        !/net::ERR_(?:CONNECTION|INTERNET|EMPTY|INCOMPLETE)/.test(said),
    )
    expect(others).toEqual([])
  })
  afterAll(async () => {
    await context?.close()
    await site?.stop()
  })

  /** The draft as the record holds it. */
  const getKept = async (): Promise<string> => {
    const input = encodeURIComponent(JSON.stringify({ dossier: 'kazakhstan', ref }))
    const answer = await page.request.get(`/trpc/assessment.form?input=${input}`, {
      headers: { 'content-type': 'application/json' },
    })
    const { result } = (await answer.json()) as {
      result: { data: { draft: { content: Record<string, string> } | null } }
    }
    return result.data.draft?.content.rationale ?? ''
  }

  test('what was typed two seconds before is there, the page says that nothing is kept, and keeps again afterwards', async () => {
    // The script has to be there: it says when the draft is kept.
    await expect
      .poll(
        async () => {
          await rationale().fill('')
          await rationale().fill('Begun. ')
          return state().innerText()
        },
        { timeout: 20_000, interval: 1500 },
      )
      .toContain('Draft kept at')
    // Typing that does not rest: each word with the time at which it stood on the form.
    const typed: { readonly at: number; readonly text: string }[] = []
    const began = performance.now()
    await rationale().focus()
    await page.keyboard.press('Control+End')
    for (let n = 1; performance.now() - began < 6000; n++) {
      await page.keyboard.type(`word${n} `, { delay: 20 })
      typed.push({ at: performance.now(), text: await rationale().inputValue() })
    }
    const killedAt = performance.now()
    await site.kill()
    const there = await rationale().inputValue()

    // Nobody is told a draft is kept that is not.
    await page.keyboard.type('typed while the server is away ')
    await state().getByText('Not kept since').waitFor()
    await rationale().press('Control+Enter')
    expect(await rationale().inputValue()).toBe(`${there}typed while the server is away `)
    // What the record holds is asked for while the page cannot reach it, or the page would have kept more by then.
    await context.setOffline(true)
    await site.restart()
    const kept = await getKept()
    const safe = typed.filter(({ at }) => at <= killedAt - most).at(-1)?.text ?? ''
    expect(safe).toContain('word')
    expect(kept.startsWith(safe)).toBe(true)
    expect(there.startsWith(kept)).toBe(true)

    // Back again: the page keeps everything by itself, and says so.
    await context.setOffline(false)
    await page.getByText(deskAssess.draft.back).waitFor()
    await state().getByText('Draft kept at').waitFor()
    expect(await getKept()).toBe(`${there}typed while the server is away `)
    const again = await context.newPage()
    await again.goto(assessPath(ref))
    expect(await again.getByLabel(desk.assess.rationale, { exact: true }).inputValue()).toBe(
      `${there}typed while the server is away `,
    )
  })

  test('a room is one on two servers, and the server that is killed costs two seconds of typing at the most', async () => {
    const neighbour = await site.join()
    const rooms = await openRooms(page, [site.url, neighbour])
    const [here, there] = rooms.pages as [Page, Page]
    const field = here.getByLabel(deskRoom.text, { exact: true }).last()
    const shown = there.locator('.room-entries .said').last()
    await field.pressSequentially('Begun. ', { delay: 20 })
    const began = performance.now()
    await shown.getByText('Begun.').waitFor()
    expect(performance.now() - began).toBeLessThan(2_500)

    const typed: { readonly at: number; readonly text: string }[] = []
    for (let n = 1; n <= 40; n++) {
      await here.keyboard.type(`word${n} `, { delay: 15 })
      typed.push({ at: performance.now(), text: await field.inputValue() })
    }
    const killedAt = performance.now()
    await site.kill()
    const safe =
      typed
        .filter(({ at }) => at <= killedAt - most)
        .at(-1)
        ?.text.trim() ?? ''
    expect(safe).toContain('word')
    await expect.poll(() => shown.innerText(), { timeout: 5_000 }).toContain(safe)

    await here.keyboard.type('typed while the server is away', { delay: 5 })
    const whole = await field.inputValue()
    await site.restart()
    await expect.poll(() => shown.innerText(), { timeout: 20_000 }).toBe(whole)
    await Promise.all(rooms.pages.map((room) => room.close()))
  })
})

/** A meeting that has begun, open in a page on each of some servers: one is signed in on all, since they are one host. */
async function openRooms(page: Page, servers: readonly string[]) {
  const path = await page.evaluate(async () => {
    const dossier = 'kazakhstan'
    const tell = async (name: string, input: object) => {
      const answer = await fetch(`/trpc/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ dossier, ...input }),
      })
      const { result } = (await answer.json()) as { result?: { data: { series: number; meeting: number } } }
      if (result === undefined) throw new Error(`${name}: ${answer.status}`)
      return result.data
    }
    const own = { startsAt: null, place: null, aheadDays: 90, itemMinutes: null }
    const { series } = await tell('meetingSeries.create', {
      title: 'Invented reviews',
      rhythm: 'as-needed',
      template: { ...own, freezeHours: null, topics: ['Invented topic'] },
    })
    const plan = { ...own, title: 'Invented review', heldOn: '2026-12-15', freezeAt: null }
    const { meeting } = await tell('meeting.create', { series, plan })
    for (const kind of ['opened', 'started'])
      await tell('meeting.stage', { meeting, id: crypto.randomUUID(), event: { kind } })
    return `/meetings/${dossier}/${meeting}`
  })
  const pages: Page[] = []
  for (const server of servers) {
    const room = await page.context().newPage()
    await room.goto(`${server}${path}`)
    await room.getByText(deskRoom.live.on).waitFor()
    pages.push(room)
  }
  return { pages }
}
