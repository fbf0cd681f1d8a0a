import { desk } from '@waymark/messages/en/desk'
import { deskAssess } from '@waymark/messages/en/desk-assess'
import { deskEvidence } from '@waymark/messages/en/desk-evidence'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { vocabulary } from '@waymark/messages/vocabulary'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { assessPath, invented, submit } from '../src/assess.ts'
import { openSignedIn } from '../src/browser.ts'
import { getRecommendation, getSourceLabel } from '../src/dossier.ts'

const words = vocabulary.en
const base = '/desk/kazakhstan/evidence'
const { ref } = getRecommendation('KZ-2013-38')
const excerpt = 'Invented words of an invented report.'

/** A PDF of one page, written out by hand: small, and with nothing that a program would have put in. */
const buildPdf = (text: string): Buffer => {
  const stream = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = body.length
  body += `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}
const pdf = { name: 'Отчёт.pdf', mimeType: 'application/pdf', buffer: buildPdf('Invented report') }

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()
const readMain = (page: Page) => page.locator('main').innerText()

describe('a file becomes evidence, without script', () => {
  let page: Page
  let item = ''
  beforeAll(async () => {
    page = await openSignedIn('analyst', `${base}/new`)
  })

  test('what is no document is refused at its field; what was typed stays', async () => {
    await field(page, deskEvidence.excerpt).fill(excerpt)
    await field(page, deskEvidence.upload).setInputFiles({
      name: 'report.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ\u0000 no document'),
    })
    await press(page, deskEvidence.keep)
    expect(await page.getByRole('alert').innerText()).toContain('Files of this kind are not taken in')
    expect(await field(page, deskEvidence.excerpt).inputValue()).toBe(excerpt)
  })

  test('a page that is not on the public internet is not fetched', async () => {
    await field(page, deskEvidence.capture).fill('http://127.0.0.1:1/private')
    await press(page, deskEvidence.captureAct)
    expect(await page.getByRole('alert').innerText()).toContain('Nothing is fetched from this address')
    await field(page, deskEvidence.capture).fill('')
  })

  test('a PDF is kept before anything else, and an item is made of it', async () => {
    await field(page, deskEvidence.upload).setInputFiles(pdf)
    await press(page, deskEvidence.keep)
    expect(await page.getByRole('status').innerText()).toBe(deskEvidence.kept)
    expect(await readMain(page)).toContain(pdf.name)
    await press(page, deskEvidence.recordAct)
    const errors = await page.getByRole('alert').innerText()
    expect(errors).toContain(deskLinkage.missing.source)
    expect(await readMain(page)).toContain(pdf.name)
    await field(page, deskLinkage.source).fill(getSourceLabel('iphr-2014'))
    await field(page, deskLinkage.locator).fill('page 7')
    await field(page, deskEvidence.kind).selectOption({ label: words.evidenceKinds['ngo-monitoring'] })
    await field(page, deskEvidence.origin).selectOption({ label: words.origins['independent-ngo'] })
    await field(page, deskEvidence.language).fill('en')
    await press(page, deskEvidence.recordAct)
    expect(await page.getByRole('status').innerText()).toBe(deskEvidence.done.record)
    item = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    expect(await readMain(page)).toContain(excerpt)
  })

  test('it is read as an attachment in a sandbox, of the type that it was found to be', async () => {
    for (const [label, action] of [
      [deskEvidence.view, 'file.view'],
      [deskEvidence.export, 'file.export'],
    ] as const) {
      const href = (await page.getByRole('link', { name: label, exact: true }).getAttribute('href')) ?? ''
      const response = await page.request.get(href)
      const headers = response.headers()
      expect([action, response.status(), headers['content-type']]).toEqual([action, 200, 'application/pdf'])
      expect(headers['content-disposition']).toMatch(
        /^attachment; filename="evidence-\d+\.pdf"; filename\*=UTF-8''%D0%9E.*\.pdf$/,
      )
      expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cache-control']).toContain('no-store')
      const body = await response.body()
      expect(body.subarray(0, 5).toString()).toBe('%PDF-')
      if (action === 'file.export') expect(body.equals(pdf.buffer)).toBe(true)
    }
  })

  test('an assessment rests on it; the item says so, and shows its chain of custody in order', async () => {
    await page.goto(assessPath(ref))
    const offered = page.locator(`#sources option[value^="Item ${item}: "]`)
    const form = page.locator('form.assessing')
    await form.getByRole('radio', { name: vocabulary.en.levels.limited.label }).check()
    await form.getByLabel(desk.assess.effective, { exact: true }).fill('2026-01-02')
    await form.getByLabel(desk.assess.confidence, { exact: true }).selectOption('low')
    await form.getByLabel(desk.assess.rationale, { exact: true }).fill(invented)
    const named = (await offered.getAttribute('value')) ?? ''
    await form.getByLabel(desk.assess.source, { exact: true }).fill(named)
    await submit(page)
    expect(await page.getByRole('status').innerText()).toBe(desk.record.sent)
    await page.goto(`${base}/${item}`)
    expect(await page.getByRole('region', { name: deskEvidence.usedBy }).innerText()).toContain(ref)
    const rows = page.getByRole('region', { name: deskEvidence.custody }).locator('tbody tr')
    const told = (await rows.allInnerTexts()).map((row) => row.split('\n')[0]?.split('\t')[0]?.trim())
    expect(told).toEqual([
      deskEvidence.actions['file.upload'],
      deskEvidence.actions['evidence-item.record'],
      deskEvidence.actions['file.view'],
      deskEvidence.actions['file.export'],
    ])
  })

  test('the same bytes again are the same file, and it is found by its words', async () => {
    await page.goto(`${base}/new`)
    await field(page, deskEvidence.upload).setInputFiles({ ...pdf, name: 'again.pdf' })
    await press(page, deskEvidence.keep)
    expect(await page.getByRole('status').innerText()).toBe(deskEvidence.known)
    await page.goto(base)
    await field(page, deskEvidence.search).fill('invented report')
    await press(page, deskEvidence.find)
    expect(await readMain(page)).toContain(pdf.name)
    const missing = await page.goto(`/desk/kazakhstan/files/987654321`)
    expect(missing?.status()).toBe(404)
  })
})

