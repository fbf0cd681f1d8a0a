import { TextAreaField } from '@waymark/ui/field'
import { FormFrame, getControl, getFormState } from '../desk/form-frame.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import type { MeetingPage } from './meeting-page.ts'
import { buildPlanTyped, PlanFields } from './plan-fields.tsx'

/** What is next for a meeting that is being prepared: opened, started, planned anew, cancelled. */
export function StagePart({ page }: { page: MeetingPage }) {
  const { t } = useDeskWords()
  const copy = t.meeting.stage
  const { meeting, outcome } = page
  const state = (intent: string, begin = {}) => getFormState(intent, begin, outcome)
  const plan = state('plan', meeting.plan === null ? {} : buildPlanTyped(meeting.plan))
  const cancel = state('cancel')
  return (
    <section className="part" aria-labelledby="stage">
      <h2 id="stage">{copy.heading}</h2>
      {meeting.state === 'draft' ? (
        <FormFrame main state={state('open')} label={copy.open} hint={copy.openHint} />
      ) : (
        <FormFrame main state={state('start')} label={copy.start} hint={copy.startHint} />
      )}
      <FormFrame folded state={plan} label={t.meeting.plan.change}>
        <PlanFields state={plan} />
      </FormFrame>
      <FormFrame folded state={cancel} label={copy.cancel} hint={copy.cancelHint}>
        <TextAreaField rows={2} label={copy.cancelReason} {...getControl(cancel, 'reason')} />
      </FormFrame>
    </section>
  )
}
