import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { AssessSelection } from '../../components/desk/register-assess-many.tsx'
import { BatchFaults, BatchPreview } from '../../components/desk/register-batch.tsx'
import { AskForSelection, CorrectPreview, CorrectSelection } from '../../components/desk/register-edit.tsx'
import { type PasteRow, pasteColumns } from '../../components/desk/register-paste.ts'
import { parseRegisterQuery } from '../../components/desk/register-query.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import edit from '../../styles/desk-edit.css?url'
import own from '../../styles/desk-register.css?url'
import { assignSelection, type Changed, correctSelection } from './change-intents.ts'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm, recordFailedForm } from './failed-form.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { formatVersions, listRows, parseVersions, sendBatch } from './register-batch.ts'
import { getDone, listSources, parseSent } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const meta = buildDeskMeta<typeof loader>(({ t }) => t.edit.selection.title)
export const links: LinksFunction = () => [own, edit].map((href) => ({ rel: 'stylesheet', href }))

const parseSelection = (request: Request, dossier: string): readonly string[] =>
  parseRegisterQuery(dossier, new URL(request.url).searchParams)?.sel ?? []

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const actor = getPermitted({ request, context }, 'assessment.submit')
  const dossier = parseDossier(params)
  const { recommendation, colleague } = context.api
  const mayCorrect = hasPermission(actor, 'linkage.write')
  const [rows, sources, choices] = await Promise.all([
    listRows({ request, context }, dossier, parseSelection(request, dossier)),
    listSources({ request, context }, dossier),
    mayCorrect ? getAnswer(request, recommendation.choices.query({ dossier })) : null,
  ])
  const [first] = rows
  const colleagues =
    first === undefined || !hasPermission(actor, 'colleague.write')
      ? null
      : await getAnswer(request, colleague.list.query({ dossier, kind: 'recommendation', key: first.ref }))
  return {
    dossier,
    rows,
    sources,
    choices,
    colleagues,
    versions: formatVersions(rows),
    editions: rows.map(({ ref, edition }) => `${ref}:${edition}`).join(' '),
    done: getDone(request, t.edit.selection.done),
    failed: hasFailedForm(context),
  }
}

/**
 * Shows what one assessment for every selected row would change, or submits them, all or none. The forms beside it correct the
 * recommendations themselves, or ask somebody.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'assessment.submit')
  const dossier = parseDossier(params)
  const typed = parseSent(await request.formData())
  const [intent] = (typed.intent ?? '').split('.')
  if (intent === 'correct') {
    getPermitted({ request, context }, 'linkage.write')
    const changed = await correctSelection(words, { request, api: context.api, dossier, typed })
    return answerChanged({ request, context }, dossier, intent, changed)
  }
  if (intent === 'assign') {
    getPermitted({ request, context }, 'colleague.write')
    const changed = await assignSelection(words, { request, api: context.api, dossier, typed })
    return answerChanged({ request, context }, dossier, intent, changed)
  }
  const versions = parseVersions(typed.versions ?? '')
  const said = Object.fromEntries(
    pasteColumns.flatMap((column) => (typed[column]?.trim() ? [[column, typed[column].trim()]] : [])),
  ) as PasteRow
  const refs = [...versions.keys()]
  const outcome = await sendBatch(
    { request, context },
    dossier,
    refs.map((ref, i) => ({ line: i + 1, row: { ...said, ref } })),
    { versions, isSent: typed.intent === 'submit', nameOf: (line) => refs[line - 1] ?? '' },
  )
  if (outcome.submitted > 0) return redirect(`/desk/${dossier}/register/paste?sent=${outcome.submitted}`)
  const isSound = outcome.input !== null && outcome.faults.length === 0
  if (!isSound) recordFailedForm(context)
  const { intent: _, ...fields } = typed
  return data(
    {
      fields,
      faults: outcome.faults,
      preview: isSound ? (outcome.input?.rows ?? null) : null,
      changed: null,
    },
    { status: isSound ? 200 : 422 },
  )
}

/** The page again after one of the other forms, or anew once it was taken. */
function answerChanged(
  { request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>,
  dossier: string,
  intent: string,
  changed: Changed,
) {
  if (changed.taken) {
    const sel = parseSelection(request, dossier).join(',')
    return redirect(`/desk/${dossier}/register/change?sel=${sel}&done=${intent}`)
  }
  const isFaulty = changed.outcome.summary.length > 0
  if (isFaulty) recordFailedForm(context)
  return data({ fields: {}, faults: [], preview: null, changed }, { status: isFaulty ? 422 : 200 })
}

export default function ChangePage() {
  const { t } = useDeskWords()
  const copy = t.batch
  const { dossier, rows, sources, versions, editions, choices, colleagues, done } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const typed: Readonly<Record<string, string>> = answer?.fields ?? {}
  const sel = rows.map(({ ref }) => ref).join(',')
  const changed = answer?.changed ?? null
  const outcome = changed?.outcome
  const isForm = rows.length > 0 && !answer?.preview && !changed?.preview
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="problems" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <PageLink href={`/desk/${dossier}/register${sel === '' ? '' : `?sel=${sel}`}`}>
          {t.desk.register.title}
        </PageLink>
      </p>
      <h1>{t.edit.selection.title}</h1>
      {done !== null && answer === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <BatchFaults faults={answer?.faults ?? []} />
      {rows.length === 0 && <p>{copy.change.none}</p>}
      {rows.length > 0 && answer?.preview && (
        <BatchPreview
          rows={answer.preview}
          now={rows}
          fields={typed}
          backHref={`/desk/${dossier}/register/change?sel=${sel}`}
        />
      )}
      {changed?.preview && <CorrectPreview preview={changed.preview} typed={changed.outcome.typed} />}
      {isForm && <p className="quiet">{rows.map(({ ref }) => ref).join(', ')}</p>}
      {isForm && choices !== null && (
        <CorrectSelection choices={choices} versions={editions} outcome={outcome} />
      )}
      {isForm && colleagues !== null && (
        <AskForSelection colleagues={colleagues} versions={editions} count={rows.length} outcome={outcome} />
      )}
      {isForm && <AssessSelection count={rows.length} versions={versions} typed={typed} sources={sources} />}
    </main>
  )
}
