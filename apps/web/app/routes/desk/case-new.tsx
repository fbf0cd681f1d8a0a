import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { createCaseInput } from '@waymark/api/features/case/case.input'
import { desk } from '@waymark/messages/en/desk'
import { deskCases } from '@waymark/messages/en/desk-cases'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { SelectField } from '@waymark/ui/field'
import { CaseFields, caseFields } from '../../components/desk/case-fields.tsx'
import { FormFrame, getControl, getFormState } from '../../components/desk/form-frame.tsx'
import casesSheet from '../../styles/desk-cases.css?url'
import { hasFailedForm } from './failed-form.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, parseSent, sendForm } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

const copy = deskCases.cases

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: casesSheet }]

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const title = desk.pageTitle(copy.new, desk.name)
  return [{ title: page?.failed ? desk.errorTitle(title) : title }]
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = getPermitted({ request, context }, 'case.write')
  const dossier = parseDossier(params)
  // A dossier that is not there has no page for its cases.
  await getAnswer(request, context.api.dossier.frame.query({ dossier }))
  return { dossier, maySeal: hasPermission(actor, 'case.read.confidential'), failed: hasFailedForm(context) }
}

/** Records a case, inside the desk. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'case.write')
  const dossier = parseDossier(params)
  const typed = parseSent(await request.formData())
  let key = ''
  const outcome = await sendForm(request, typed, {
    fields: [...caseFields, 'sensitivity'],
    schema: createCaseInput,
    send: async (input) => {
      key = (await context.api.case.create.mutate(input)).key
    },
    fixed: { dossier },
  })
  return outcome === null
    ? redirect(`/desk/${dossier}/cases/${key}?done=create`)
    : answerRefused(context, outcome)
}

export default function NewCasePage() {
  const { dossier, maySeal } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const state = getFormState('create', { sensitivity: 'internal' }, outcome)
  const options = (['internal', 'confidential'] as const)
    .filter((value) => maySeal || value === 'internal')
    .map((value) => ({ value, label: copy.sensitivities[value] }))
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={deskLinkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <a href={`/desk/${dossier}/cases`}>{copy.title}</a>
      </p>
      <h1>{copy.new}</h1>
      <FormFrame state={state} label={copy.new} hint={copy.newHint} main>
        <CaseFields state={state} />
        <SelectField label={copy.sensitivity} options={options} {...getControl(state, 'sensitivity')} />
      </FormFrame>
    </main>
  )
}
