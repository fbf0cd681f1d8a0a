import { buildCaseConflict, buildStatusConflict, CaseFields, StatusFields } from './case-fields.tsx'
import type { DeskCase } from './case-shown.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { FormFrame, getFormState, ReasonField } from './form-frame.tsx'
import { getOrphaned, KeptWords } from './kept-words.tsx'
import { newSourceFollows } from './source-fields.tsx'
import { buildSourceLabels, type SourceChoice } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'
import { VisibilityBadge } from './visibility.tsx'

import type { Outcome } from './written-form.ts'

/** Statuses, latest first, each with the forms that correct it and take it back; and the form that adds one. */
export function CaseStatuses({
  one,
  sources,
  mayWrite,
  outcome,
}: {
  one: DeskCase
  sources: readonly SourceChoice[]
  mayWrite: boolean
  outcome: Outcome | undefined
}) {
  const words = useDeskWords()
  const { formatDate, t, vocabulary } = words
  const copy = t.cases.cases
  const add = getFormState('record-status', {}, outcome)
  const hint = one.sensitivity === 'public' ? copy.takesTwo : copy.atOnce
  const isOfStatus = /^(correct|void)-status\./.test(outcome?.intent ?? '')
  const orphaned = getOrphaned(
    isOfStatus ? outcome : undefined,
    one.statuses.map(({ entry }) => entry),
  )
  return (
    <section className="part" aria-labelledby="statuses">
      <h2 id="statuses">{copy.statuses}</h2>
      <KeptWords typed={orphaned} fields={buildStatusConflict(words)} />
      {one.statuses.length === 0 && <p className="quiet">{copy.noStatuses}</p>}
      <ol className="history">
        {one.statuses.map((status) => (
          <li className="past" key={status.entry}>
            <h3>
              {vocabulary.caseStatuses[status.status]}{' '}
              <span className="quiet">{formatDate(status.date)}</span>{' '}
              <VisibilityBadge seen={one.sensitivity} />
            </h3>
            {status.note !== null && <p className="whole">{status.note}</p>}
            <p className="hint">{status.source.title}</p>
            {mayWrite && <StatusForms status={status} sources={sources} hint={hint} outcome={outcome} />}
          </li>
        ))}
      </ol>
      {mayWrite && (
        <FormFrame folded state={add} label={copy.addStatus} hint={hint}>
          <StatusFields state={add} />
        </FormFrame>
      )}
    </section>
  )
}

function StatusForms({
  status,
  sources,
  hint,
  outcome,
}: {
  status: DeskCase['statuses'][number]
  sources: readonly SourceChoice[]
  hint: string
  outcome: Outcome | undefined
}) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.cases.cases
  const begin = {
    status: status.status,
    date: status.date,
    note: status.note ?? '',
    source: buildSourceLabels(sources).get(status.source.key) ?? status.source.key,
  }
  const mistake = getFormState(`void-status.${status.entry}`, {}, outcome)
  return (
    <>
      <CorrectionForm
        folded
        outcome={outcome}
        intent={`correct-status.${status.entry}`}
        version={status.version}
        begin={begin}
        fields={buildStatusConflict(words)}
        followers={newSourceFollows}
        label={copy.correctStatus}
        hint={hint}
        reasonHint={t.linkage.reasonHint}
      >
        {(state) => <StatusFields state={state} />}
      </CorrectionForm>
      <FormFrame
        folded
        state={mistake}
        label={copy.voidStatus}
        hint={hint}
        hidden={{ basedOn: status.version }}
      >
        <ReasonField state={mistake} label={copy.voidReason} />
      </FormFrame>
    </>
  )
}

/** The form that corrects what the case says. */
export function CaseCorrection({ one, outcome }: { one: DeskCase; outcome: Outcome | undefined }) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.cases.cases
  const begin = {
    kind: one.kind,
    publicName: one.name,
    naming: one.naming ?? '',
    realName: one.realName ?? '',
    summary: one.summary,
    consentBasis: one.consentBasis ?? '',
    'recommendations[]': one.recommendations.map(({ ref }) => ref).join('\n'),
  }
  return (
    <CorrectionForm
      folded
      outcome={outcome}
      intent="correct"
      version={one.version}
      begin={begin}
      fields={buildCaseConflict(words)}
      label={copy.correct}
      hint={one.sensitivity === 'public' ? copy.takesTwo : copy.atOnce}
      reasonHint={t.linkage.reasonHint}
    >
      {(state) => <CaseFields state={state} />}
    </CorrectionForm>
  )
}
