import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { TextAreaField } from '@waymark/ui/field'
import { buildWas } from './field-choices.ts'
import { FieldConflict } from './field-conflict.tsx'
import { DateField, FormFrame, getControl, getFormState, ReasonField, SourceFields } from './form-frame.tsx'
import { buildLinkConflict, type CommitmentChoice, LinkFields } from './link-fields.tsx'
import type { DeskLink } from './views.ts'
import type { Outcome } from './written-form.ts'

const copy = deskLinkage.link

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
  const hidden = { basedOn: link.version }
  const waive = getFormState('waive', {}, outcome)
  const end = getFormState('end', {}, outcome)
  const renew = getFormState('renew', {}, outcome)
  const begin = {
    role: link.role,
    required: link.required ?? '',
    'commitments[]': link.commitments.join('\n'),
    note: link.note ?? '',
  }
  const correct = getFormState('correct', begin, outcome)
  return (
    <>
      {link.role !== 'context' && (
        <FormFrame folded state={waive} label={copy.waive} hint={copy.waiveHint}>
          <DateField state={waive} name="effective" label={copy.effective} />
          <TextAreaField label={copy.why} hint={copy.whyHint} rows={2} {...getControl(waive, 'why')} />
          <SourceFields state={waive} />
        </FormFrame>
      )}
      {link.ended === null ? (
        <FormFrame folded state={end} label={copy.end} hint={copy.endHint} hidden={hidden}>
          <DateField state={end} name="ended" label={copy.ended} />
          <ReasonField state={end} />
        </FormFrame>
      ) : (
        <FormFrame folded state={renew} label={copy.renew} hint={copy.renewHint} hidden={hidden}>
          <ReasonField state={renew} />
        </FormFrame>
      )}
      <FieldConflict
        outcome={outcome}
        intent="correct"
        version={link.version}
        fields={buildLinkConflict(commitments)}
        theirs={begin}
      />
      <FormFrame
        folded
        state={correct}
        label={copy.correct}
        hint={copy.correctHint}
        hidden={{ ...hidden, ...buildWas(begin, Object.keys(begin)) }}
      >
        <LinkFields state={correct} commitments={commitments} />
        <ReasonField state={correct} hint={deskLinkage.reasonHint} />
      </FormFrame>
    </>
  )
}
