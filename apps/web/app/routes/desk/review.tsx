import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { type RefusalCode, refusalStatus } from '@waymark/kernel/refusal'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { SecondRatings } from '../../components/desk/coding-parts.tsx'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import { EvidenceView } from '../../components/desk/evidence-view.tsx'
import { WorkflowLine } from '../../components/desk/finding-words.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { RecordTalk } from '../../components/desk/record-talk.tsx'
import { ReviewComparison, ReviewDecision } from '../../components/desk/review-panel.tsx'
import { parseTyped } from '../../components/desk/submit-form.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { ProposedBy } from '../../components/meeting/proposed-by.tsx'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm, recordFailedForm } from './failed-form.ts'
import { loadTalk } from './load-talk.ts'
import { parseReview } from './place.ts'
import { getAnswer, getRefusalOf, type Refused } from './refused.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const meta = buildDeskMeta<typeof loader>(({ t }, page) =>
  t.desk.review.title(page?.review.assessment.ref ?? ''),
)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = getPermitted({ request, context }, 'assessment.review')
  const { dossier, id } = parseReview(params)
  const codings = await getAnswer(request, context.api.coding.of.query({ dossier, id }))
  // Whoever has yet to rate it blind does that first.
  if (codings.blind) throw redirect(`/desk/${dossier}/code/${id}`)
  const review = await getAnswer(request, context.api.assessment.review.query({ dossier, id }))
  const { ref } = review.assessment
  const behind = hasPermission(actor, 'meeting.read')
    ? await getAnswer(request, context.api.decision.behind.query({ dossier, ref }))
    : []
  const decisions = behind.filter(({ assessment }) => assessment === id)
  const talk = await loadTalk({ request, context }, { dossier, kind: 'assessment', key: String(id) })
  return { review, codings, decisions, talk, failed: hasFailedForm(context) }
}

/** Publishes, or returns with a comment; refused, the page says why and keeps the comment. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'assessment.review')
  const target = parseReview(params)
  const typed = parseTyped(await request.formData())
  const comment = typed.comment ?? ''
  const refused = await getRefusalOf(
    request,
    typed.intent === 'return'
      ? context.api.assessment.return.mutate({ ...target, comment })
      : context.api.assessment.publish.mutate({ ...target, basedOn: Number(typed.basedOn) }),
  )
  if (refused === null)
    return redirect(`/desk/${target.dossier}?done=${typed.intent === 'return' ? 'returned' : 'published'}`)
  recordFailedForm(context)
  return data({ comment, ...buildFault(words, typed.intent === 'return', refused) }, { status: 422 })
}

/** Where on the page the refusal belongs: the comment, the box that confirms, or nowhere in particular. */
function buildFault({ t }: DeskWords, returning: boolean, { refusal }: Refused) {
  if (refusal.code === 'record-moved-on') return { field: 'confirm', message: t.desk.review.confirmMissing }
  if (returning && (refusal.code === 'comment-missing' || refusal.code === 'invalid-input')) {
    return { field: 'comment', message: t.desk.faults.missing.comment }
  }
  return { field: null, message: refusal.message }
}

/** Why it cannot be published now. That the record moved on is no obstacle: both versions are shown, and a box confirms. */
function getObstacle({ formatRefusal }: DeskWords, code: string | null): string | null {
  if (code === null || code === 'record-moved-on' || !Object.hasOwn(refusalStatus, code)) return null
  return formatRefusal({ code: code as RefusalCode })
}

export default function ReviewPage() {
  const words = useDeskWords()
  const { t } = words
  const copy = t.desk.review
  const { review, codings, decisions, talk } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  const { assessment, obstacle } = review
  const record = `/desk/${assessment.dossier}/recommendations/${assessment.ref}`
  // The box that confirms is there only when the record has moved on.
  const field =
    fault && fault.field !== null && (fault.field !== 'confirm' || review.movedOn) ? fault.field : null
  return (
    <main id="main" className="deskpage">
      {fault && (
        <ErrorSummary
          id="errors"
          title={t.desk.refusal.heading}
          errors={[{ message: fault.message, ...(field === null ? {} : { field }) }]}
        />
      )}
      <p className="ref">{copy.title(assessment.ref)}</p>
      <h1>{assessment.title}</h1>
      <WorkflowLine assessment={assessment} />
      <ProposedBy dossier={assessment.dossier} decisions={decisions} />
      <p>
        <PageLink href={record}>{assessment.ref}</PageLink> ·{' '}
        <PageLink href={`/${assessment.dossier}/recommendations/${assessment.ref}`}>
          {t.desk.record.viewAsPublic}
        </PageLink>
      </p>
      {assessment.step !== null && (
        <p>
          {copy.asksStep} {assessment.step}
        </p>
      )}
      {assessment.supersedes !== null && (
        <p className="done">
          {t.desk.record.supersedes(assessment.supersedes)}. {t.desk.record.reason}: {assessment.reason}
        </p>
      )}
      <ReviewComparison review={review} />
      <section className="part" aria-labelledby="evidence">
        <h2 id="evidence">{copy.evidence}</h2>
        <EvidenceView assessment={assessment} level={3} id="proposed" />
      </section>
      <SecondRatings of={codings} id={assessment.id} page={`/desk/${assessment.dossier}/code`} />
      {assessment.workflow === 'submitted' ? (
        <ReviewDecision
          review={review}
          obstacle={getObstacle(words, obstacle)}
          comment={fault?.comment ?? ''}
          errors={field === null || !fault ? {} : { [field]: fault.message }}
        />
      ) : (
        <p className="done">{copy.done}</p>
      )}
      <RecordTalk talk={talk} />
    </main>
  )
}
