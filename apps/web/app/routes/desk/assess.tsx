import { type MetaFunction, useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/server-runtime'
import { desk } from '@waymark/messages/en/desk'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { AssessAside } from '../../components/desk/assess-aside.tsx'
import { AssessConflict } from '../../components/desk/assess-conflict.tsx'
import { AssessFormFields } from '../../components/desk/assess-form.tsx'
import { buildErrors } from '../../components/desk/faults.ts'
import { buildInitial } from '../../components/desk/initial-form.ts'
import { parseTyped } from '../../components/desk/submit-form.ts'
import { recordIntent } from './assess-intents.ts'
import { hasFailedForm, recordFailedForm } from './failed-form.ts'
import { parseRecord } from './place.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

const copy = desk.assess

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const title = desk.pageTitle(copy.title(page?.form.ref ?? ''), desk.name)
  return [{ title: page?.failed ? desk.errorTitle(title) : title }]
}

const parseFrom = (value: string | null): number | undefined =>
  value !== null && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'assessment.submit')
  const place = parseRecord(params)
  const search = new URL(request.url).searchParams
  const from = parseFrom(search.get('from'))
  const [form, choices] = await getAnswer(
    request,
    Promise.all([
      context.api.assessment.form.query({ ...place, ...(from === undefined ? {} : { from }) }),
      context.api.source.choices.query({ dossier: place.dossier }),
    ]),
  )
  return { form, choices, kept: search.get('kept') === '1', failed: hasFailedForm(context) }
}

/** Every button of the form ends here: one more item, one less, keep, discard, submit. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'assessment.submit')
  const outcome = await recordIntent({
    request,
    api: context.api,
    place: parseRecord(params),
    typed: parseTyped(await request.formData()),
  })
  if (outcome instanceof Response) return outcome
  const { status, ...shown } = outcome
  if (status >= 400) recordFailedForm(context)
  return data(shown, { status })
}

export default function AssessPage() {
  const { form, choices, kept } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { pathname } = useLocation()
  const initial = buildInitial(form, choices)
  const typed = outcome?.typed ?? initial.typed
  const { byField, summary } = buildErrors({
    typed,
    faults: outcome?.faults ?? [],
    refusal: outcome?.refusal ?? null,
  })
  const conflict = outcome?.conflict ?? null
  const draftMoved = outcome?.draftMoved ?? null
  const supersedes = typed.supersedes
  const title =
    supersedes === undefined ? copy.title(form.ref) : copy.correctTitle(form.ref, Number(supersedes))
  return (
    <main id="main" className="deskpage withaside">
      <div className="matter">
        <ErrorSummary id="errors" title={copy.errorsHeading} errors={summary} />
        <p className="ref">{title}</p>
        <h1>{form.title}</h1>
        {kept && outcome === undefined && (
          <p className="done" role="status">
            {copy.kept}
          </p>
        )}
        {draftMoved !== null && <p className="done">{copy.draftMoved}</p>}
        {conflict !== null && <AssessConflict {...conflict} typed={typed} />}
        <AssessFormFields
          key={outcome === undefined ? 'first' : JSON.stringify(typed)}
          form={form}
          typed={typed}
          errors={byField}
          choices={choices}
          draftRev={outcome === undefined ? (form.draft?.rev ?? null) : Number(typed.draftRev ?? 0)}
          newVersion={conflict?.version ?? null}
          draftMoved={draftMoved}
          action={form.from === null ? pathname : `${pathname}?from=${form.from.id}`}
        />
      </div>
      <AssessAside form={form} notice={outcome === undefined ? initial.notice : null} />
    </main>
  )
}
