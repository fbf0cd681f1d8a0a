import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { candidatesInput, linkInput } from '@waymark/api/features/linkage/link.input'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { getFormState } from '../../components/desk/form-frame.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { linkFields } from '../../components/desk/link-fields.tsx'
import { CandidateFilters, ChooseForm, PreviewForm } from '../../components/desk/link-many.tsx'
import { PageLink } from '../../components/desk/page-link.tsx'
import type { Typed } from '../../components/desk/submit-form.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildFaulty, buildRefused, parseFields, parseInput } from '../../components/desk/written-form.ts'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm, recordFailedForm } from './failed-form.ts'
import { parseKeyed } from './place.ts'
import { getAnswer, getRefused } from './refused.ts'
import { parseSent, sendForm } from './send-form.ts'
import { getPermitted } from './signed-in.ts'

const fields = [...linkFields, 'recommendations[]'] as const

export const meta = buildDeskMeta<typeof loader>(({ t }, page) =>
  t.linkage.linkMany.title(page?.list.milestone.title ?? ''),
)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'linkage.write')
  const { dossier, key } = parseKeyed(params)
  const { searchParams } = new URL(request.url)
  const filter = Object.fromEntries(
    ['q', 'area', 'standing'].flatMap((name) => {
      const value = searchParams.get(name)
      return value === null || value === '' ? [] : [[name, value]]
    }),
  )
  const read = candidatesInput.safeParse({ dossier, milestone: key, ...filter })
  if (!read.success) throw new Response(null, { status: 400 })
  const [list, choices] = await getAnswer(
    request,
    Promise.all([context.api.link.candidates.query(read.data), context.api.link.choices.query({ dossier })]),
  )
  return {
    dossier,
    milestone: key,
    filter,
    list,
    commitments: choices.commitments,
    failed: hasFailedForm(context),
  }
}

/** Shows what would be linked, or links it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'linkage.write')
  const { dossier, key } = parseKeyed(params)
  const typed = addShown(parseSent(await request.formData()))
  const fixed = { dossier, milestone: key, recommendations: [] }
  if (typed.intent === 'link') {
    const outcome = await sendForm(words, request, typed, {
      fields,
      schema: linkInput,
      send: (input) => context.api.link.create.mutate(input),
      fixed,
    })
    if (outcome === null) return redirect(`/desk/${dossier}/milestones/${key}?done=link`)
    recordFailedForm(context)
    return data({ outcome: { ...outcome, intent: 'preview' }, preview: null }, { status: 422 })
  }
  if (typed.intent === 'change') return data({ outcome: buildRefused('preview', typed, ''), preview: null })
  const read = parseInput(linkInput, { ...fixed, ...parseFields(typed, fields) })
  if (!read.ok) {
    recordFailedForm(context)
    return data(
      { outcome: buildFaulty(words, 'preview', typed, read.issues), preview: null },
      { status: 422 },
    )
  }
  try {
    const preview = await context.api.link.preview.query(read.input)
    return data({ outcome: null, preview: { ...preview, typed } })
  } catch (error) {
    const refused = getRefused(error)
    if (refused === null) throw error
    recordFailedForm(context)
    return data(
      { outcome: buildRefused('preview', typed, refused.refusal.message), preview: null },
      { status: 422 },
    )
  }
}

/** With the box for all ticked, everything that was shown is chosen. */
const addShown = (typed: Typed): Typed =>
  typed.all === 'on' ? { ...typed, 'recommendations[]': (typed.shown ?? '').split(' ').join('\n') } : typed

export default function LinkManyPage() {
  const { t } = useDeskWords()
  const copy = t.linkage.linkMany
  const { dossier, milestone, filter, list, commitments } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const outcome = sent?.outcome ?? undefined
  const preview = sent?.preview ?? null
  const errors = (outcome?.summary ?? []).filter(({ message }) => message !== '')
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={errors} />
      <p className="ref">
        <PageLink href={`/desk/${dossier}/milestones/${milestone}`}>{list.milestone.title}</PageLink>
      </p>
      <h1>{copy.title(list.milestone.title)}</h1>
      {preview === null ? (
        <>
          <p className="quiet">{copy.lead}</p>
          <CandidateFilters dossier={dossier} milestone={milestone} filter={filter} areas={list.areas} />
          <ChooseForm list={list} commitments={commitments} state={getFormState('preview', {}, outcome)} />
        </>
      ) : (
        <PreviewForm preview={preview} typed={preview.typed} commitments={commitments} />
      )}
    </main>
  )
}
