import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { uploadInput } from '@waymark/api/features/table/table.input'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { InputField, SelectField } from '@waymark/ui/field'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageForm, PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import sheet from '../../styles/desk-exchange.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { listShapes } from './exchange-shapes.ts'
import { hasFailedForm, recordFailedForm } from './failed-form.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

const mostBytes = 20 * 1024 * 1024

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]
export const meta = buildDeskMeta<typeof loader>(({ t }) => t.exchange.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'table.exchange')
  const dossier = parseDossier(params)
  const jobs = await getAnswer(request, context.api.table.jobs.query({ dossier }))
  return {
    dossier,
    jobs,
    shapes: listShapes().map(({ name, title }) => ({ name, title })),
    failed: hasFailedForm(context),
  }
}

/** Takes a file and goes on to what it would change. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.exchange
  // Before the body is read: twenty megabytes are taken only from those who may send them.
  getPermitted({ request, context }, 'table.exchange')
  const dossier = parseDossier(params)
  const form = await request.formData()
  const file = form.get('file')
  const refuse = (message: string) => {
    recordFailedForm(context)
    return data({ message }, { status: 422 })
  }
  if (!(file instanceof File) || file.name === '' || file.size === 0) return refuse(copy.noFile)
  if (file.size > mostBytes) return refuse(copy.tooLarge)
  const table = uploadInput.shape.table.safeParse(form.get('table') || undefined)
  const { job } = await getAnswer(
    request,
    context.api.table.upload.mutate({
      dossier,
      name:
        file.name
          .replace(/[\p{Cc}/\\]/gu, ' ')
          .trim()
          .slice(-200) || 'table',
      base64: Buffer.from(await file.arrayBuffer()).toString('base64'),
      ...(table.success && table.data !== undefined ? { table: table.data } : {}),
    }),
  )
  return redirect(`/desk/${dossier}/exchange/${job}`)
}

type Job = ReturnType<typeof useLoaderData<typeof loader>>['jobs'][number]

export default function ExchangePage() {
  const { formatInstant, t } = useDeskWords()
  const copy = t.exchange
  const { dossier, jobs, shapes } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const columns: readonly Column<Job>[] = [
    {
      key: 'when',
      header: copy.columns.when,
      nowrap: true,
      cell: ({ id, createdAt }) => (
        <PageLink href={`/desk/${dossier}/exchange/${id}`}>{formatInstant(createdAt)}</PageLink>
      ),
    },
    { key: 'what', header: copy.columns.what, cell: ({ kind }) => copy.kinds[kind] },
    { key: 'state', header: copy.columns.state, cell: ({ state }) => copy.states[state] },
  ]
  const tables = shapes.map(({ name, title }) => ({ value: name, label: title }))
  const errors = outcome === undefined ? [] : [{ field: 'file', message: outcome.message }]
  return (
    <main id="main" className="deskpage xchg">
      <h1>{copy.title}</h1>
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={errors} />
      <section className="part" aria-labelledby="in">
        <h2 id="in">{copy.bringIn}</h2>
        <p>{copy.bringInLead}</p>
        <form method="post" encType="multipart/form-data" aria-label={copy.bringIn} noValidate>
          <InputField
            id="file"
            name="file"
            type="file"
            label={copy.file}
            accept=".xlsx,.csv"
            {...(outcome === undefined ? {} : { error: outcome.message })}
          />
          <SelectField
            id="table-in"
            name="table"
            label={copy.what}
            hint={copy.whatHint}
            defaultValue=""
            options={[{ value: '', label: copy.byHeads }, ...tables]}
          />
          <div className="acts bare">
            <button type="submit" className="btn-main">
              {copy.send}
            </button>
          </div>
        </form>
      </section>
      <section className="part" aria-labelledby="out">
        <h2 id="out">{copy.takeOut}</h2>
        <p>{copy.takeOutLead}</p>
        <h3>{copy.whole}</h3>
        <PageForm
          method="post"
          action={`/desk/${dossier}/exchange/export`}
          aria-label={copy.whole}
          className="row"
        >
          <button type="submit" name="format" value="xlsx">
            {copy.wholeXlsx}
          </button>
          <button type="submit" name="format" value="json">
            {copy.wholeJson}
          </button>
        </PageForm>
        <h3>{copy.one}</h3>
        <PageForm
          method="post"
          action={`/desk/${dossier}/exchange/export`}
          aria-label={copy.one}
          className="row"
        >
          <SelectField id="table-out" name="table" label={copy.table} options={tables} />
          <button type="submit" name="format" value="xlsx">
            {copy.oneXlsx}
          </button>
          <button type="submit" name="format" value="csv">
            {copy.oneCsv}
          </button>
        </PageForm>
        <h3>{copy.template}</h3>
        <p className="hint">{copy.templateHint}</p>
        <PageForm
          method="post"
          action={`/desk/${dossier}/exchange/export`}
          aria-label={copy.template}
          className="row"
        >
          <input type="hidden" name="template" value="1" />
          <button type="submit" name="format" value="xlsx">
            {copy.template}
          </button>
        </PageForm>
      </section>
      <section className="part" aria-labelledby="jobs">
        <h2 id="jobs">{copy.jobs}</h2>
        {jobs.length === 0 ? (
          <p className="quiet">{copy.noJobs}</p>
        ) : (
          <DataTable caption={copy.jobs} hideCaption columns={columns} rows={jobs} getKey={({ id }) => id} />
        )}
      </section>
    </main>
  )
}
