import { ErrorSummary } from '@waymark/ui/error-summary'
import { TextAreaField } from '@waymark/ui/field'
import { EvidenceView } from './evidence-view.tsx'
import { FindingWord, WorkflowLine } from './finding-words.tsx'
import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'
import type { AssessmentView } from './views.ts'
import { VisibilityBadge } from './visibility.tsx'

/** A withdrawal that was sent and refused: for which assessment, what was typed, and why. */
export type RefusedWithdrawal = { readonly id: number; readonly reason: string; readonly message: string }

export type HistoryRights = { readonly assess: boolean; readonly review: boolean }

function WithdrawForm({
  id,
  version,
  refused,
}: {
  id: number
  version: number
  refused: RefusedWithdrawal | null
}) {
  const { t } = useDeskWords()
  const copy = t.desk.record
  const own = refused?.id === id ? refused : null
  const field = `reason-${id}`
  return (
    <details className="more" open={own !== null}>
      <summary>{copy.withdraw}</summary>
      <form method="post">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="basedOn" value={version} />
        {own !== null && (
          <ErrorSummary
            id={`errors-${id}`}
            level={4}
            title={t.desk.refusal.heading}
            errors={[{ field, message: own.message }]}
          />
        )}
        <TextAreaField
          id={field}
          name="reason"
          label={copy.withdrawReason}
          hint={copy.withdrawHint}
          rows={2}
          defaultValue={own?.reason ?? ''}
          {...(own === null ? {} : { error: own.message })}
        />
        <div className="acts bare">
          <button type="submit" name="intent" value="withdraw">
            {copy.withdraw}
          </button>
        </div>
      </form>
    </details>
  )
}

function Reasons({ view }: { view: AssessmentView }) {
  const { t } = useDeskWords()
  const copy = t.desk.record
  return (
    <>
      {view.supersedes !== null && (
        <p className="small">
          <a href={`#assessment-${view.supersedes}`}>{copy.supersedes(view.supersedes)}</a>
          {view.reason !== null && (
            <>
              . {copy.reason}: {view.reason}
            </>
          )}
        </p>
      )}
      {view.comment !== null && (
        <div className="comment">
          <p className="hint">
            {copy.comment} <VisibilityBadge seen="internal" />
          </p>
          <p className="said">{view.comment}</p>
        </div>
      )}
    </>
  )
}

/** One assessment with its way through the workflow, in full. */
function HistoryItem({
  view,
  version,
  rights,
  refused,
  step,
}: {
  view: AssessmentView
  version: number
  rights: HistoryRights
  refused: RefusedWithdrawal | null
  step: string | null
}) {
  const { formatDate, getConfidenceWord, lowerFirst, t } = useDeskWords()
  const copy = t.desk.record
  const base = `/desk/${view.dossier}`
  const isPublished = view.workflow === 'published'
  return (
    <li
      id={`assessment-${view.id}`}
      className={isPublished || view.workflow === 'submitted' ? 'past' : 'past over'}
    >
      <h3>
        <FindingWord finding={view.finding} />{' '}
        <span className="quiet">{t.desk.queue.effective(formatDate(view.effective))}</span>
      </h3>
      <p className="hint">
        <span className="badge">{t.desk.workflow[view.workflow]}</span>{' '}
        <VisibilityBadge seen={isPublished ? 'public' : 'internal'} /> {copy.assessment(view.id)},{' '}
        {lowerFirst(copy.confidence)} {getConfidenceWord(view.confidence)}
      </p>
      {step !== null && (
        <p className="small">
          {copy.step}: {step}
        </p>
      )}
      <WorkflowLine assessment={view} />
      <Reasons view={view} />
      <p className="said">{view.rationale}</p>
      <details className="more">
        <summary>{copy.evidenceCount(view.evidence.length)}</summary>
        <EvidenceView assessment={view} level={4} id={`evidence-${view.id}`} />
      </details>
      {isPublished && rights.assess && (
        <p>
          <PageLink href={`${base}/recommendations/${view.ref}/assess?from=${view.id}`}>
            {copy.correct}
          </PageLink>
        </p>
      )}
      {view.workflow === 'returned' && view.mine && (
        <p>
          <PageLink href={`${base}/recommendations/${view.ref}/assess?from=${view.id}`}>
            {t.desk.queue.revise}
          </PageLink>
        </p>
      )}
      {view.workflow === 'submitted' && rights.review && (
        <p>
          <PageLink href={`${base}/review/${view.id}`}>{t.desk.queue.review}</PageLink>
        </p>
      )}
      {isPublished && rights.review && <WithdrawForm id={view.id} version={version} refused={refused} />}
    </li>
  )
}

/** Everything ever assessed on one recommendation: each state of the workflow, and who did what. */
export function RecordHistory({
  history,
  steps,
  rights,
  refused,
}: {
  history: { readonly version: number; readonly assessments: readonly AssessmentView[] }
  steps: readonly { readonly key: string; readonly text: string }[]
  rights: HistoryRights
  refused: RefusedWithdrawal | null
}) {
  const { t } = useDeskWords()
  const copy = t.desk.record
  if (history.assessments.length === 0) return <p className="quiet">{copy.noHistory}</p>
  return (
    <ol className="history">
      {history.assessments.map((view) => (
        <HistoryItem
          key={view.id}
          view={view}
          version={history.version}
          rights={rights}
          refused={refused}
          step={view.step === null ? null : (steps.find(({ key }) => key === view.step)?.text ?? view.step)}
        />
      ))}
    </ol>
  )
}
