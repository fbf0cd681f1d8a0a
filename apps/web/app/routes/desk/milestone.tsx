import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { SourceList } from '../../components/desk/form-frame.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { LinkGates } from '../../components/desk/link-gates.tsx'
import { MilestoneForms } from '../../components/desk/milestone-forms.tsx'
import { MilestoneHistory } from '../../components/desk/milestone-history.tsx'
import { formatMilestoneDate, formatRequired } from '../../components/desk/milestone-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { RecordTalk } from '../../components/desk/record-talk.tsx'
import { buildSourceLabels } from '../../components/desk/submit-form.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildDeskMeta } from './desk-meta.ts'

import { hasFailedForm } from './failed-form.ts'
import { loadTalk } from './load-talk.ts'
import { sendMilestoneForm } from './milestone-intents.ts'
import { parseKeyed } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, listSources, parseSent } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const meta = buildDeskMeta<typeof loader>(
  ({ t }, page) => page?.milestone.title ?? t.linkage.milestones.title,
)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.linkage.milestones
  const actor = getPermitted({ request, context }, 'read.desk')
  const place = parseKeyed(params)
  const mayWrite = hasPermission(actor, 'linkage.write')
  const [milestone, shown, sources] = await Promise.all([
    getAnswer(request, context.api.milestone.desk.query(place)),
    getAnswer(request, context.api.milestone.get.query(place)),
    mayWrite ? listSources({ request, context }, place.dossier) : [],
  ])
  return {
    dossier: place.dossier,
    milestone,
    gates: shown.gates,
    required: shown.milestone.required,
    sources,
    mayWrite,
    talk: await loadTalk({ request, context }, { kind: 'milestone', ...place }),
    done: getDone(request, copy.done),
    failed: hasFailedForm(context),
  }
}

/** Each form of the page ends here: occurred, moved, cancelled, corrected, recorded by mistake. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'linkage.write')
  const place = parseKeyed(params)
  const typed = parseSent(await request.formData())
  const sources = await listSources({ request, context }, place.dossier)
  const outcome = await sendMilestoneForm(words, { request, api: context.api, place, typed, sources })
  if (outcome !== null) return answerRefused(context, outcome)
  const [intent = ''] = (typed.intent ?? '').split('.')
  return redirect(`/desk/${place.dossier}/milestones/${place.key}?done=${intent}`)
}

export default function MilestonePage() {
  const words = useDeskWords()
  const { getMilestoneKindWord, t } = words
  const copy = t.linkage.milestones
  const { dossier, milestone, gates, required, sources, mayWrite, done, talk } =
    useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { key, source } = milestone
  const begin = {
    kind: milestone.kind,
    title: milestone.title,
    planned: milestone.planned ?? '',
    occurred: milestone.occurred ?? '',
    source: buildSourceLabels(sources).get(source.key) ?? source.key,
    locator: milestone.locator ?? '',
  }
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <PageLink href={`/desk/${dossier}/milestones`}>{copy.title}</PageLink>
      </p>
      <h1>{milestone.title}</h1>
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <p>
        {getMilestoneKindWord(milestone.kind)}.{' '}
        {formatMilestoneDate(words, { ...milestone, planned: milestone.plannedNow })}.{' '}
        <PageLink href={`/${dossier}/milestones/${key}`}>{t.linkage.viewAsPublic}</PageLink>
      </p>
      <section className="part" aria-labelledby="links">
        <h2 id="links">{copy.links}</h2>
        <p className="quiet">{formatRequired(words, required) ?? copy.noGates}</p>
        {gates.length === 0 ? (
          <p className="quiet">{copy.noLinks}</p>
        ) : (
          <LinkGates dossier={dossier} gates={gates} by="recommendation" caption={copy.links} />
        )}
        {mayWrite && (
          <p className="toolbar">
            <PageLink className="btn" href={`/desk/${dossier}/milestones/${key}/link`}>
              {copy.linkMany}
            </PageLink>
          </p>
        )}
      </section>
      {mayWrite && (
        <section className="part" aria-label={copy.correct}>
          <MilestoneForms
            outcome={outcome}
            version={milestone.version}
            begin={begin}
            isOpen={milestone.occurred === null && milestone.cancelled === null}
          />
          <SourceList choices={sources} />
        </section>
      )}
      <MilestoneHistory milestone={milestone} mayWrite={mayWrite} outcome={outcome} />
      <RecordTalk talk={talk} />
    </main>
  )
}
