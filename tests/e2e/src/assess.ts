import { deskCatalogues } from '@waymark/messages/desk'
import { desk } from '@waymark/messages/en/desk'
import type { Language } from '@waymark/messages/language'
import { vocabulary } from '@waymark/messages/vocabulary'
import type { Page } from 'playwright-core'

const words = vocabulary.en

export type NewSource = {
  readonly title: string
  readonly publisher: string
  readonly date: string
  readonly language: string
}
export type Evidence = {
  readonly source: string | NewSource
  readonly kind: keyof typeof words.evidenceKinds
  readonly origin: keyof typeof words.origins
  readonly locator?: string
}
export type Typed = {
  readonly finding: keyof typeof words.levels
  readonly effective: string
  readonly rationale: string
  readonly evidence: readonly Evidence[]
}

/** Everything that tests type says of itself that it is invented. */
export const invented = 'Invented for a test.'

/** An item of evidence that is sound in itself. */
export const soundItem = (
  title = 'Invented report',
  origin: Evidence['origin'] = 'independent-ngo',
): Evidence => ({
  source: { title, publisher: 'Invented publisher', date: '2026-01-02', language: 'en' },
  kind: 'ngo-monitoring',
  origin,
})

/** Types an assessment into the form on the page, by the names that a reader sees; sends nothing but “Add another item”. */
export async function fillAssessment(page: Page, typed: Typed, language: Language = 'en'): Promise<void> {
  const { t, vocabulary: words } = deskCatalogues[language]
  const copy = t.desk.assess
  const form = page.locator('form.assessing')
  await form.getByRole('radio', { name: words.levels[typed.finding].label }).check()
  await form.getByLabel(copy.effective, { exact: true }).fill(typed.effective)
  await form.getByLabel(copy.confidence, { exact: true }).selectOption({ label: words.confidences.medium })
  await form.getByLabel(copy.rationale, { exact: true }).fill(typed.rationale)
  for (const [index, item] of typed.evidence.entries()) {
    if (index > 0) await form.getByRole('button', { name: copy.add, exact: true }).click()
    await fillEvidence(page, index + 1, item, language)
  }
}

async function fillEvidence(page: Page, position: number, item: Evidence, language: Language): Promise<void> {
  const { t, vocabulary: words } = deskCatalogues[language]
  const copy = t.desk.assess
  const group = page.getByRole('group', { name: copy.item(position), exact: true })
  if (typeof item.source === 'string') {
    await group.getByLabel(copy.source, { exact: true }).fill(item.source)
  } else {
    const { source } = item
    await group.getByText(copy.newSource, { exact: true }).click()
    await group.getByLabel(copy.newTitle, { exact: true }).fill(source.title)
    await group.getByLabel(copy.newPublisher, { exact: true }).fill(source.publisher)
    await group.getByLabel(copy.newKind, { exact: true }).selectOption({ label: words.sourceKinds.synthetic })
    await group.getByLabel(copy.newDate, { exact: true }).fill(source.date)
    await group.getByLabel(copy.newLanguage, { exact: true }).fill(source.language)
  }
  await group.getByLabel(copy.kind, { exact: true }).selectOption({ label: words.evidenceKinds[item.kind] })
  await group.getByLabel(copy.origin, { exact: true }).selectOption({ label: words.origins[item.origin] })
  if (item.locator !== undefined) await group.getByLabel(copy.locator, { exact: true }).fill(item.locator)
}

export const submit = (page: Page): Promise<void> =>
  page.getByRole('button', { name: desk.assess.submit, exact: true }).click()

export const assessPath = (ref: string): string => `/desk/kazakhstan/recommendations/${ref}/assess`
