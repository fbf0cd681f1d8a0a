import { type AppLoadContext, redirect } from '@remix-run/server-runtime'
import { parsePageAddress } from '../../../server/page-address.ts'
import { buildCompleted } from '../../components/desk/assess/evidence-source.ts'
import { buildWithLine } from '../../components/desk/assess/quick-line.ts'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import type { AssessOutcome } from '../../components/desk/faults.ts'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import {
  buildDraftContent,
  buildFieldName,
  buildWithoutFile,
  buildWithoutRow,
  buildWithRow,
  getRefusedField,
  listFaults,
  parseSubmission,
  type Typed,
} from '../../components/desk/submit-form.ts'
import { keepFiles, recordItems } from './assess-files.ts'
import { getAnswer, getRefusalOf, type Refused } from './refused.ts'
import { parseNext } from './signed-in.ts'

type Sending = {
  readonly request: Request
  readonly context: AppLoadContext
  readonly api: AppLoadContext['api']
  readonly place: { readonly dossier: string; readonly ref: string }
  readonly typed: Typed
}

/** The form again, with the status to answer: 200 when nothing is wrong and only the form has grown or shrunk. */
type Again = AssessOutcome & { readonly status: number }
/** What the panel beside the register hears of a submission that was taken. */
export type Sent = { readonly sent: string }

const again = (typed: Typed, rest: Partial<Again> = {}): Again => ({
  typed,
  faults: [],
  refusal: null,
  conflict: null,
  draftMoved: null,
  status: 200,
  ...rest,
})

/** Does what the pressed button asks: a redirect when it is done, else the form with everything typed kept. */
export async function recordIntent(
  given: Sending & { readonly form: FormData },
): Promise<Response | Again | Sent> {
  const kept = await keepFiles(given, given.form, buildWithLine(given.typed))
  if (kept.faults.length > 0) return again(kept.typed, { faults: kept.faults, status: 422 })
  const sent = { ...given, typed: kept.typed }
  const [intent = 'submit', argument = ''] = (sent.typed.intent ?? 'submit').split('.')
  switch (intent) {
    case 'add-evidence':
      return again(buildWithRow(sent.typed))
    case 'remove-evidence':
      return again(buildWithoutRow(sent.typed, Number(argument)))
    case 'attach':
      return attachFile(sent, Number(argument))
    case 'detach':
      return again(buildWithoutFile(sent.typed, Number(argument)))
    case 'keep-draft':
    case 'keep-draft-on':
      return recordDraft(sent, argument === '' ? (sent.typed.draftRev ?? '0') : argument)
    case 'discard-draft':
      return discardDraft(sent)
    case 'submit-on':
      // The reader has seen both versions: only now does the form rest on the newer one.
      return recordSubmission({ ...sent, typed: { ...sent.typed, basedOn: argument } }, sent.typed)
    default:
      return recordSubmission(sent, sent.typed)
  }
}

/** Makes an item of evidence of one row's file. */
async function attachFile({ request, context, api, place, typed }: Sending, row: number): Promise<Again> {
  const field = buildFieldName(row, 'upload')
  if ((typed[buildFieldName(row, 'file')] ?? '') === '')
    return again(typed, {
      faults: [{ field, missing: true, message: null, limit: null }],
      status: 422,
    })
  const [choices, form] = await getAnswer(
    request,
    Promise.all([api.source.choices.query({ dossier: place.dossier }), api.assessment.form.query(place)]),
  )
  const complete = buildCompleted(typed, choices, form.today)
  const made = await recordItems({ context, place }, complete, { choices, today: form.today }, row)
  return again(made.typed, { faults: made.faults, status: made.faults.length > 0 ? 422 : 200 })
}

async function recordSubmission(
  { request, context, api, place, typed }: Sending,
  asTyped: Typed,
): Promise<Response | Again | Sent> {
  const words = getDeskWords(context.language)
  const [choices, form] = await getAnswer(
    request,
    Promise.all([api.source.choices.query({ dossier: place.dossier }), api.assessment.form.query(place)]),
  )
  // What an address tells of its source is filled in here too, for those who work without script.
  const complete = buildCompleted(typed, choices, form.today)
  const shown = buildCompleted(asTyped, choices, form.today)
  const first = parseSubmission(complete, place, choices)
  if (!first.ok) return again(shown, { faults: first.faults, status: 422 })
  // Only what is sound in itself makes items of its files: the form then names them, whatever becomes of it.
  const made = await recordItems({ context, place }, complete, { choices, today: form.today })
  const now = made.typed === complete ? shown : { ...made.typed, basedOn: asTyped.basedOn ?? '' }
  const read = parseSubmission(made.typed, place, choices)
  if (made.faults.length > 0 || !read.ok)
    return again(now, { faults: [...made.faults, ...(read.ok ? [] : read.faults)], status: 422 })
  const refused = await getRefusalOf(request, api.assessment.submit.mutate(read.input))
  if (refused !== null) return buildRefused(words, now, refused)
  if (typed.stay === '1') return { sent: place.ref }
  return redirect(getNext(typed, place))
}

/** Back to where the form was opened from, on this dossier's desk, saying what was sent; else the record. */
function getNext({ next }: Typed, { dossier, ref }: Sending['place']): string {
  const address = next === undefined ? '' : parseNext(next)
  if (!address.startsWith(`/desk/${dossier}/`))
    return `/desk/${dossier}/recommendations/${ref}?sent=1#history`
  return `${address}${address.includes('?') ? '&' : '?'}sent=${ref}`
}

function buildRefused({ t }: DeskWords, typed: Typed, { refusal, issues, conflict }: Refused): Again {
  if (conflict)
    return again(typed, { conflict, refusal: { message: refusal.message, field: null }, status: 409 })
  if (issues && issues.length > 0) {
    const read = issues.map(({ path, message }) => ({
      path: typeof path === 'string' ? path.split(/[.[\]$/]+/).filter((part) => part !== '') : path,
      message,
    }))
    return again(typed, { faults: listFaults(read, typed), status: 422 })
  }
  const field = refusal.path === undefined ? null : getRefusedField(refusal.path, typed)
  // The record's own sentence names the place by its path; on the form the place is plain to see.
  const message = refusal.code === 'unknown-source' ? t.desk.faults.invalid.source : refusal.message
  return again(typed, { refusal: { message, field }, status: 422 })
}

async function recordDraft({ request, api, place, typed }: Sending, rev: string): Promise<Response | Again> {
  const content = buildDraftContent(typed)
  const refused = await getRefusalOf(
    request,
    api.assessment.saveDraft.mutate({ ...place, rev: /^\d{1,15}$/.test(rev) ? Number(rev) : 0, content }),
  )
  const { path } = parsePageAddress(new URL(request.url).pathname)
  if (refused === null) return redirect(`${path}?kept=1`)
  if (refused.refusal.code !== 'draft-moved-on') {
    return again(typed, { refusal: { message: refused.refusal.message, field: null }, status: 422 })
  }
  const { draft } = await getAnswer(request, api.assessment.form.query(place))
  return again(typed, {
    refusal: { message: refused.refusal.message, field: null },
    draftMoved: draft?.rev ?? 0,
    status: 409,
  })
}

async function discardDraft({ request, api, place, typed }: Sending): Promise<Response | Again> {
  const refused = await getRefusalOf(request, api.assessment.discardDraft.mutate(place))
  if (refused !== null)
    return again(typed, { refusal: { message: refused.refusal.message, field: null }, status: 422 })
  return redirect(`/desk/${place.dossier}/recommendations/${place.ref}`)
}
