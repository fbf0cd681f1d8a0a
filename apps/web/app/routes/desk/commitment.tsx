import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { correctCommitmentInput } from '@waymark/api/features/commitment/commitment.input'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { Facts } from '@waymark/ui/facts'
import { CommitmentFields, commitmentFields } from '../../components/desk/commitment-fields.tsx'
import { CorrectionForm } from '../../components/desk/correction-form.tsx'
import { getTitle } from '../../components/desk/field-conflict.tsx'
import { SourceList } from '../../components/desk/form-frame.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { RecordTalk } from '../../components/desk/record-talk.tsx'
import { listCitedConflict, newSourceFollows } from '../../components/desk/source-fields.tsx'
import { buildSourceLabels } from '../../components/desk/submit-form.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { ViewAsPublic } from '../../components/desk/visibility.tsx'
import { buildDeskMeta } from './desk-meta.ts'

import { hasFailedForm } from './failed-form.ts'
import { loadTalk } from './load-talk.ts'
import { parseKeyed } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, listSources, parseSent, sendForm } from './send-form.ts'
import { getPermitted } from './signed-in.ts'

export const meta = buildDeskMeta<typeof loader>(({ t }, page) =>
  t.linkage.commitments.correctTitle(page?.commitment.key ?? ''),
)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'linkage.write')
  const { dossier, key } = parseKeyed(params)
  const [commitments, choices, sources] = await Promise.all([
    getAnswer(request, context.api.commitment.desk.query({ dossier })),
    getAnswer(request, context.api.link.choices.query({ dossier })),
    listSources({ request, context }, dossier),
  ])
  const commitment = commitments.find((one) => one.key === key)
  if (commitment === undefined) throw new Response(null, { status: 404 })
  const talk = await loadTalk({ request, context }, { kind: 'commitment', dossier, key })
  return { dossier, commitment, actors: choices.actors, sources, talk, failed: hasFailedForm(context) }
}

/** Corrects a commitment, with a reason. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'linkage.write')
  const { dossier, key } = parseKeyed(params)
  const typed = parseSent(await request.formData())
  const outcome = await sendForm(
    words,
    request,
    typed,
    {
      fields: [...commitmentFields, 'reason'],
      schema: correctCommitmentInput,
      send: (input) => context.api.commitment.correct.mutate(input),
      fixed: { dossier, key, basedOn: Number(typed.basedOn) },
    },
    await listSources({ request, context }, dossier),
  )
  return outcome === null
    ? redirect(`/desk/${dossier}/commitments?done=correct`)
    : answerRefused(context, outcome)
}

export default function CommitmentPage() {
  const words = useDeskWords()
  const { formatDate, t } = words
  const copy = t.linkage.commitments
  const { dossier, commitment, actors, sources, talk } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { source, locator } = commitment
  const begin = {
    actor: commitment.actor.key,
    date: commitment.date,
    summary: commitment.summary,
    source: buildSourceLabels(sources).get(source.key) ?? source.key,
    locator: locator ?? '',
  }
  const conflicting = [
    { name: 'actor', label: copy.actor, format: getTitle(actors) },
    { name: 'date', label: copy.date },
    { name: 'summary', label: copy.summary },
    ...listCitedConflict(words),
  ]
  const facts = [
    { key: 'actor', term: copy.actor, text: commitment.actor.name },
    { key: 'date', term: copy.date, text: formatDate(commitment.date) },
    { key: 'summary', term: copy.summary, text: commitment.summary },
    {
      key: 'source',
      term: t.linkage.source,
      text: locator === null ? source.title : `${source.title}, ${locator}`,
    },
  ]
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <PageLink href={`/desk/${dossier}/commitments`}>{copy.title}</PageLink>
      </p>
      <h1>{copy.correctTitle(commitment.key)}</h1>
      <p>
        <ViewAsPublic href={`/${dossier}/linkage?view=list&commitment=${commitment.key}`} />
      </p>
      <Facts facts={facts} />
      <section className="part" aria-labelledby="correct">
        <h2 id="correct">{copy.correct}</h2>
        <CorrectionForm
          outcome={outcome}
          intent="correct"
          version={commitment.version}
          begin={begin}
          fields={conflicting}
          followers={newSourceFollows}
          label={copy.correct}
          reasonHint={t.linkage.reasonHint}
          main
        >
          {(state) => <CommitmentFields state={state} actors={actors} />}
        </CorrectionForm>
        <SourceList choices={sources} />
      </section>
      <RecordTalk talk={talk} />
    </main>
  )
}
