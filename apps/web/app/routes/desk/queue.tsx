import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import type { DeskMessages } from '@waymark/messages/desk/catalogue'
import { ErrorSummary } from '@waymark/ui/error-summary'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { useListKeys } from '../../components/desk/keys/use-list-keys.ts'
import { DeskLeverage } from '../../components/desk/leverage.tsx'
import { QueueActions } from '../../components/desk/queue-actions.tsx'
import { QueueAssigned, QueueDisagreements } from '../../components/desk/queue-asked.tsx'
import { QueueLists } from '../../components/desk/queue-lists.tsx'
import { QueueWork } from '../../components/desk/queue-work.tsx'
import { parseTyped } from '../../components/desk/submit-form.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm, recordFailedForm } from './failed-form.ts'
import { parseDossier, parseReview } from './place.ts'
import { getAnswer, getRefusalOf } from './refused.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const meta = buildDeskMeta<typeof loader>(({ t }) => t.desk.queue.title)

const isDone = ({ t }: DeskWords, name: string | null): name is keyof DeskMessages['desk']['queue']['done'] =>
  name !== null && Object.hasOwn(t.desk.queue.done, name)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const words = getDeskWords(context.language)
  const actor = getPermitted({ request, context }, 'read.desk')
  const dossier = parseDossier(params)
  // The leverage list refuses a dossier that does not exist; its queue would only be empty.
  const [queue, { milestones: leverage }, work, disagreements, assignments, actions] = await getAnswer(
    request,
    Promise.all([
      context.api.assessment.queue.query({ dossier }),
      context.api.linkage.leverage.query({ dossier }),
      context.api.queue.work.query({ dossier }),
      context.api.coding.disagreements.query({ dossier }),
      hasPermission(actor, 'colleague.write') ? context.api.assignment.mine.query({ dossier }) : null,
      hasPermission(actor, 'meeting.read') ? context.api.actionPoint.count.query({ dossier }) : null,
    ]),
  )
  const may = {
    review: hasPermission(actor, 'assessment.review'),
    submit: hasPermission(actor, 'assessment.submit'),
  }
  const done = new URL(request.url).searchParams.get('done')
  return {
    dossier,
    queue,
    leverage,
    work,
    disagreements,
    assignments,
    actions,
    may,
    done: isDone(words, done) ? done : null,
    failed: hasFailedForm(context),
  }
}

/** Takes an assessment of one's own back before anyone has reviewed it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'assessment.submit')
  const target = parseReview({ ...params, id: parseTyped(await request.formData()).id })
  const refused = await getRefusalOf(request, context.api.assessment.retract.mutate(target))
  if (refused === null) return redirect(`/desk/${target.dossier}?done=retracted`)
  recordFailedForm(context)
  return data({ message: refused.refusal.message }, { status: 409 })
}

export default function QueuePage() {
  const { t } = useDeskWords()
  const { dossier, queue, leverage, work, disagreements, assignments, actions, may, done } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  useListKeys()
  const waits = (may.review ? queue.toReview.length : 0) + queue.returnedToMe.length
  return (
    <main id="main" className="deskpage">
      <h1>{t.desk.queue.title}</h1>
      {refused && (
        <ErrorSummary id="errors" title={t.desk.refusal.heading} errors={[{ message: refused.message }]} />
      )}
      {done !== null && !refused && (
        <p className="done" role="status">
          {t.desk.queue.done[done]}
        </p>
      )}
      <p className="quiet">{may.submit || may.review ? t.desk.queue.lead(waits) : t.desk.queue.leadViewer}</p>
      <p className="hint withscript">{t.queue.keys}</p>
      <DeskLeverage
        dossier={dossier}
        lines={leverage.filter(({ unmet, unknown }) => unmet + unknown > 0)}
        near={work.milestones.map(({ milestone }) => milestone.key)}
      />
      {assignments !== null && <QueueAssigned assignments={assignments} />}
      {actions !== null && <QueueActions dossier={dossier} count={actions} />}
      <QueueLists queue={queue} may={may} />
      <QueueDisagreements dossier={dossier} disagreements={disagreements} />
      <QueueWork dossier={dossier} work={work} mayWrite={may.submit} />
    </main>
  )
}
