import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { planInput } from '@waymark/api/features/milestone/milestone.input'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { SourceList } from '../../components/desk/form-frame.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { milestoneFields, PlanForm } from '../../components/desk/milestone-forms.tsx'
import { formatMilestoneDate, formatRequired } from '../../components/desk/milestone-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm } from './failed-form.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, listSources, parseSent, sendForm } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const meta = buildDeskMeta<typeof loader>(({ t }) => t.linkage.milestones.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.linkage.milestones
  const actor = getPermitted({ request, context }, 'read.desk')
  const dossier = parseDossier(params)
  const mayWrite = hasPermission(actor, 'linkage.write')
  const [{ milestones }, choices, sources] = await Promise.all([
    getAnswer(request, context.api.milestone.list.query({ dossier })),
    getAnswer(request, context.api.link.choices.query({ dossier })),
    mayWrite ? listSources({ request, context }, dossier) : [],
  ])
  return {
    dossier,
    milestones,
    tracks: choices.tracks,
    sources,
    mayWrite,
    done: getDone(request, copy.done),
    failed: hasFailedForm(context),
  }
}

/** Plans a milestone. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'linkage.write')
  const dossier = parseDossier(params)
  const outcome = await sendForm(
    words,
    request,
    parseSent(await request.formData()),
    {
      fields: milestoneFields.plan,
      schema: planInput,
      send: (input) => context.api.milestone.plan.mutate(input),
      fixed: { dossier },
    },
    await listSources({ request, context }, dossier),
  )
  return outcome === null
    ? redirect(`/desk/${dossier}/milestones?done=plan`)
    : answerRefused(context, outcome)
}

type Milestone = ReturnType<typeof useLoaderData<typeof loader>>['milestones'][number]

export default function MilestonesPage() {
  const words = useDeskWords()
  const { t } = words
  const copy = t.linkage.milestones
  const { dossier, milestones, tracks, sources, mayWrite, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const columns: readonly Column<Milestone>[] = [
    {
      key: 'title',
      header: copy.columns.title,
      cell: ({ key, title }) => <PageLink href={`/desk/${dossier}/milestones/${key}`}>{title}</PageLink>,
    },
    { key: 'date', header: copy.columns.date, cell: (one) => formatMilestoneDate(words, one) },
    {
      key: 'track',
      header: copy.columns.track,
      narrowLabel: copy.columns.track,
      cell: ({ track }) => track.title,
    },
    {
      key: 'gates',
      header: copy.columns.gates,
      narrowLabel: copy.columns.gates,
      cell: ({ required }) =>
        formatRequired(words, required) ?? <span className="quiet">{copy.noGates}</span>,
    },
  ]
  return (
    <main id="main" className="deskpage">
      <h1>{copy.title}</h1>
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <p className="quiet">{copy.lead}</p>
      <DataTable
        caption={copy.title}
        hideCaption
        columns={columns}
        rows={milestones}
        getKey={({ key }) => key}
      />
      {mayWrite && (
        <section className="part" aria-labelledby="plan">
          <h2 id="plan">{copy.plan}</h2>
          <PlanForm outcome={outcome} tracks={tracks} />
          <SourceList choices={sources} />
        </section>
      )}
    </main>
  )
}
