import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { recordRoundInput } from '@waymark/api/features/briefing/briefing.input'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import {
  buildFaulty,
  buildRefused,
  type Outcome,
  parseFields,
  parseInput,
} from '../../components/desk/written-form.ts'
import { AfterRoundForm } from '../../components/meeting/after-round.tsx'
import sheet from '../../styles/briefing.css?url'
import { buildDeskMeta } from '../desk/desk-meta.ts'
import { hasFailedForm } from '../desk/failed-form.ts'
import { parseReview } from '../desk/place.ts'
import { getAnswer, getRefusalOf } from '../desk/refused.ts'
import { answerRefused, listSources } from '../desk/send-form.ts'
import { getPermitted, hasPermission } from '../desk/signed-in.ts'
import { parseOutcomeRows } from './outcome-form.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]

export const meta = buildDeskMeta<typeof loader>(({ t }) => t.briefing.after.title)

/** The recommendations of a briefing, for what its round brought. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = getPermitted({ request, context }, 'meeting.read')
  const { dossier, id: briefing } = parseReview(params)
  const mayWrite = hasPermission(actor, 'uptake.write')
  const [after, sources] = await Promise.all([
    getAnswer(request, context.api.briefing.after.query({ dossier, briefing })),
    mayWrite ? listSources({ request, context }, dossier) : [],
  ])
  const done = Number(new URL(request.url).searchParams.get('recorded') ?? '')
  return {
    dossier,
    after,
    sources,
    mayWrite,
    // Sent along, so that a form that is sent twice records once.
    id: crypto.randomUUID(),
    recorded: Number.isInteger(done) && done > 0 ? done : null,
    failed: hasFailedForm(context),
  }
}

/** A form that came back: as typed, and what would be recorded, or why nothing is. */
export type AfterOutcome = Outcome & {
  readonly preview: { readonly events: number; readonly newRound: boolean } | null
}

/** Looks what would be recorded, or records it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'uptake.write')
  const words = getDeskWords(context.language)
  const copy = words.t.briefing.after
  const { dossier, id: briefing } = parseReview(params)
  const form = await request.formData()
  const { typed, rows } = parseOutcomeRows(form)
  const sources = await listSources({ request, context }, dossier)
  const given = parseFields(typed, ['date', 'forum', 'locator', 'source', 'newSource'], sources)
  const fail = (outcome: Outcome, preview: AfterOutcome['preview'] = null) =>
    preview === null
      ? answerRefused(context, { ...outcome, preview } as AfterOutcome)
      : data({ ...outcome, preview } satisfies AfterOutcome)
  if (rows.length === 0) return fail(buildRefused('after', typed, copy.nothing))
  const read = parseInput(recordRoundInput, { dossier, briefing, id: form.get('id'), ...given, rows })
  const bare = given.source === undefined && given.newSource === undefined
  const issues = [...(read.ok ? [] : read.issues), ...(bare ? [{ path: ['source'], message: '' }] : [])]
  if (!read.ok || issues.length > 0)
    return fail(buildFaulty(words, 'after', typed, issues, words.t.briefing.sentences))
  const { input } = read
  let answer = { events: 0, newRound: false, faults: [] as { row: number | null; message: string }[] }
  const ask = async () => {
    answer =
      typed.intent === 'record'
        ? await context.api.briefing.recordRound.mutate(input)
        : await context.api.briefing.checkRound.query(input)
  }
  const refused = await getRefusalOf(request, ask())
  if (refused !== null) return fail(buildRefused('after', typed, refused.refusal.message))
  const [fault] = answer.faults
  if (fault !== undefined) {
    const ref = fault.row === null ? undefined : input.rows[fault.row]?.ref
    const message = ref === undefined ? fault.message : copy.fault(ref, fault.message)
    return fail(buildRefused('after', typed, message))
  }
  const { events, newRound } = answer
  if (typed.intent !== 'record')
    return fail({ intent: 'after', typed, errors: {}, summary: [] }, { events, newRound })
  return redirect(words.localise(`/meetings/${dossier}/briefings/${briefing}/after?recorded=${events}`))
}

export default function AfterPage() {
  const { dossier, after, sources, mayWrite, id, recorded } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>() as AfterOutcome | undefined
  const { t, localise } = useDeskWords()
  return (
    <AfterRoundForm
      {...{ after, sources, mayWrite, id, recorded, outcome }}
      back={{
        href: localise(`/meetings/${dossier}/briefings/${after.briefing}`),
        label: t.briefing.refreshing.back,
      }}
    />
  )
}
