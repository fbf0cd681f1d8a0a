import { desk } from '@waymark/messages/en/desk'
import { type Language, languages } from '@waymark/messages/language'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessPath, submit } from '../src/assess.ts'
import { openContext, openSignedIn } from '../src/browser.ts'
import { listFaults } from '../src/faults.ts'
import { checker, isWhole, listInspections } from '../src/look.ts'
import { openPool, type PagePool } from '../src/page-pool.ts'
import { createSubmission, publish } from '../src/procedures.ts'
import {
  deskLanguages,
  deskRoutes,
  entryRoutes,
  localise,
  publicRoutes,
  publishedRoutes,
  type Route,
} from '../src/routes.ts'
import type { Role } from '../src/site.ts'
import { createStates, fillPath, type States } from '../src/states.ts'

// The accessibility checker is a script of ours in the page; the pages themselves bring none.
const options = { javaScriptEnabled: true }

const ref = 'KZ-2014-02'
let states: States
beforeAll(async () => {
  states = await createStates(ref)
})

const openLooked = async (context: BrowserContext): Promise<PagePool> => {
  await context.addInitScript({ content: checker })
  return openPool(context)
}

async function expectNoFaults(
  page: Page,
  language: Language = 'en',
  face: 'public' | 'private' = 'private',
): Promise<void> {
  const faults = await listFaults(page, listInspections(language, face))
  expect(faults, faults.join('\n')).toEqual([])
}

const expectFine = (
  pool: PagePool,
  { path, status }: Route,
  language: Language,
  face: 'public' | 'private',
) =>
  pool.use(async (page) => {
    const response = await page.goto(localise(fillPath(path, states), language))
    expect(response?.status()).toBe(status)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
    await expectNoFaults(page, language, face)
  })

/** A form that was sent has come back: the click ends when the page is there, its title may not be yet. */
const expectRefused = (page: Page) => expect.poll(() => page.title(), { timeout: 20_000 }).toMatch(/^Error: /)

const promise =
  'has no axe violation, light and dark, at 1280 and 320 px, and never scrolls sideways, not even with text at 200 %'

describe.each(languages)(`in %s every public page ${promise}`, (language) => {
  let pool: PagePool
  let context: BrowserContext
  beforeAll(async () => {
    context = await openContext(options)
    pool = await openLooked(context)
  })
  afterAll(() => context.close())

  const routes = [...publicRoutes, ...publishedRoutes]
  test.concurrent.for(deskLanguages.includes(language) ? [...routes, ...entryRoutes] : routes)(
    '$name',
    (route) => expectFine(pool, route, language, 'public'),
  )
})

/** In English, and where everything is inspected, what each role sees of a page; else every page once, as the first who may open it. */
function listSeen(language: Language, role: Role): readonly Route[] {
  if (isWhole || language === 'en') return deskRoutes[role]
  const roles = Object.keys(deskRoutes) as Role[]
  const before = roles.slice(0, roles.indexOf(role)).flatMap((one) => deskRoutes[one])
  return deskRoutes[role].filter(
    ({ path, status }) => !before.some((one) => one.path === path && one.status === status),
  )
}

describe(`every private page ${promise}`, () => {
  describe.each(deskLanguages)('in %s', (language) => {
    describe.each(Object.keys(deskRoutes) as Role[])('as %s', (role) => {
      let pool: PagePool
      let context: BrowserContext
      beforeAll(async () => {
        context = (await openSignedIn(role, '/desk', options)).context()
        pool = await openLooked(context)
      })
      afterAll(() => context.close())

      test.concurrent.for(listSeen(language, role))('$name', (route) =>
        expectFine(pool, route, language, 'private'),
      )
    })
  })

  test('refused forms, and a review after the record moved on', async () => {
    const page = await openSignedIn('analyst', assessPath('KZ-2013-38'), options)
    await submit(page)
    await expectRefused(page)
    await expectNoFaults(page)
    const reviewer = await openSignedIn('reviewer', `/desk/kazakhstan/review/${states.review}`, options)
    await reviewer.getByRole('button', { name: desk.review.return, exact: true }).click()
    await expectRefused(reviewer)
    await expectNoFaults(reviewer)
    await publish(reviewer, await createSubmission(page, ref))
    await reviewer.goto(`/desk/kazakhstan/review/${states.review}`)
    expect(await reviewer.locator('main').innerText()).toContain(desk.conflict.title)
    await expectNoFaults(reviewer)
  })
})
