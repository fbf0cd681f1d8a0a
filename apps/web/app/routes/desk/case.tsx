import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { CaseCorrection, CaseStatuses } from '../../components/desk/case-forms.tsx'
import { CaseHearings } from '../../components/desk/case-hearings.tsx'
import { CaseFacts, CaseVersions, CaseVisibility } from '../../components/desk/case-parts.tsx'
import { CaseProposal } from '../../components/desk/case-shown.tsx'
import { SourceList } from '../../components/desk/form-frame.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { RecordTalk } from '../../components/desk/record-talk.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { ViewAsPublic, VisibilityBadge } from '../../components/desk/visibility.tsx'
import casesSheet from '../../styles/desk-cases.css?url'
import { sendCaseForm } from './case-intents.ts'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm } from './failed-form.ts'
import { loadTalk } from './load-talk.ts'
import { parseKeyed } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, listSources, parseSent } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: casesSheet }]

// The name stays out of the title: titles stand in histories and in other people's sight.
export const meta = buildDeskMeta<typeof loader>(({ t }, page) => page?.one.key ?? t.cases.cases.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.cases.cases
  const actor = getPermitted({ request, context }, 'case.read.internal')
  const place = parseKeyed(params)
  const mayWrite = hasPermission(actor, 'case.write')
  const [one, sources] = await Promise.all([
    getAnswer(request, context.api.case.get.query(place)),
    mayWrite ? listSources({ request, context }, place.dossier) : [],
  ])
  return {
    dossier: place.dossier,
    one,
    sources,
    mayWrite,
    mayDecide: hasPermission(actor, 'case.publish'),
    maySeal: hasPermission(actor, 'case.read.confidential'),
    done: getDone(request, { ...copy.done, ...t.meeting.hearings.done }),
    talk: await loadTalk({ request, context }, { kind: 'case', ...place }),
    failed: hasFailedForm(context),
  }
}

/** Each form of the page ends here. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'case.write')
  const place = parseKeyed(params)
  const typed = parseSent(await request.formData())
  const sources = await listSources({ request, context }, place.dossier)
  // What was approved may be the erasure of the case: its page is then gone.
  const change = (await getAnswer(request, context.api.case.get.query(place))).proposal?.change
  const { outcome, waits } = await sendCaseForm(words, {
    request,
    cases: context.api.case,
    place,
    typed,
    sources,
  })
  if (outcome !== null) return answerRefused(context, outcome)
  const [intent = ''] = (typed.intent ?? '').split('.')
  const isGone = intent === 'approve' && change === 'erase'
  const page = isGone ? `/desk/${place.dossier}/cases` : `/desk/${place.dossier}/cases/${place.key}`
  return redirect(`${page}?done=${waits ? 'waits' : intent}`)
}

export default function CasePage() {
  const { t } = useDeskWords()
  const copy = t.cases.cases
  const { dossier, one, sources, mayWrite, mayDecide, maySeal, done, talk } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <PageLink href={`/desk/${dossier}/cases`}>{copy.title}</PageLink>
      </p>
      <h1>{one.name}</h1>
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <p className="toolbar">
        <VisibilityBadge seen={one.sensitivity} />
        <ViewAsPublic href={one.sensitivity === 'public' ? `/${dossier}/cases#${one.key}` : null} />
      </p>
      {one.proposal !== null && (
        <CaseProposal proposal={one.proposal} mayDecide={mayDecide} outcome={outcome} />
      )}
      <section className="part" aria-labelledby="facts">
        <h2 id="facts">{copy.facts}</h2>
        <CaseFacts one={one} dossier={dossier} />
        {mayWrite && <CaseCorrection one={one} outcome={outcome} />}
      </section>
      <CaseStatuses one={one} sources={sources} mayWrite={mayWrite} outcome={outcome} />
      <CaseHearings one={one} sources={sources} mayWrite={mayWrite} outcome={outcome} />
      {mayWrite && <CaseVisibility one={one} maySeal={maySeal} outcome={outcome} />}
      <CaseVersions one={one} />
      <SourceList choices={sources} />
      <RecordTalk talk={talk} />
    </main>
  )
}
