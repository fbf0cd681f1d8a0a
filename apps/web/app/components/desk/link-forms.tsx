import { TextAreaField } from '@waymark/ui/field'
import { CorrectionForm } from './correction-form.tsx'
import { DateField, FormFrame, getControl, getFormState, SourceFields } from './form-frame.tsx'
import { buildLinkConflict, type CommitmentChoice, LinkFields } from './link-fields.tsx'
import { useDeskWords } from './use-desk-words.ts'
import type { DeskLink } from './views.ts'

import type { Outcome } from './written-form.ts'

/** What can be recorded of one link, each folded away: a waiver, its end, a correction. */
export function LinkForms({
  link,
  commitments,
  outcome,
}: {
  link: DeskLink
  commitments: readonly CommitmentChoice[]
  outcome: Outcome | undefined
}) {
  const words = useDeskWords()
  const { formatDate, t } = words
  const copy = t.linkage.link
  const waive = getFormState('waive', {}, outcome)
  // A form that was refused stays, even where it no longer fits: what was typed in it is not taken away.
  const isShown = (intent: string, fits: boolean) => fits || outcome?.intent === intent
  const ended = { ended: link.ended ?? '' }
  const endConflict = [{ name: 'ended', label: copy.ended, format: formatDate }]
  const begin = {
    role: link.role,
    required: link.required ?? '',
    'commitments[]': link.commitments.join('\n'),
    note: link.note ?? '',
  }
  return (
    <>
      {link.role !== 'context' && (
        <FormFrame folded state={waive} label={copy.waive} hint={copy.waiveHint}>
          <DateField state={waive} name="effective" label={copy.effective} />
          <TextAreaField label={copy.why} hint={copy.whyHint} rows={2} {...getControl(waive, 'why')} />
          <SourceFields state={waive} />
        </FormFrame>
      )}
      {isShown('end', link.ended === null) && (
        <CorrectionForm
          folded
          outcome={outcome}
          intent="end"
          version={link.version}
          begin={ended}
          fields={endConflict}
          label={copy.end}
          hint={copy.endHint}
        >
          {(state) => <DateField state={state} name="ended" label={copy.ended} />}
        </CorrectionForm>
      )}
      {isShown('renew', link.ended !== null) && (
        <CorrectionForm
          folded
          outcome={outcome}
          intent="renew"
          version={link.version}
          begin={ended}
          fields={endConflict}
          label={copy.renew}
          hint={copy.renewHint}
        >
          {() => null}
        </CorrectionForm>
      )}
      <CorrectionForm
        folded
        outcome={outcome}
        intent="correct"
        version={link.version}
        begin={begin}
        fields={buildLinkConflict(words, commitments)}
        label={copy.correct}
        hint={copy.correctHint}
        reasonHint={t.linkage.reasonHint}
      >
        {(state) => <LinkFields state={state} commitments={commitments} />}
      </CorrectionForm>
    </>
  )
}
