import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { saveBriefingInput } from '@waymark/api/features/briefing/briefing.input'
import type { Body } from '@waymark/meeting/briefing/body'
import { type Clash, mergeBodies } from '@waymark/meeting/briefing/merge'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { BriefingBuilder } from '../../components/meeting/briefing-builder.tsx'
import { pickShown } from '../../components/meeting/briefing-shown.ts'
import sheet from '../../styles/briefing.css?url'
import { buildDeskMeta } from '../desk/desk-meta.ts'
import { hasFailedForm, recordFailedForm } from '../desk/failed-form.ts'
import { parseReview } from '../desk/place.ts'
import { getAnswer, getRefusalOf } from '../desk/refused.ts'
import { getDone } from '../desk/send-form.ts'
import { getPermitted } from '../desk/signed-in.ts'
import { applyIntent, parseBody } from './briefing-form.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]

export const meta = buildDeskMeta<typeof loader>(({ t }, page) => page?.shown.body.title ?? t.briefing.title)

/** The builder: the latest version to be written in, or an earlier one to be looked at. With `add`, what can be put in. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'meeting.read')
  const { t } = getDeskWords(context.language)
  const { dossier, id: briefing } = parseReview(params)
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('version')
  const version = asked === null ? {} : { version: Number(asked) }
  const target = { dossier, briefing }
  const view = await getAnswer(request, context.api.briefing.get.query({ ...target, ...version }))
  return {
    dossier,
    shown: pickShown(view),
    choices: searchParams.has('add')
      ? await getAnswer(request, context.api.briefing.choices.query(target))
      : null,
    done: getDone(request, t.briefing.builder.done),
    failed: hasFailedForm(context),
  }
}

/** What came back of a form: what was typed, upon which version, and what is wrong with it. */
export type BuilderOutcome = {
  readonly body: Body
  readonly basedOn: number
  readonly message: string
  readonly clashes: readonly Clash[]
}

/** Saves what was written, and what a button did to the outline, as a new version. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'meeting.write')
  const words = getDeskWords(context.language)
  const { dossier, id: briefing } = parseReview(params)
  const target = { dossier, briefing }
  const form = await request.formData()
  const basedOn = Number(form.get('basedOn'))
  const { body, at } = applyIntent(parseBody(form), form, crypto.randomUUID())
  const fail = (outcome: BuilderOutcome) => {
    recordFailedForm(context)
    return data(outcome, { status: 422 })
  }
  const read = saveBriefingInput.safeParse({ ...target, basedOn, body })
  if (!read.success) {
    const message =
      body.title === '' ? words.t.briefing.sentences.missing.title : words.t.linkage.invalid.other
    return fail({ body, basedOn, message, clashes: [] })
  }
  const refused = await getRefusalOf(request, context.api.briefing.save.mutate(read.data))
  if (refused === null) {
    const place = at === null ? '' : `#${encodeURIComponent(at)}`
    return redirect(words.localise(`/meetings/${dossier}/briefings/${briefing}?done=save${place}`))
  }
  if (refused.refusal.code !== 'record-moved-on')
    return fail({ body, basedOn, message: refused.refusal.message, clashes: [] })
  const load = (version?: number) =>
    getAnswer(
      request,
      context.api.briefing.get.query({ ...target, ...(version === undefined ? {} : { version }) }),
    )
  const [base, theirs] = await Promise.all([load(basedOn), load()])
  const merged = mergeBodies(base.body, body, theirs.body)
  return fail({ ...merged, basedOn: theirs.version, message: words.t.briefing.builder.moved })
}

export default function BriefingPage() {
  const { dossier, shown, choices, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  return <BriefingBuilder {...{ dossier, shown, choices, done, outcome }} />
}
