import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { desk } from '@waymark/messages/en/desk'
import { deskBatch } from '@waymark/messages/en/desk-batch'
import { CheckField, InputField, SelectField, TextAreaField } from '@waymark/ui/field'
import { SourceList } from '../../components/desk/form-frame.tsx'
import { BatchFaults, BatchPreview } from '../../components/desk/register-batch.tsx'
import { type PasteRow, pasteColumns } from '../../components/desk/register-paste.ts'
import { parseRegisterQuery } from '../../components/desk/register-query.ts'
import {
  confidenceOptions,
  evidenceKindOptions,
  findingOptions,
  originOptions,
  stanceOptions,
} from '../../components/desk/words.ts'
import own from '../../styles/desk-register.css?url'
import { recordFailedForm } from './failed-form.ts'
import { parseDossier } from './place.ts'
import { formatVersions, listRows, parseVersions, sendBatch } from './register-batch.ts'
import { listSources, parseSent } from './send-form.ts'
import { getPermitted } from './signed-in.ts'

const copy = deskBatch

export const meta: MetaFunction = () => [{ title: desk.pageTitle(copy.change.title, desk.name) }]
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: own }]

const parseSelection = (request: Request, dossier: string): readonly string[] =>
  parseRegisterQuery(dossier, new URL(request.url).searchParams)?.sel ?? []

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'assessment.submit')
  const dossier = parseDossier(params)
  const [rows, sources] = await Promise.all([
    listRows({ request, context }, dossier, parseSelection(request, dossier)),
    listSources({ request, context }, dossier),
  ])
  return { dossier, rows, sources, versions: formatVersions(rows) }
}

/** Shows what one assessment for every selected row would change, or submits them, all or none. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'assessment.submit')
  const dossier = parseDossier(params)
  const typed = parseSent(await request.formData())
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
    { fields, faults: outcome.faults, preview: isSound ? (outcome.input?.rows ?? null) : null },
    { status: isSound ? 200 : 422 },
  )
}

export default function ChangePage() {
  const { dossier, rows, sources, versions } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const typed: Readonly<Record<string, string>> = answer?.fields ?? {}
  const choose = { value: '', label: copy.change.choose }
  const sel = rows.map(({ ref }) => ref).join(',')
  return (
    <main id="main" className="deskpage">
      <p className="ref">
        <a href={`/desk/${dossier}/register${sel === '' ? '' : `?sel=${sel}`}`}>{desk.register.title}</a>
      </p>
      <h1>{copy.change.title}</h1>
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
      {rows.length > 0 && !answer?.preview && (
        <form method="post" aria-label={copy.change.title} key={JSON.stringify(typed)} noValidate>
          <input type="hidden" name="versions" value={versions} />
          <p>{copy.change.lead(rows.length)}</p>
          <p className="quiet">{rows.map(({ ref }) => ref).join(', ')}</p>
          <SelectField
            id="finding"
            name="finding"
            label={copy.change.finding}
            options={[choose, ...findingOptions.map(({ value, label }) => ({ value, label: String(label) }))]}
            defaultValue={typed.finding ?? ''}
          />
          <CheckField
            id="contrary"
            name="contrary"
            label={copy.change.contrary}
            defaultChecked={typed.contrary === 'on'}
          />
          <InputField
            id="effective"
            name="effective"
            label={copy.effective}
            hint={copy.dateHint}
            short
            defaultValue={typed.effective ?? ''}
          />
          <TextAreaField
            id="rationale"
            name="rationale"
            label={copy.rationale}
            rows={4}
            defaultValue={typed.rationale ?? ''}
          />
          <SelectField
            id="confidence"
            name="confidence"
            label={copy.confidence}
            options={[choose, ...confidenceOptions]}
            defaultValue={typed.confidence ?? ''}
          />
          <InputField
            id="source"
            name="source"
            label={copy.source}
            list="sources"
            autoComplete="off"
            defaultValue={typed.source ?? ''}
          />
          <InputField id="locator" name="locator" label={copy.locator} defaultValue={typed.locator ?? ''} />
          <SelectField
            id="stance"
            name="stance"
            label={copy.stance}
            options={stanceOptions}
            defaultValue={typed.stance ?? 'supports'}
          />
          <SelectField
            id="kind"
            name="kind"
            label={copy.kind}
            options={[choose, ...evidenceKindOptions]}
            defaultValue={typed.kind ?? ''}
          />
          <SelectField
            id="origin"
            name="origin"
            label={copy.origin}
            options={[choose, ...originOptions]}
            defaultValue={typed.origin ?? ''}
          />
          <SourceList choices={sources} />
          <div className="acts bare">
            <button type="submit" name="intent" value="preview" className="btn-main">
              {copy.preview}
            </button>
          </div>
        </form>
      )}
    </main>
  )
}
