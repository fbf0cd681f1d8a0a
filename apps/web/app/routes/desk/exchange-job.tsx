import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { importInput, jobTarget, previewInput } from '@waymark/api/features/table/table.input'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { InputField } from '@waymark/ui/field'
import { useEffect } from 'react'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import { SheetMapping, UhriForm } from '../../components/desk/exchange-mapping.tsx'
import { SheetChanges, SheetErrors } from '../../components/desk/exchange-preview.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import sheet from '../../styles/desk-exchange.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { parseChoices, parseUhri } from './exchange-intents.ts'
import { listShapes } from './exchange-shapes.ts'
import { hasFailedForm, recordFailedForm } from './failed-form.ts'
import { parseDossier } from './place.ts'
import { getAnswer, getRefusalOf } from './refused.ts'
import { getPermitted } from './signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]
export const meta = buildDeskMeta<typeof loader>((words, page) =>
  page === undefined ? words.t.exchange.title : getTitle(words, page.job),
)

function getTitle({ t }: DeskWords, { kind, file }: { kind: string; file: string | null }): string {
  const copy = t.exchange
  return (kind === 'table.import' ? copy.importTitle : copy.previewTitle)(file ?? copy.file)
}

function parseJob(dossier: string, job: string | undefined) {
  const read = jobTarget.safeParse({ dossier, job })
  if (!read.success) throw new Response(null, { status: 404 })
  return read.data
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'table.exchange')
  const target = parseJob(parseDossier(params), params.job)
  const job = await getAnswer(request, context.api.table.job.query(target))
  return { dossier: target.dossier, job, shapes: listShapes(), failed: hasFailedForm(context) }
}

/** Looks again with what was said of the sheets, ends the job, or imports what the preview showed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.exchange
  getPermitted({ request, context }, 'table.exchange')
  const target = parseJob(parseDossier(params), params.job)
  const form = await request.formData()
  const { table } = context.api
  const goTo = (job: string) => redirect(`/desk/${target.dossier}/exchange/${job}`)
  const refuse = (message: string) => {
    recordFailedForm(context)
    return data({ message }, { status: 422 })
  }
  if (form.get('intent') === 'cancel') {
    await getRefusalOf(request, table.cancel.mutate(target))
    return goTo(target.job)
  }
  if (form.get('intent') === 'import') {
    const input = importInput.safeParse({ ...target, reason: form.get('reason') })
    if (!input.success) return refuse(copy.reasonMissing)
    const created: { job?: string } = {}
    const refused = await getRefusalOf(
      request,
      table.import.mutate(input.data).then(({ job }) => {
        created.job = job
      }),
    )
    return created.job === undefined ? refuse(refused?.refusal.message ?? copy.failed) : goTo(created.job)
  }
  const { preview } = await getAnswer(request, table.job.query(target))
  const input = previewInput.safeParse({
    ...target,
    ...(form.get('intent') === 'uhri'
      ? { uhri: parseUhri(form) }
      : { choices: parseChoices(form, preview?.sheets ?? []) }),
  })
  if (!input.success) throw new Response(null, { status: 400 })
  return goTo((await getAnswer(request, table.preview.mutate(input.data))).job)
}

type Job = ReturnType<typeof useLoaderData<typeof loader>>['job']

export default function ExchangeJobPage() {
  const words = useDeskWords()
  const { t } = words
  const copy = t.exchange
  const { dossier, job, shapes } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const errors = outcome === undefined ? [] : [{ field: 'reason', message: outcome.message }]
  return (
    <main id="main" className="deskpage xchg">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={errors} />
      <p className="ref">
        <PageLink href={`/desk/${dossier}/exchange`}>{copy.title}</PageLink>
      </p>
      <h1>{getTitle(words, job)}</h1>
      <JobState dossier={dossier} job={job} />
      {job.imported !== null && (
        <>
          <p className="done" role="status">
            {job.imported.added + job.imported.changed === 0 ? copy.doneNothing : copy.done(job.imported)}
          </p>
          <p>
            <PageLink href={`/desk/${dossier}/exchange`}>{copy.another}</PageLink>
          </p>
        </>
      )}
      {job.preview !== null && <Preview preview={job.preview} shapes={shapes} error={outcome?.message} />}
    </main>
  )
}

/** How far a job has come; looks by itself where there is script, by a link where there is none. */
function JobState({ dossier, job }: { dossier: string; job: Job }) {
  const { t } = useDeskWords()
  const copy = t.exchange
  const { revalidate } = useRevalidator()
  const isOpen = job.state === 'queued' || job.state === 'running'
  useEffect(() => {
    if (!isOpen) return
    const timer = setInterval(revalidate, 700)
    return () => clearInterval(timer)
  }, [isOpen, revalidate])
  if (job.state === 'cancelled') return <p role="status">{copy.cancelled}</p>
  if (job.state === 'failed') {
    return (
      <>
        <p role="alert">{job.failure ?? copy.failed}</p>
        {job.kind === 'table.import' && (
          <form method="post">
            <button type="submit" name="intent" value="again">
              {copy.toPreview}
            </button>
          </form>
        )}
      </>
    )
  }
  if (!isOpen) return null
  return (
    <>
      <p role="status">{job.stage === null ? copy.waiting : (copy.stages[job.stage] ?? copy.waiting)}</p>
      <form method="post" className="row">
        <PageLink className="btn" href={`/desk/${dossier}/exchange/${job.id}`}>
          {copy.refresh}
        </PageLink>
        <button type="submit" name="intent" value="cancel">
          {copy.cancel}
        </button>
      </form>
    </>
  )
}

function Preview({
  preview,
  shapes,
  error,
}: {
  preview: NonNullable<Job['preview']>
  shapes: Parameters<typeof SheetMapping>[0]['shapes']
  error: string | undefined
}) {
  const { t } = useDeskWords()
  const copy = t.exchange
  const isNothing = preview.added + preview.changed === 0
  const isUnread = preview.sheets.some(({ shape }) => shape === null)
  const { uhri } = preview
  return (
    <>
      {(uhri === null || uhri.chosen) && (
        <p className="done" role="status">
          {isNothing && preview.errorCount === 0 ? copy.nothing : null} {copy.summary(preview)}
        </p>
      )}
      {uhri !== null && <UhriForm uhri={uhri} />}
      <SheetErrors errors={preview.errors} errorCount={preview.errorCount} />
      {!isNothing && preview.errorCount === 0 && (
        <section className="part" aria-labelledby="import">
          <h2 id="import">{copy.importIt}</h2>
          <form method="post" aria-label={copy.importIt} noValidate>
            <p className="hint">{copy.importLead}</p>
            <InputField
              id="reason"
              name="reason"
              label={copy.reason}
              hint={copy.reasonHint}
              defaultValue={copy.reasonBegin}
              {...(error === undefined ? {} : { error })}
            />
            <div className="acts bare">
              <button type="submit" name="intent" value="import" className="btn-main">
                {copy.importIt}
              </button>
            </div>
          </form>
        </section>
      )}
      <SheetChanges preview={preview} />
      {uhri === null && <SheetMapping sheets={preview.sheets} shapes={shapes} open={isUnread} />}
    </>
  )
}
