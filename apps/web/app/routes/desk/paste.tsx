import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { TextAreaField } from '@waymark/ui/field'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { BatchFaults, BatchPreview } from '../../components/desk/register-batch.tsx'
import { parseRows, pasteColumns } from '../../components/desk/register-paste.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import own from '../../styles/desk-register.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { recordFailedForm } from './failed-form.ts'
import { parseDossier } from './place.ts'
import { formatVersions, listRows, parseVersions, sendBatch } from './register-batch.ts'
import { parseSent } from './send-form.ts'
import { getPermitted } from './signed-in.ts'

export const meta = buildDeskMeta(({ t }) => t.batch.paste.title)
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: own }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'assessment.submit')
  const sent = new URL(request.url).searchParams.get('sent')
  return {
    dossier: parseDossier(params),
    sent: sent !== null && /^\d{1,3}$/.test(sent) ? Number(sent) : null,
  }
}

/** Shows what the rows would change, or submits them, all or none. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { t } = getDeskWords(context.language)
  getPermitted({ request, context }, 'assessment.submit')
  const dossier = parseDossier(params)
  const typed = parseSent(await request.formData())
  const text = typed.rows ?? ''
  const rows = parseRows(text)
  const isSent = typed.intent === 'submit'
  const now = await listRows(
    { request, context },
    dossier,
    rows.flatMap(({ row }) => row.ref ?? []),
  )
  const outcome = await sendBatch({ request, context }, dossier, rows, {
    versions: isSent ? parseVersions(typed.versions ?? '') : parseVersions(formatVersions(now)),
    isSent,
    nameOf: t.batch.line,
  })
  if (outcome.submitted > 0) return redirect(`/desk/${dossier}/register/paste?sent=${outcome.submitted}`)
  const isSound = outcome.input !== null && outcome.faults.length === 0
  if (!isSound) recordFailedForm(context)
  return data(
    {
      text,
      faults: outcome.faults,
      preview: isSound ? (outcome.input?.rows ?? null) : null,
      now,
      versions: formatVersions(now),
    },
    { status: isSound ? 200 : 422 },
  )
}

export default function PastePage() {
  const { t } = useDeskWords()
  const copy = t.batch.paste
  const { dossier, sent } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <main id="main" className="deskpage">
      <p className="ref">
        <PageLink href={`/desk/${dossier}/register`}>{t.desk.register.title}</PageLink>
      </p>
      <h1>{copy.title}</h1>
      {sent !== null && answer === undefined && (
        <p className="done" role="status">
          {t.batch.done(sent)}
        </p>
      )}
      <BatchFaults faults={answer?.faults ?? []} />
      {answer?.preview ? (
        <BatchPreview
          rows={answer.preview}
          now={answer.now}
          fields={{ rows: answer.text, versions: answer.versions }}
          backHref={`/desk/${dossier}/register/paste`}
        />
      ) : (
        <form method="post" aria-label={copy.title} key={answer?.text}>
          <p>{copy.lead}</p>
          <p className="hint">
            {copy.columns}: <code>{pasteColumns.join(' · ')}</code>
          </p>
          <p className="hint">{copy.more}</p>
          <TextAreaField
            id="rows"
            name="rows"
            label={copy.rows}
            rows={12}
            defaultValue={answer?.text ?? ''}
          />
          <div className="acts bare">
            <button type="submit" name="intent" value="preview" className="btn-main">
              {t.batch.preview}
            </button>
          </div>
        </form>
      )}
    </main>
  )
}
