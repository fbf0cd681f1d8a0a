import { desk } from '@waymark/messages/en/desk'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessPath, submit } from '../src/assess.ts'
import { openContext, openSignedIn } from '../src/browser.ts'
import { getOverflow, listViolations, looks, setLook, setTextSize } from '../src/look.ts'
import { callProcedure, createSubmission, publish } from '../src/procedures.ts'
import { entryRoutes, listDeskRoutes, publicRoutes, type Route } from '../src/routes.ts'

// The accessibility checker is a script of ours in the page; the pages themselves bring none.
const options = { javaScriptEnabled: true }

/** What is wrong with the page that is open, in every look. */
async function listFaults(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const look of looks) {
    await setLook(page, look)
    const name = `${look.colorScheme}, ${look.width} px`
    for (const violation of await listViolations(page, look)) faults.push(`${name}: ${violation}`)
    if (look.width === 320 && look.colorScheme === 'light') {
      const { by, what } = await getOverflow(page)
      if (by > 0) faults.push(`${name}: scrolls sideways by ${by} px: ${what.join(', ')}`)
    }
  }
  await setLook(page, { colorScheme: 'light', width: 1280 })
  await setTextSize(page, 200)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
  const { by, what } = await getOverflow(page)
  if (by > 0) faults.push(`1280 px, text at 200 %: scrolls sideways by ${by} px: ${what.join(', ')}`)
  return faults
}

async function expectFine(page: Page, { path, status }: Route): Promise<void> {
  const response = await page.goto(path)
  expect(response?.status()).toBe(status)
  await expectNoFaults(page)
}

/** A form that was sent has come back: the click ends when the page is there, its title may not be yet. */
const expectRefused = (page: Page) => expect.poll(() => page.title(), { timeout: 20_000 }).toMatch(/^Error: /)

async function expectNoFaults(page: Page): Promise<void> {
  const faults = await listFaults(page)
  expect(faults, faults.join('\n')).toEqual([])
}

const promise =
  'has no axe violation, light and dark, at 1280 and 320 px, and never scrolls sideways, not even with text at 200 %'

describe(`every public page ${promise}`, () => {
  let context: BrowserContext
  beforeAll(async () => {
    context = await openContext(options)
  })
  afterAll(() => context.close())

  test.concurrent.for([...publicRoutes, ...entryRoutes])('$name', async (route) => {
    const page = await context.newPage()
    await expectFine(page, route)
    await page.close()
  })
})

describe(`every private page ${promise}`, () => {
  const ref = 'KZ-2014-02'
  let reviewId = 0

  beforeAll(async () => {
    // Every part of the queue has something in it.
    const analyst = await openSignedIn('analyst')
    const reviewer = await openSignedIn('reviewer')
    reviewId = await createSubmission(analyst, ref)
    const returned = await createSubmission(analyst, 'KZ-2014-04')
    await callProcedure(reviewer, 'assessment.return', {
      dossier: 'kazakhstan',
      id: returned,
      comment: 'Invented.',
    })
    await callProcedure(analyst, 'assessment.saveDraft', {
      dossier: 'kazakhstan',
      ref: 'KZ-2013-37',
      rev: 0,
      content: { rationale: 'Invented.' },
    }).catch(() => undefined)
    await analyst.context().close()
    await reviewer.context().close()
  })

  for (const role of ['analyst', 'reviewer', 'administrator'] as const) {
    describe(`as ${role}`, () => {
      let context: BrowserContext
      beforeAll(async () => {
        context = (await openSignedIn(role, '/desk', options)).context()
      })
      afterAll(() => context.close())

      test.concurrent.for(listDeskRoutes(role, 0).map(({ name }) => name))('%s', async (name) => {
        const route = listDeskRoutes(role, reviewId).find((one) => one.name === name)
        if (route === undefined) throw new Error(`there is no route ${name}`)
        const page = await context.newPage()
        await expectFine(page, route)
        await page.close()
      })
    })
  }

  test('refused forms, and a review after the record moved on', async () => {
    const page = await openSignedIn('analyst', assessPath('KZ-2013-38'), options)
    await submit(page)
    await expectRefused(page)
    await expectNoFaults(page)
    const reviewer = await openSignedIn('reviewer', `/desk/kazakhstan/review/${reviewId}`, options)
    await reviewer.getByRole('button', { name: desk.review.return, exact: true }).click()
    await expectRefused(reviewer)
    await expectNoFaults(reviewer)
    await publish(reviewer, await createSubmission(page, ref))
    await reviewer.goto(`/desk/kazakhstan/review/${reviewId}`)
    expect(await reviewer.locator('main').innerText()).toContain(desk.conflict.title)
    await expectNoFaults(reviewer)
  })
})
