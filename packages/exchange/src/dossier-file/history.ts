import type { AssessmentRow } from '@waymark/assessment/assessment'
import { type AssessmentContent, mayAssert } from '@waymark/assessment/content'
import { formatInstant } from '@waymark/kernel/instant'
import type { RefusalCode } from '@waymark/kernel/refusal'
import type { FileError } from './file-error.ts'
import { formatPath, formatQuoted } from './file-error.ts'
import type { DossierContext } from './known.ts'
import { entries } from './references.ts'
import type { Loose, LooseDossierFile } from './schema.ts'

type Row = Loose<AssessmentRow>

/** What must hold of the assessments of a file: their step, correction, dates, times of recording and content. */
export function listHistoryErrors(file: LooseDossierFile, context: DossierContext): FileError[] {
  const targets = getTargets(file, context)
  const errors: FileError[] = []
  let latest = { at: '', index: -1 }
  for (const [i, row] of entries(file.assessments)) {
    errors.push(...listStepErrors(i, row, targets), ...listCorrectionErrors(i, row, targets))
    errors.push(...listContentErrors(i, row, context.today))
    if (row.recorded === undefined) continue
    const at = formatInstant(row.recorded)
    errors.push(...listRecordedErrors(i, at, latest, context))
    if (at >= latest.at) latest = { at, index: i }
  }
  return errors
}

type Targets = {
  readonly recommendations: ReadonlyMap<string, { steps: ReadonlySet<string | undefined> }>
  readonly assessments: ReadonlyMap<
    string,
    { recommendation: string | undefined; step: string | null; index: number }
  >
}

function getTargets(file: LooseDossierFile, { known }: DossierContext): Targets {
  const recommendations = new Map<string, { steps: ReadonlySet<string | undefined> }>(known?.recommendations)
  for (const [, row] of entries(file.recommendations)) {
    if (row.ref === undefined) continue
    recommendations.set(row.ref, { steps: new Set(row.steps?.map((step) => step?.key)) })
  }
  const assessments = new Map<
    string,
    { recommendation: string | undefined; step: string | null; index: number }
  >()
  for (const [key, row] of known?.assessments ?? []) assessments.set(key, { ...row, index: -1 })
  for (const [index, row] of entries(file.assessments)) {
    if (row.key !== undefined)
      assessments.set(row.key, { recommendation: row.recommendation, step: row.step ?? null, index })
  }
  return { recommendations, assessments }
}

function* listStepErrors(i: number, row: Row, { recommendations }: Targets): Generator<FileError> {
  const target = recommendations.get(row.recommendation ?? '')
  if (row.step === undefined || !target || target.steps.has(row.step)) return
  const message = `${formatQuoted(row.step)} is not a progress step of ${row.recommendation}. Use one of its steps, or add this one to it.`
  yield { path: formatPath(['assessments', i, 'step']), message, code: 'unknown-step' }
}

function* listCorrectionErrors(i: number, row: Row, { assessments }: Targets): Generator<FileError> {
  const target = assessments.get(row.supersedes ?? '')
  if (!target) return
  const path = formatPath(['assessments', i, 'supersedes'])
  if (target.recommendation !== row.recommendation || target.step !== (row.step ?? null)) {
    const message = `${formatQuoted(row.supersedes)} is an assessment of another recommendation or step. A correction stays with its own.`
    yield { path, message, code: 'invalid-input' }
  } else if (target.index >= i) {
    const message = `${formatQuoted(row.supersedes)} does not come before this row. Put a correction after what it corrects.`
    yield { path, message, code: 'invalid-input' }
  }
}

const sentences: Partial<Record<RefusalCode, (row: Row, today: string) => string>> = {
  'effective-in-future': (row, today) =>
    `“effective” is ${formatQuoted(row.effective)}, which is after today, ${today}. A finding cannot lie in the future: correct the date.`,
  'draft-law-caps-at-limited': (row) =>
    `Only draft laws support the level ${formatQuoted(row.level)}. A draft law never counts for more than “limited”: lower the level, or add other evidence.`,
  'full-needs-two-origins': () =>
    'Full implementation needs supporting evidence of at least two independent origins. Add one, or lower the level.',
}

/** The rules of what may be asserted at all. They are the domain's; a file gets no exception from them. */
function* listContentErrors(i: number, row: Row, today: string): Generator<FileError> {
  const content = getContent(row)
  if (!content) return
  const asserted = mayAssert(content, { today })
  // A wrong date hides the rules of the level: ask them as of today.
  const asOfToday = mayAssert({ ...content, effective: today }, { today })
  for (const result of [asserted, asOfToday]) {
    if (result.ok) continue
    const sentence = sentences[result.error.code]?.(row, today)
    if (sentence === undefined) continue
    yield {
      path: formatPath(['assessments', i, result.error.path ?? 'level']),
      message: sentence,
      code: result.error.code,
    }
  }
}

/** Null where a field that the rules look at was refused. */
function getContent(row: Row): AssessmentContent | null {
  const { effective, rationale, level, state, contrary } = row
  const evidence: AssessmentContent['evidence'][number][] = []
  for (const item of row.evidence ?? []) {
    if (!item?.stance || !item.kind || !item.origin) return null
    evidence.push({ stance: item.stance, kind: item.kind, origin: item.origin })
  }
  if (effective === undefined || rationale === undefined || evidence.length === 0) return null
  if (level !== undefined)
    return { finding: { level, contrary: contrary ?? false }, effective, rationale, evidence }
  return state === undefined ? null : { finding: { state }, effective, rationale, evidence }
}

function* listRecordedErrors(
  i: number,
  at: string,
  latest: { at: string; index: number },
  { now, isNew, onRecord }: DossierContext,
): Generator<FileError> {
  const path = formatPath(['assessments', i, 'recorded'])
  if (!isNew && !onRecord?.has(i)) {
    const message =
      '“recorded” may be given only when history is brought into a new dossier. Remove it: the database sets the time.'
    yield { path, message, code: 'recorded-needs-new-dossier' }
  }
  if (at > formatInstant(now)) {
    const message = `“recorded” is ${at}, which lies in the future. Correct it, or remove it.`
    yield { path, message, code: 'invalid-instant' }
  }
  if (at < latest.at) {
    const message = `“recorded” is ${at}, before ${formatPath(['assessments', latest.index])} was recorded (${latest.at}). Put the rows in the order in which they were recorded.`
    yield { path, message, code: 'invalid-instant' }
  }
}
