import { buildFieldName, buildItemName, type Typed } from './submit-form.ts'
import type { AssessmentView } from './views.ts'

/** A form that starts from an assessment already on record. */
export function buildTypedFrom(
  view: AssessmentView,
  labels: ReadonlyMap<string, string>,
  { basedOn, correct }: { readonly basedOn: number; readonly correct: boolean },
): Typed {
  const evidence = view.evidence.flatMap(({ item, ...own }, row): [string, string][] => {
    const name = (field: string) => buildFieldName(row, field)
    // What was picked from an item on record stays that item, in its latest version; only the stance is the assessment's own.
    if (item !== null)
      return [
        [name('source'), buildItemName(item, own.source.title)],
        [name('stance'), own.stance],
      ]
    return [
      [name('source'), labels.get(own.source.key) ?? own.source.key],
      [name('locator'), own.locator ?? ''],
      [name('stance'), own.stance],
      [name('kind'), own.kind],
      [name('origin'), own.origin],
      [name('factDate'), own.factDate ?? ''],
      [name('excerpt'), own.excerpt ?? ''],
    ]
  })
  const supersedes = correct ? view.id : view.supersedes
  return {
    basedOn: String(basedOn),
    from: String(view.id),
    step: view.step ?? '',
    finding: view.finding.level ?? view.finding.state ?? '',
    ...(view.finding.contrary ? { contrary: 'on' } : {}),
    effective: view.effective,
    confidence: view.confidence,
    rationale: view.rationale,
    ...(supersedes === null
      ? {}
      : { supersedes: String(supersedes), reason: correct ? '' : (view.reason ?? '') }),
    ...Object.fromEntries(evidence),
  }
}
