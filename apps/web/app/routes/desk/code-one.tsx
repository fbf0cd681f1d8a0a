import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { rateInput } from '@waymark/api/features/coding/coding.input'
import { levels } from '@waymark/assessment/level'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { CheckField, LevelField, TextAreaField } from '@waymark/ui/field'
import { SecondRatings } from '../../components/desk/coding-parts.tsx'
import { formatFault } from '../../components/desk/faults.ts'
import { FindingWord } from '../../components/desk/finding-words.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { listFaults, parseTyped, type Typed } from '../../components/desk/submit-form.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildDeskMeta } from './desk-meta.ts'

import { hasFailedForm, recordFailedForm } from './failed-form.ts'
import { parseReview } from './place.ts'
import { getAnswer, getRefusalOf } from './refused.ts'
import { getPermitted } from './signed-in.ts'

export const meta = buildDeskMeta<typeof loader>(({ t }, page) =>
  page ? t.coding.form.title(page.ref) : t.coding.title,
)

/** Before the rating the question and the evidence; after it both ratings. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'coding.write')
  const target = parseReview(params)
  const { api } = context
  const of = await getAnswer(request, api.coding.of.query(target))
  const failed = hasFailedForm(context)
  if (of.blind) {
    const form = await getAnswer(request, api.coding.form.query(target))
    return { kind: 'blind' as const, form, ref: form.ref, target, failed }
  }
  const { assessment } = await getAnswer(request, api.assessment.review.query(target))
  return { kind: 'seen' as const, assessment, of, ref: assessment.ref, target, failed }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'coding.write')
  const target = parseReview(params)
  const typed = parseTyped(await request.formData())
  const page = `/desk/${target.dossier}/code/${target.id}`
  const again = (errors: Readonly<Record<string, string>>) => {
    recordFailedForm(context)
    return data({ typed, errors }, { status: 422 })
  }
  if (typed.intent === 'decline') {
    const refused = await getRefusalOf(request, context.api.coding.decline.mutate(target))
    return refused === null ? redirect(page) : again({ '': refused.refusal.message })
  }
  const read = rateInput.safeParse(buildRating(target, typed))
  if (!read.success)
    return again(
      Object.fromEntries(
        listFaults(read.error.issues, typed).map((fault) => [fault.field, formatFault(words, fault)]),
      ),
    )
  const refused = await getRefusalOf(request, context.api.coding.rate.mutate(read.data))
  return refused === null ? redirect(page) : again({ '': refused.refusal.message })
}

function buildRating(target: { readonly dossier: string; readonly id: number }, typed: Typed) {
  const { finding } = typed
  const isLevel = (levels as readonly (string | undefined)[]).includes(finding)
  return {
    ...target,
    ...(isLevel || finding === undefined ? { level: finding ?? '' } : { state: finding }),
    contrary: typed.contrary === 'on',
    rationale: typed.rationale ?? '',
  }
}

export default function CodeOnePage() {
  const { formatDate, getEvidenceKindWord, getOriginWord, options, t } = useDeskWords()
  const copy = t.coding.form
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const list = `/desk/${page.target.dossier}/code`
  if (page.kind === 'seen') {
    const { assessment, of } = page
    return (
      <main id="main" className="deskpage">
        <p className="ref">{assessment.ref}</p>
        <h1>{assessment.title}</h1>
        <section className="part" aria-labelledby="first">
          <h2 id="first">{t.coding.of.by(assessment.author)}</h2>
          <p className="line">
            <FindingWord finding={assessment.finding} />
          </p>
          <p className="said">{assessment.rationale}</p>
        </section>
        <SecondRatings of={of} id={assessment.id} page={list} />
      </main>
    )
  }
  const { form } = page
  const typed: Typed = answer?.typed ?? {}
  const errors = answer?.errors ?? {}
  const summary = Object.entries(errors).map(([field, message]) => ({
    message,
    ...(field === '' ? {} : { field }),
  }))
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.desk.assess.errorsHeading} errors={summary} />
      <p className="ref">{copy.title(form.ref)}</p>
      <h1>{form.title}</h1>
      <p className="ask">{form.step ?? form.text}</p>
      {form.criterion !== null && (
        <p>
          {t.desk.record.criterion}: {form.criterion}
        </p>
      )}
      <p>{copy.lead(formatDate(form.effective))}</p>
      <section className="part" aria-labelledby="evidence">
        <h2 id="evidence">{copy.evidence}</h2>
        <ol>
          {form.evidence.map((item, index) => (
            <li key={index}>
              <p>
                {item.source.url === null ? (
                  item.source.title
                ) : (
                  <a href={item.source.url}>{item.source.title}</a>
                )}
                , {item.source.publisher}, {formatDate(item.source.date)}
                {item.locator !== null && `, ${item.locator}`}
              </p>
              <p className="hint">
                {getEvidenceKindWord(item.kind)}, {getOriginWord(item.origin)}
              </p>
              {item.excerpt !== null && (
                <blockquote className="said" lang={item.source.language}>
                  {item.excerpt}
                </blockquote>
              )}
            </li>
          ))}
        </ol>
      </section>
      <form method="post" noValidate aria-label={copy.title(form.ref)} key={JSON.stringify(typed)}>
        <LevelField
          id="finding"
          name="finding"
          legend={t.desk.assess.finding}
          options={options.finding}
          {...(errors.finding === undefined ? {} : { error: errors.finding })}
          {...(typed.finding === undefined ? {} : { defaultValue: typed.finding })}
        />
        <CheckField
          id="contrary"
          name="contrary"
          label={t.desk.assess.contrary}
          mark="contrary"
          defaultChecked={typed.contrary === 'on'}
        />
        <TextAreaField
          id="rationale"
          name="rationale"
          label={copy.rationale}
          hint={copy.rationaleHint}
          rows={5}
          defaultValue={typed.rationale ?? ''}
          {...(errors.rationale === undefined ? {} : { error: errors.rationale })}
        />
        <div className="acts">
          <button type="submit" name="intent" value="rate" className="btn-main">
            {copy.submit}
          </button>
          <button type="submit" name="intent" value="decline">
            {copy.decline}
          </button>
          <p className="hint">{copy.declineHint}</p>
        </div>
      </form>
    </main>
  )
}