describe('a file becomes evidence on the assess form itself', () => {
  const { file } = deskAssess
  const item = (page: Page) => page.getByRole('group', { name: desk.assess.item(1), exact: true })

  test('without script: what is wrong is told at its field, what was typed stays, and the item is picked', async () => {
    const page = await openSignedIn('analyst', assessPath(ref))
    const form = page.locator('form.assessing')
    await form.getByLabel(desk.assess.rationale, { exact: true }).fill(`${invented} With a file.`)
    await item(page).locator('summary', { hasText: file.summary }).click()
    const choose = (buffer: Buffer) =>
      item(page)
        .getByLabel(deskEvidence.upload, { exact: true })
        .setInputFiles({ name: 'shown.pdf', mimeType: 'application/pdf', buffer })
    const attach = () => item(page).getByRole('button', { name: file.attach, exact: true }).click()
    await choose(Buffer.from('MZ\u0000 no document'))
    await attach()
    expect(await page.getByRole('alert').innerText()).toContain('Files of this kind are not taken in')
    await choose(Buffer.alloc(21_000_000, ' '))
    await attach()
    expect(await page.getByRole('alert').innerText()).toContain('too large')
    expect(await form.getByLabel(desk.assess.rationale, { exact: true }).inputValue()).toContain(
      'With a file.',
    )
    await choose(buildPdf('Invented file of an assessment'))
    await attach()
    // The file is kept; of the item something is missing.
    expect(await page.getByRole('alert').innerText()).toContain(desk.faults.missing.source)
    expect(await item(page).innerText()).toContain('shown.pdf')
    await item(page).getByLabel(desk.assess.source, { exact: true }).fill(getSourceLabel('iphr-2014'))
    await item(page)
      .getByLabel(desk.assess.kind, { exact: true })
      .selectOption({ label: words.evidenceKinds['ngo-monitoring'] })
    await item(page)
      .getByLabel(desk.assess.origin, { exact: true })
      .selectOption({ label: words.origins['independent-ngo'] })
    await attach()
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(await item(page).getByLabel(desk.assess.source, { exact: true }).inputValue()).toMatch(
      /^Item \d+: shown\.pdf$/,
    )
    await form.getByRole('radio', { name: words.levels.limited.label }).check()
    await form.getByLabel(desk.assess.effective, { exact: true }).fill('2026-01-03')
    await form.getByLabel(desk.assess.confidence, { exact: true }).selectOption('low')
    await submit(page)
    expect(await page.getByRole('status').innerText()).toBe(desk.record.sent)
  })

  test('with script: dropped on an item beside the register, it goes with the submission', async () => {
    const page = await openSignedIn('analyst', `/desk/kazakhstan/register?assess=${ref}`, {
      javaScriptEnabled: true,
    })
    const form = page.locator('form.assessing')
    await page.waitForFunction(() => '__remixRouteModules' in window)
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'dropped.pdf', { type: 'application/pdf' }))
      return data
    }, buildPdf('Invented file that was dropped').toString('latin1'))
    const upload = item(page).getByLabel(deskEvidence.upload, { exact: true })
    await expect
      .poll(async () => {
        await item(page).dispatchEvent('drop', { dataTransfer: transfer })
        return upload.inputValue()
      })
      .toContain('dropped.pdf')
    await form.getByRole('radio', { name: words.levels.limited.label }).check()
    await form.getByLabel(desk.assess.effective, { exact: true }).fill('2026-01-04')
    await form.getByLabel(desk.assess.confidence, { exact: true }).selectOption('low')
    await form.getByLabel(desk.assess.rationale, { exact: true }).fill(`${invented} Dropped.`)
    await item(page).getByLabel(desk.assess.source, { exact: true }).fill(getSourceLabel('iphr-2014'))
    for (const [label, chosen] of [
      [desk.assess.kind, words.evidenceKinds['ngo-monitoring']],
      [desk.assess.origin, words.origins['independent-ngo']],
    ] as const)
      await item(page).getByLabel(label, { exact: true }).selectOption({ label: chosen })
    await form.getByRole('button', { name: desk.assess.submit, exact: true }).click()
    await page
      .getByRole('status')
      .filter({ hasText: deskAssess.submitted(ref) })
      .waitFor()
    await page.goto(base)
    expect(await readMain(page)).toContain('dropped.pdf')
    await page.context().close()
  })
})

test('with script, a file dropped on the form is chosen', async () => {
  const page = await openSignedIn('analyst', `${base}/new`, { javaScriptEnabled: true })
  const form = page.getByRole('form', { name: deskEvidence.newTitle })
  await page.waitForFunction(() => '__remixRouteModules' in window)
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['%PDF-1.4'], 'dropped.pdf', { type: 'application/pdf' }))
    return data
  })
  const upload = field(page, deskEvidence.upload)
  await expect
    .poll(async () => {
      await form.dispatchEvent('drop', { dataTransfer: transfer })
      return upload.inputValue()
    })
    .toContain('dropped.pdf')
})
