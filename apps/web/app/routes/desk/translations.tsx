import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { recordTranslationInput } from '@waymark/api/features/translation/translation.input'
import { desk } from '@waymark/messages/en/desk'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { deskTranslation } from '@waymark/messages/en/desk-translation'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { TranslatedField } from '../../components/desk/translated-field.tsx'
import { hasFailedForm } from './failed-form.ts'
import { parseRecord } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, parseSent, sendForm } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

const copy = deskTranslation

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const title = desk.pageTitle(copy.title(page?.view.ref ?? ''), desk.name)
  return [{ title: page?.failed ? desk.errorTitle(title) : title }]
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = getPermitted({ request, context }, 'read.desk')
  const place = parseRecord(params)
  return {
    dossier: place.dossier,
    view: await getAnswer(request, context.api.translation.list.query(place)),
    mayWrite: hasPermission(actor, 'translation.write'),
    done: getDone(request, copy.done),
    failed: hasFailedForm(context),
  }
}

/** Keeps one field in one language; the name of the form says which. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'translation.write')
  const place = parseRecord(params)
  const typed = parseSent(await request.formData())
  const [, field, language] = (typed.intent ?? '').split('.')
  const outcome = await sendForm(request, typed, {
    fields: ['text'],
    schema: recordTranslationInput,
    send: (input) => context.api.translation.record.mutate(input),
    fixed: { ...place, field, language, ofVersion: Number(typed.ofVersion), basedOn: Number(typed.basedOn) },
    sentences: { missing: { text: copy.missing }, invalid: {}, moved: copy.moved },
  })
  if (outcome !== null) return answerRefused(context, outcome)
  return redirect(`/desk/${place.dossier}/recommendations/${place.ref}/translations?done=record`)
}

export default function TranslationsPage() {
  const { dossier, view, mayWrite, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={deskLinkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <a href={`/desk/${dossier}/recommendations/${view.ref}`}>{view.ref}</a>
      </p>
      <h1>{copy.title(view.ref)}</h1>
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <p className="quiet">{copy.lead}</p>
      {view.fields.map((field) => (
        <TranslatedField
          key={field.field}
          field={field}
          ofVersion={view.ofVersion}
          mayWrite={mayWrite}
          outcome={outcome}
        />
      ))}
    </main>
  )
}
