import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { recordCommitmentInput } from '@waymark/api/features/commitment/commitment.input'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { CommitmentFields, commitmentFields } from '../../components/desk/commitment-fields.tsx'
import { FormFrame, getFormState, SourceList } from '../../components/desk/form-frame.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildDeskMeta } from './desk-meta.ts'

import { hasFailedForm } from './failed-form.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, listSources, parseSent, sendForm } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const meta = buildDeskMeta<typeof loader>(({ t }) => t.linkage.commitments.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.linkage.commitments
  const actor = getPermitted({ request, context }, 'read.desk')
  const dossier = parseDossier(params)
  const mayWrite = hasPermission(actor, 'linkage.write')
  const [commitments, choices, sources] = await Promise.all([
    getAnswer(request, context.api.commitment.desk.query({ dossier })),
    getAnswer(request, context.api.link.choices.query({ dossier })),
    mayWrite ? listSources({ request, context }, dossier) : [],
  ])
  return {
    dossier,
    commitments,
    actors: choices.actors,
    sources,
    mayWrite,
    done: getDone(request, copy.done),
    failed: hasFailedForm(context),
  }
}

/** Records a commitment. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'linkage.write')
  const dossier = parseDossier(params)
  const typed = parseSent(await request.formData())
  const outcome = await sendForm(
    words,
    request,
    typed,
    {
      fields: [...commitmentFields, 'key'],
      schema: recordCommitmentInput,
      send: (input) => context.api.commitment.record.mutate(input),
      fixed: { dossier },
    },
    await listSources({ request, context }, dossier),
  )
  return outcome === null
    ? redirect(`/desk/${dossier}/commitments?done=record`)
    : answerRefused(context, outcome)
}

type Commitment = ReturnType<typeof useLoaderData<typeof loader>>['commitments'][number]

export default function CommitmentsPage() {
  const { formatDate, t } = useDeskWords()
  const copy = t.linkage.commitments
  const { dossier, commitments, actors, sources, mayWrite, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const columns: readonly Column<Commitment>[] = [
    { key: 'date', header: copy.columns.date, nowrap: true, cell: ({ date }) => formatDate(date) },
    {
      key: 'actor',
      header: copy.columns.actor,
      narrowLabel: copy.columns.actor,
      cell: ({ actor }) => actor.name,
    },
    {
      key: 'summary',
      header: copy.columns.summary,
      cell: ({ key, summary }) =>
        mayWrite ? <PageLink href={`/desk/${dossier}/commitments/${key}`}>{summary}</PageLink> : summary,
    },
    {
      key: 'source',
      header: copy.columns.source,
      narrowLabel: copy.columns.source,
      cell: ({ source, locator }) => (locator === null ? source.title : `${source.title}, ${locator}`),
    },
    { key: 'links', header: copy.columns.links, narrowLabel: copy.columns.links, cell: ({ links }) => links },
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
      {commitments.length === 0 ? (
        <p className="quiet">{copy.empty}</p>
      ) : (
        <DataTable
          caption={copy.title}
          hideCaption
          columns={columns}
          rows={commitments}
          getKey={({ key }) => key}
        />
      )}
      {mayWrite && (
        <section className="part" aria-labelledby="record">
          <h2 id="record">{copy.record}</h2>
          <FormFrame
            state={getFormState('record', {}, outcome)}
            label={copy.record}
            hint={t.linkage.publicAtOnce}
            main
          >
            <CommitmentFields state={getFormState('record', {}, outcome)} actors={actors} withKey />
          </FormFrame>
          <SourceList choices={sources} />
        </section>
      )}
    </main>
  )
}
