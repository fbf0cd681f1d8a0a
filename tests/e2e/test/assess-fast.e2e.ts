import { desk } from '@waymark/messages/en/desk'
import { deskAssess } from '@waymark/messages/en/desk-assess'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessPath } from '../src/assess.ts'
import { openSignedIn } from '../src/browser.ts'
import { askProcedure, callProcedure } from '../src/procedures.ts'

const dossier = 'kazakhstan'
const scripted = { javaScriptEnabled: true }
type Form = { readonly draft: { readonly rev: number; readonly content: Record<string, string> } | null }
type History = { readonly assessments: readonly { readonly rationale: string; readonly workflow: string }[] }
const getForm = (page: Page, ref: string) => askProcedure<Form>(page, 'assessment.form', { dossier, ref })

describe('twenty updates by keyboard alone', () => {
  /** Keys pressed beyond the text that an update consists of; every key counts once, a chord too. */
  let keys = 0
  let page: Page
  const press = async (key: string) => {
    keys++
    await page.keyboard.press(key)
  }
  afterAll(() => page.context().close())

  test('through the panel beside the register take under three minutes and at most four keys a row beyond their text', async () => {
    page = await openSignedIn('analyst', `/desk/${dossier}/register`, scripted)
    page.setDefaultTimeout(30_000)
    const grid = page.getByRole('grid')
    await grid.waitFor()
    // To the first row, once: the grid takes the focus on the row that is active.
    await grid.locator('[role=row][tabindex="0"]').first().focus()
    const done: string[] = []
    const started = performance.now()
    for (let n = 1; n <= 20; n++) {
      const before = keys
      const row = await page.evaluate(() => document.activeElement?.getAttribute('role'))
      expect([n, row]).toEqual([n, 'row'])
      await press('Enter')
      const line = page.getByLabel(deskAssess.line, { exact: true })
      await line.waitFor()
      await page.waitForFunction(() => document.activeElement?.id === 'line')
      const ref = new URL(page.url()).searchParams.get('assess') ?? ''
      expect(done).not.toContain(ref)
      await page.keyboard.insertText(
        `limited 2026-10-${String(n).padStart(2, '0')} medium Update ${n} of a test, with invented words. ` +
          `https://www.hrw.org/invented/${n} Invented page ${n}`,
      )
      await press('Control+Enter')
      await page.waitForFunction(
        (said) =>
          document.querySelector('#submitted')?.textContent === said && !document.querySelector('.regpanel'),
        deskAssess.submitted(ref),
      )
      done.push(ref)
      expect(keys - before).toBeLessThanOrEqual(4)
      await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'row')
    }
    expect(performance.now() - started).toBeLessThan(180_000)
    expect(new Set(done).size).toBe(20)
    for (const [i, ref] of done.entries()) {
      const { assessments } = await askProcedure<History>(page, 'assessment.history', { dossier, ref })
      const mine = assessments.filter(
        ({ rationale }) => rationale === `Update ${i + 1} of a test, with invented words.`,
      )
      expect([ref, mine.map(({ workflow }) => workflow)]).toEqual([ref, ['submitted']])
      expect((await getForm(page, ref)).draft).toBeNull()
    }
  }, 240_000)
})

describe('while one writes', () => {
  const ref = 'KZ-2014-05'
  let page: Page
  const rationale = (on: Page) => on.getByLabel(desk.assess.rationale, { exact: true })
  beforeAll(async () => {
    page = await openSignedIn('analyst', assessPath(ref), scripted)
  })
  afterAll(async () => {
    await callProcedure(page, 'assessment.discardDraft', { dossier, ref })
    await page.context().close()
  })

  test('the rules are told as they apply, and go when they no longer do', async () => {
    await page.getByLabel(deskAssess.line, { exact: true }).fill('full 2026-01-02 high')
    const rules = page.getByRole('region', { name: deskAssess.rules.heading })
    await rules.getByText(deskAssess.rules.twoOrigins(true, []).says).waitFor()
    await page.getByRole('radio', { name: /Limited/ }).check()
    await rules.getByText(deskAssess.rules.twoOrigins(true, []).says).waitFor({ state: 'detached' })
  })

  test('the draft keeps itself, and is there when the browser comes back', async () => {
    await rationale(page).fill('Words of a test that nobody kept by hand.')
    await page.locator('.keptat').getByText('Draft kept at').waitFor()
    await expect
      .poll(async () => (await getForm(page, ref)).draft?.content.rationale, { timeout: 20_000 })
      .toBe('Words of a test that nobody kept by hand.')
    const again = await openSignedIn('analyst', assessPath(ref), scripted)
    expect(await rationale(again).inputValue()).toBe('Words of a test that nobody kept by hand.')
    await again.context().close()
  })

  test('a draft that was changed in another window is shown beside what is typed, which stays until one chooses', async () => {
    const { draft } = await getForm(page, ref)
    await callProcedure(page, 'assessment.saveDraft', {
      dossier,
      ref,
      rev: draft?.rev ?? 0,
      content: { ...draft?.content, rationale: 'Typed in the other window.' },
    })
    await rationale(page).fill('Typed in this window.')
    const moved = page.getByRole('alert').filter({ hasText: deskAssess.draft.movedTitle })
    await moved.waitFor()
    expect(await moved.innerText()).toContain('Typed in the other window.')
    expect(await rationale(page).inputValue()).toBe('Typed in this window.')
    await moved.getByRole('button', { name: deskAssess.draft.keepHere }).click()
    await expect
      .poll(async () => (await getForm(page, ref)).draft?.content.rationale, { timeout: 20_000 })
      .toBe('Typed in this window.')
    await moved.waitFor({ state: 'detached' })
  })
})
