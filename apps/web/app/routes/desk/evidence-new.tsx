import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { EvidenceForm } from '../../components/desk/evidence-form.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import type { Typed } from '../../components/desk/submit-form.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import sheet from '../../styles/desk-evidence.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { evidenceIntent } from './evidence-intents.ts'
import { hasFailedForm, recordFailedForm } from './failed-form.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { listSources } from './send-form.ts'
import { getPermitted } from './signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]
export const meta = buildDeskMeta<typeof loader>(({ t }) => t.evidence.newTitle)

/** The form; `file` in the address names a kept file that the item is about. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'evidence.write')
  const dossier = parseDossier(params)
  const file = new URL(request.url).searchParams.get('file')
  if (file !== null && !/^[1-9]\d{0,14}$/.test(file)) throw new Response(null, { status: 404 })
  const [sources, detail] = await Promise.all([
    listSources({ request, context }, dossier),
    file === null ? null : getAnswer(request, context.api.file.get.query({ dossier, id: Number(file) })),
  ])
  return { dossier, sources, file: detail?.file ?? null, failed: hasFailedForm(context) }
}

/** Keeps a file or a page, or records the item; what was typed stays whatever comes of it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  // Before the body is read: twenty megabytes are taken only from those who may send them.
  getPermitted({ request, context }, 'evidence.write')
  const dossier = parseDossier(params)
  const done = await evidenceIntent(words, { request, context, dossier })
  if ('item' in done) return redirect(`/desk/${dossier}/evidence/${done.item}?done=record`)
  if (done.outcome === null) return data(done, { status: 200 })
  recordFailedForm(context)
  return data(done, { status: 422 })
}

export default function NewEvidencePage() {
  const { t } = useDeskWords()
  const copy = t.evidence
  const { dossier, sources, file } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const outcome = done?.outcome ?? null
  const kept = done === undefined ? file : done.file
  const begin: Typed = kept === null ? {} : { capturedOn: kept.collectedAt.slice(0, 10) }
  const typed = done === undefined ? begin : { ...done.typed }
  const state = { intent: 'item', typed, errors: outcome?.errors ?? {} }
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <PageLink href={`/desk/${dossier}/evidence`}>{copy.title}</PageLink>
      </p>
      <h1>{copy.newTitle}</h1>
      <p className="quiet">{copy.newLead}</p>
      {outcome === null && done?.said && (
        <p className="done" role="status">
          {done.said}
        </p>
      )}
      <EvidenceForm key={JSON.stringify(typed)} state={state} file={kept} sources={sources} />
    </main>
  )
}
