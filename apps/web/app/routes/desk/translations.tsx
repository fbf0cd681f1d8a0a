import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { recordTranslationInput } from '@waymark/api/features/translation/translation.input'
import { desk } from '@waymark/messages/en/desk'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { deskTranslation } from '@waymark/messages/en/desk-translation'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { TranslatedField } from '../../components/desk/translated-field.tsx'
import { hasFailedForm } from './failed-form.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, parseSent, sendForm } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'
import { parseTranslationPlace } from './translation-place.ts'

const copy = deskTranslation

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const title = desk.pageTitle(copy.title(page?.view.label ?? ''), desk.name)
  return [{ title: page?.failed ? desk.errorTitle(title) : title }]
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = getPermitted({ request, context }, 'read.desk')
  const place = parseTranslationPlace(params)
  return {
    dossier: place.dossier,
    view: await getAnswer(request, context.api.translation.get.query(place)),
    mayWrite: hasPermission(actor, 'translation.write'),
    done: getDone(request, copy.done),
    failed: hasFailedForm(context),
  }
}

/** Keeps one field in one language; the name of the form says which. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'translation.write')
  const place = parseTranslationPlace(params)
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
  const done = place.kind === 'case' ? 'waits' : 'record'
  return redirect(`/desk/${place.dossier}/translations/${place.kind}/${place.key}?done=${done}`)
}

export default function TranslationsPage() {
  const { dossier, view, mayWrite, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={deskLinkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p>
        <a href={`/desk/${dossier}/translations?kind=${view.kind}`}>
          {copy.listTitle}: {copy.kinds[view.kind]}
        </a>
      </p>
      <h1>{copy.title(view.label)}</h1>
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <p className="quiet">{view.kind === 'case' ? copy.caseLead : copy.lead}</p>
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
