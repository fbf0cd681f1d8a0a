import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { AuditEntries, buildAuditRows } from '../../components/desk/audit-entries.tsx'
import { RecordClaims } from '../../components/desk/claim-items.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { RecordAsk, RecordFinding, RecordGates } from '../../components/desk/record-facts.tsx'
import { RecordHistory } from '../../components/desk/record-history.tsx'
import { RecordTalk } from '../../components/desk/record-talk.tsx'
import { parseTyped } from '../../components/desk/submit-form.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { ProposedBy } from '../../components/meeting/proposed-by.tsx'
import casesSheet from '../../styles/desk-cases.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm, recordFailedForm } from './failed-form.ts'
import { loadTalk } from './load-talk.ts'
import { parseRecord, parseReview } from './place.ts'
import { getAnswer, getRefusalOf } from './refused.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: casesSheet }]

export const meta = buildDeskMeta<typeof loader>((_, page) => page?.detail.ref ?? '')

/** One recommendation as the desk sees it: the record, its whole history, and who touched it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = getPermitted({ request, context }, 'read.desk')
  const place = parseRecord(params)
  const may = {
    assess: hasPermission(actor, 'assessment.submit'),
    review: hasPermission(actor, 'assessment.review'),
    audit: hasPermission(actor, 'audit.read'),
    correct: hasPermission(actor, 'linkage.write'),
  }
  const { api } = context
  const [detail, history, audit, queue, claims, decisions] = await getAnswer(
    request,
    Promise.all([
      api.recommendation.get.query(place),
      api.assessment.history.query(place),
      may.audit ? api.audit.list.query({ dossier: place.dossier, subject: place.ref }) : null,
      may.assess ? api.assessment.queue.query({ dossier: place.dossier }) : null,
      api.claim.desk.query(place),
      hasPermission(actor, 'meeting.read') ? api.decision.behind.query(place) : [],
    ]),
  )
  const draft = queue?.drafts.find(({ ref }) => ref === place.ref) ?? null
  const sent = new URL(request.url).searchParams.get('sent') === '1'
  return {
    detail,
    history,
    claims,
    decisions,
    audit: audit === null ? null : buildAuditRows(audit.entries),
    draft,
    may,
    sent,
    talk: await loadTalk(
      { request, context },
      { kind: 'recommendation', dossier: place.dossier, key: place.ref },
    ),
    failed: hasFailedForm(context),
  }
}

/** Withdraws a published finding, with a reason. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { t } = getDeskWords(context.language)
  getPermitted({ request, context }, 'assessment.review')
  const { dossier, ref } = parseRecord(params)
  const typed = parseTyped(await request.formData())
  const target = parseReview({ dossier, id: typed.id })
  const reason = typed.reason ?? ''
  const refused = await getRefusalOf(
    request,
    context.api.assessment.withdraw.mutate({ ...target, basedOn: Number(typed.basedOn), reason }),
  )
  if (refused === null) return redirect(`/desk/${dossier}/recommendations/${ref}#assessment-${target.id}`)
  recordFailedForm(context)
  const message = reason.trim() === '' ? t.desk.faults.missing.withdrawal : refused.refusal.message
  return data({ id: target.id, reason, message }, { status: 422 })
}

export default function RecordPage() {
  const { t } = useDeskWords()
  const copy = t.desk.record
  const { detail, history, claims, decisions, audit, draft, may, sent, talk } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { key } = detail.frame.dossier
  const base = `/desk/${key}/recommendations/${detail.ref}`
  return (
    <main id="main" className="deskpage">
      <p className="ref">{detail.ref}</p>
      <h1>{detail.title}</h1>
      {sent && (
        <p className="done" role="status">
          {copy.sent}
        </p>
      )}
      <p className="toolbar">
        {may.assess && (
          <PageLink className="btn btn-main" href={`${base}/assess`}>
            {draft === null ? copy.assess : copy.goOn}
          </PageLink>
        )}
        <PageLink href={`${base}/uptake`}>{t.linkage.uptake.open}</PageLink>
        <PageLink href={`${base}/claims`}>{t.cases.claims.open}</PageLink>
        <PageLink href={`${base}/translations`}>{t.translation.open}</PageLink>
        {may.correct && <PageLink href={`${base}/edit`}>{t.edit.open}</PageLink>}
        <PageLink href={`/${key}/recommendations/${detail.ref}`}>{copy.viewAsPublic}</PageLink>
      </p>
      <RecordFinding detail={detail} />
      <RecordClaims claims={claims} href={`${base}/claims`} />
      <RecordAsk detail={detail} />
      <RecordGates detail={detail} />
      <section className="part" aria-labelledby="history">
        <h2 id="history">{copy.history}</h2>
        <p className="hint">{copy.historyLead}</p>
        {history.toCode.map((id) => (
          <p className="done" key={id}>
            {t.coding.hidden}{' '}
            <PageLink href={`/desk/${key}/code/${id}`}>{t.coding.rateLabel(detail.ref)}</PageLink>
          </p>
        ))}
        <ProposedBy dossier={key} decisions={decisions} />
        <RecordHistory history={history} steps={detail.steps} rights={may} refused={refused} />
      </section>
      <RecordTalk talk={talk} />
      {audit !== null && (
        <section className="part" aria-labelledby="audit">
          <h2 id="audit">{copy.audit}</h2>
          <AuditEntries entries={audit} caption={copy.audit} />
          <p>
            <PageLink href={`/desk/${key}/audit`}>{copy.auditAll}</PageLink>
          </p>
        </section>
      )}
    </main>
  )
}
