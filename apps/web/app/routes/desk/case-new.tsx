import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { createCaseInput } from '@waymark/api/features/case/case.input'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { SelectField } from '@waymark/ui/field'
import { CaseFields, caseFields } from '../../components/desk/case-fields.tsx'
import { FormFrame, getControl, getFormState } from '../../components/desk/form-frame.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import casesSheet from '../../styles/desk-cases.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm } from './failed-form.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, parseSent, sendForm } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: casesSheet }]

export const meta = buildDeskMeta<typeof loader>(({ t }) => t.cases.cases.new)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = getPermitted({ request, context }, 'case.write')
  const dossier = parseDossier(params)
  // A dossier that is not there has no page for its cases.
  await getAnswer(request, context.api.dossier.frame.query({ dossier }))
  return { dossier, maySeal: hasPermission(actor, 'case.read.confidential'), failed: hasFailedForm(context) }
}

/** Records a case, inside the desk. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'case.write')
  const dossier = parseDossier(params)
  const typed = parseSent(await request.formData())
  let key = ''
  const outcome = await sendForm(words, request, typed, {
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
  const { t } = useDeskWords()
  const copy = t.cases.cases
  const { dossier, maySeal } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const state = getFormState('create', { sensitivity: 'internal' }, outcome)
  const options = (['internal', 'confidential'] as const)
    .filter((value) => maySeal || value === 'internal')
    .map((value) => ({ value, label: copy.sensitivities[value] }))
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <PageLink href={`/desk/${dossier}/cases`}>{copy.title}</PageLink>
      </p>
      <h1>{copy.new}</h1>
      <FormFrame state={state} label={copy.new} hint={copy.newHint} main>
        <CaseFields state={state} />
        <SelectField label={copy.sensitivity} options={options} {...getControl(state, 'sensitivity')} />
      </FormFrame>
    </main>
  )
}
