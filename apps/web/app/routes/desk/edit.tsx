import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { correctRecommendationInput } from '@waymark/api/features/recommendation/correct.input'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { InputField, TextAreaField } from '@waymark/ui/field'
import { CorrectionForm } from '../../components/desk/correction-form.tsx'
import { getTitle } from '../../components/desk/field-conflict.tsx'
import { ChoiceField, getControl } from '../../components/desk/form-frame.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { parseMonths, ResponsibleField } from '../../components/desk/recommendation-fields.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import own from '../../styles/desk-edit.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm } from './failed-form.ts'
import { parseRecord } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, parseSent, sendForm } from './send-form.ts'
import { getPermitted } from './signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: own }]

export const meta = buildDeskMeta<typeof loader>(({ t }, page) => t.edit.title(page?.form.ref ?? ''))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.edit
  getPermitted({ request, context }, 'linkage.write')
  const place = parseRecord(params)
  return {
    dossier: place.dossier,
    form: await getAnswer(request, context.api.recommendation.form.query(place)),
    done: getDone(request, { correct: copy.done }),
    failed: hasFailedForm(context),
  }
}

/** Corrects a recommendation, with a reason. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  const { t } = words
  const copy = t.edit
  getPermitted({ request, context }, 'linkage.write')
  const place = parseRecord(params)
  const typed = parseSent(await request.formData())
  const outcome = await sendForm(words, request, typed, {
    fields: ['title', 'text', 'area', 'criterion', 'responsible[]', 'reason'],
    schema: correctRecommendationInput,
    send: (input) => context.api.recommendation.correct.mutate(input),
    fixed: {
      ...place,
      basedOn: Number(typed.basedOn),
      reviewEveryMonths: parseMonths(typed.reviewEveryMonths),
    },
    sentences: { missing: copy.missing, invalid: copy.invalid },
  })
  return outcome === null
    ? redirect(`/desk/${place.dossier}/recommendations/${place.ref}/edit?done=correct`)
    : answerRefused(context, outcome)
}

export default function EditPage() {
  const { t } = useDeskWords()
  const copy = t.edit
  const { dossier, form, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { ref, version, areas, actors } = form
  const begin = {
    title: form.title,
    text: form.text,
    area: form.area,
    criterion: form.criterion ?? '',
    reviewEveryMonths: String(form.reviewEveryMonths),
    'responsible[]': form.responsible.join('\n'),
  }
  const conflicting = [
    { name: 'title', label: copy.name },
    { name: 'text', label: copy.text },
    { name: 'area', label: copy.area, format: getTitle(areas) },
    { name: 'criterion', label: copy.criterion },
    { name: 'reviewEveryMonths', label: copy.months },
    {
      name: 'responsible[]',
      label: copy.responsible,
      format: (keys: string) => keys.split('\n').map(getTitle(actors)).join('\n'),
    },
  ]
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <PageLink href={`/desk/${dossier}/recommendations/${ref}`}>{ref}</PageLink>
      </p>
      <h1>{copy.title(ref)}</h1>
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <p className="quiet">{copy.lead}</p>
      <CorrectionForm
        outcome={outcome}
        intent="correct"
        version={version}
        begin={begin}
        fields={conflicting}
        label={copy.title(ref)}
        submit={copy.submit}
        reasonHint={t.linkage.reasonHint}
        main
      >
        {(state) => (
          <>
            <InputField label={copy.name} {...getControl(state, 'title')} />
            <TextAreaField label={copy.text} hint={copy.textHint} rows={8} {...getControl(state, 'text')} />
            <div className="pair">
              <ChoiceField state={state} name="area" label={copy.area} choices={areas} />
              <InputField
                label={copy.months}
                hint={copy.monthsHint}
                short
                inputMode="numeric"
                autoComplete="off"
                {...getControl(state, 'reviewEveryMonths')}
              />
            </div>
            <TextAreaField label={copy.criterion} rows={3} {...getControl(state, 'criterion')} />
            <ResponsibleField state={state} actors={actors} />
          </>
        )}
      </CorrectionForm>
    </main>
  )
}
