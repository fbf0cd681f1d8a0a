import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { createBriefingInput } from '@waymark/api/features/briefing/briefing.input'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildRefused, type Outcome } from '../../components/desk/written-form.ts'
import { BeginBriefing } from '../../components/meeting/begin-briefing.tsx'
import { BriefingTable, BriefingTemplate } from '../../components/meeting/briefing-list.tsx'
import sheet from '../../styles/briefing.css?url'
import { buildDeskMeta } from '../desk/desk-meta.ts'
import { hasFailedForm } from '../desk/failed-form.ts'
import { parseDossier } from '../desk/place.ts'
import { getAnswer, getRefusalOf } from '../desk/refused.ts'
import { answerRefused, parseSent, sendForm } from '../desk/send-form.ts'
import { getPermitted } from '../desk/signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]

export const meta = buildDeskMeta<typeof loader>(({ t }) => t.briefing.title)

/** The briefings of a dossier, and the template that they are set in. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'meeting.read')
  const dossier = parseDossier(params)
  const page = Number(new URL(request.url).searchParams.get('page') ?? '1')
  if (!Number.isInteger(page) || page < 1) throw new Response(null, { status: 404 })
  const list = await getAnswer(request, context.api.briefing.list.query({ dossier, page }))
  return { dossier, list, failed: hasFailedForm(context) }
}

/** Begins a briefing, or sets or takes away the template. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'meeting.write')
  const words = getDeskWords(context.language)
  const dossier = parseDossier(params)
  const form = await request.formData()
  const typed = parseSent(form)
  const here = words.localise(`/meetings/${dossier}/briefings`)
  if (typed.intent === 'template' || typed.intent === 'template-remove') {
    const file = typed.intent === 'template' ? await readFile(form.get('file')) : null
    const refused = await getRefusalOf(request, context.api.briefing.setTemplate.mutate({ dossier, file }))
    if (refused === null) return redirect(`${here}#template`)
    return answerRefused(context, buildRefused('template', typed, refused.refusal.message, 'file'))
  }
  let briefing = 0
  const outcome = await sendForm(words, request, typed, {
    fields: ['title', 'language', 'audience', 'asOf', ...(typed.round === '' ? [] : ['round'])],
    schema: createBriefingInput,
    send: async (input) => {
      briefing = (await context.api.briefing.create.mutate(input)).briefing
    },
    fixed: { dossier, suggested: typed.suggested !== 'no', ...readPlanned(typed) },
    sentences: words.t.briefing.sentences,
  })
  if (outcome !== null) return answerRefused(context, outcome)
  return redirect(`${here}/${briefing}?done=create`)
}

const readPlanned = ({
  round = '',
  plannedTitle = '',
  plannedDate = '',
  plannedPlace = '',
}: Record<string, string>) =>
  round !== '' || plannedTitle.trim() === ''
    ? {}
    : {
        planned: {
          title: plannedTitle.trim(),
          date: plannedDate.trim(),
          place: plannedPlace.trim() === '' ? null : plannedPlace.trim(),
        },
      }

async function readFile(file: FormDataEntryValue | null) {
  if (!(file instanceof File)) return { name: 'template.docx', base64: '' }
  return {
    name: file.name === '' ? 'template.docx' : file.name.slice(0, 200),
    base64: Buffer.from(await file.arrayBuffer()).toString('base64'),
  }
}

export default function BriefingsPage() {
  const { dossier, list } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>() as Outcome | undefined
  const { t } = useDeskWords()
  const copy = t.briefing
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <h1>{copy.title}</h1>
      <p className="quiet">{copy.lead}</p>
      {list.briefings.length === 0 ? (
        <p className="quiet">{copy.empty}</p>
      ) : (
        <BriefingTable dossier={dossier} list={list} />
      )}
      <BeginBriefing rounds={list.rounds} outcome={outcome} />
      <BriefingTemplate template={list.template} outcome={outcome} />
    </main>
  )
}
