import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { recordTranslationInput } from '@waymark/api/features/translation/translation.input'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { TranslatedField } from '../../components/desk/translated-field.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm } from './failed-form.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, parseSent, sendForm } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'
import { parseTranslationPlace } from './translation-place.ts'

export const meta = buildDeskMeta<typeof loader>(({ t }, page) => t.translation.title(page?.view.label ?? ''))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.translation
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
  const words = getDeskWords(context.language)
  const { t } = words
  const copy = t.translation
  getPermitted({ request, context }, 'translation.write')
  const place = parseTranslationPlace(params)
  const typed = parseSent(await request.formData())
  const [, field, language] = (typed.intent ?? '').split('.')
  const outcome = await sendForm(words, request, typed, {
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
  const { t } = useDeskWords()
  const copy = t.translation
  const { dossier, view, mayWrite, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p>
        <PageLink href={`/desk/${dossier}/translations?kind=${view.kind}`}>
          {copy.listTitle}: {copy.kinds[view.kind]}
        </PageLink>
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
