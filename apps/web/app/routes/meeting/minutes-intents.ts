import { randomUUID } from 'node:crypto'
import { audience } from '@waymark/meeting/event'
import { itemId } from '@waymark/meeting/item-id'
import { buildFaulty, buildRefused } from '../../components/desk/written-form.ts'
import { getRefusalOf } from '../desk/refused.ts'
import { getWordsOf, type MeetingForm, type MeetingForms, sendEvent, sendStage } from './meeting-form.ts'

// A button that the page did not make.
const unknown = () => new Response(null, { status: 404 })

const parseItem = (argument: string): string => {
  const read = itemId.safeParse(argument)
  if (!read.success) throw unknown()
  return read.data
}

const setAudience: MeetingForm = async (sent) => {
  const read = audience.safeParse(sent.typed.audience)
  if (!read.success) throw unknown()
  return sendEvent(
    sent,
    { kind: 'item-for', item: parseItem(sent.argument), audience: read.data },
    'audience',
  )
}

const propose: MeetingForm = async (sent) => {
  const text = (sent.typed.text ?? '').trim()
  const intent = sent.typed.intent ?? ''
  const missing = getWordsOf(sent).t.minutes.missing
  if (text === '') return buildRefused(intent, sent.typed, missing, 'text')
  if (text.length > 4000)
    return buildFaulty(getWordsOf(sent), intent, sent.typed, [{ path: ['text'], message: 'Too long' }])
  const event = {
    kind: 'amendment-proposed',
    item: parseItem(sent.argument),
    amendment: randomUUID(),
    text,
  } as const
  return sendEvent(sent, event, 'text')
}

const settle: MeetingForm = async (sent) => {
  const { accepted, comment } = sent.typed
  if (accepted !== 'yes' && accepted !== 'no') throw unknown()
  const said = (comment ?? '').trim()
  if (said.length > 1000)
    return buildFaulty(getWordsOf(sent), sent.typed.intent ?? '', sent.typed, [
      { path: ['comment'], message: 'Too long' },
    ])
  return sendEvent(
    sent,
    {
      kind: 'amendment-settled',
      amendment: sent.argument,
      accepted: accepted === 'yes',
      comment: said === '' ? null : said,
    },
    'comment',
  )
}

/** Approves the minutes whose hash the page showed; others than those that were read are not approved. */
const approve: MeetingForm = async (sent) => {
  const { request, context, place, typed } = sent
  const sha256 = typed.sha256 ?? ''
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw unknown()
  const refused = await getRefusalOf(
    request,
    context.api.meeting.approve.mutate({ ...place, id: randomUUID(), sha256 }),
  )
  if (refused === null) return null
  const { code, message } = refused.refusal
  const moved = getWordsOf(sent).t.minutes.approve.moved
  return buildRefused(typed.intent ?? '', typed, code === 'record-moved-on' ? moved : message)
}

/** The forms of a meeting that is over, by what their button asks for. */
export const minutesForms: MeetingForms = {
  'minutes-for': setAudience,
  'amendments-open': (sent) => sendStage(sent, { kind: 'amendments-opened' }),
  amend: propose,
  settle,
  approve,
}
