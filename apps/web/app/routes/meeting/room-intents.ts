import { randomUUID } from 'node:crypto'
import type { MeetingView } from '@waymark/api/features/meeting/meeting.view'
import { isDay } from '@waymark/kernel/partial-date'
import { decisionDetail, entryKind } from '@waymark/meeting/event'
import type { Typed } from '../../components/desk/submit-form.ts'
import { buildRefused, type Outcome } from '../../components/desk/written-form.ts'
import { getRefusalOf } from '../desk/refused.ts'
import {
  getWordsOf,
  type MeetingForm,
  type MeetingForms,
  readMeeting,
  type SentForm,
  sendEvent,
  sendStage,
} from './meeting-form.ts'

const read = (typed: Typed, name: string): string => typed[name]?.trim() ?? ''

/** The item and the version that a form about an entry names, beside the entry. */
const getWritten = ({ typed, argument: entry }: SentForm) => ({
  item: read(typed, 'item'),
  entry,
  basedOn: Number(read(typed, 'basedOn')) || 0,
})

const refuse = (sent: SentForm, field: string, sentence: string): Outcome =>
  buildRefused(sent.typed.intent ?? '', sent.typed, sentence, field)

const write: MeetingForm = async (sent) => {
  const text = read(sent.typed, 'text')
  if (text === '') return refuse(sent, 'text', getWordsOf(sent).t.room.textMissing)
  const kind = entryKind.catch('note').parse(sent.typed.entryKind)
  const written = { item: sent.argument, entry: randomUUID(), basedOn: 0 }
  return sendEvent(sent, { kind: 'entry-written', ...written, entryKind: kind, text }, 'text')
}

/** Words of an entry changed. Where somebody was faster the form comes back with both, based on what stands now. */
const rewrite: MeetingForm = async (sent) => {
  const { request, context, place, typed } = sent
  const text = read(typed, 'text')
  if (text === '') return refuse(sent, 'text', getWordsOf(sent).t.room.textMissing)
  const kind = entryKind.catch('note').parse(typed.entryKind)
  const event = { kind: 'entry-written' as const, ...getWritten(sent), entryKind: kind, text }
  const refused = await getRefusalOf(
    request,
    context.api.meeting.record.mutate({ ...place, id: randomUUID(), event }),
  )
  if (refused === null) return null
  const outcome = buildRefused(typed.intent ?? '', typed, refused.refusal.message, 'text')
  return refused.refusal.code === 'entry-moved-on' ? { ...outcome, moved: true } : outcome
}

const own: MeetingForm = async (sent) => {
  const { typed, context } = sent
  const copy = getWordsOf(sent).t.room.decision.invalid
  const due = read(typed, 'due')
  if (!isDay(due)) return refuse(sent, 'due', copy.day)
  const owner = (await context.api.meetingAgenda.people.query({})).find(
    ({ id }) => id === read(typed, 'owner'),
  )
  if (owner === undefined)
    return refuse(sent, 'owner', getWordsOf(sent).formatRefusalCode('unknown-colleague'))
  const detail = { owner: { id: owner.id, name: owner.name }, due }
  return sendEvent(sent, { kind: 'action-detailed', ...getWritten(sent), detail }, 'due')
}

const detail: MeetingForm = async (sent) => {
  const { typed } = sent
  const copy = getWordsOf(sent).t.room.decision.invalid
  const counts = ['for', 'against', 'abstain'].map((name) => read(typed, name))
  const isCounted = counts.some((count) => count !== '')
  const wrong = counts.findIndex((count) => !/^\d{1,4}$/.test(count))
  if (isCounted && wrong !== -1)
    return refuse(sent, ['for', 'against', 'abstain'][wrong] ?? 'for', copy.count)
  const reviewOn = read(typed, 'reviewOn')
  if (reviewOn !== '' && !isDay(reviewOn)) return refuse(sent, 'reviewOn', copy.day)
  const finding = parseFinding(await readMeeting(sent), sent)
  if (finding === 'invalid') return refuse(sent, 'level', copy.finding)
  const [pro, contra, abstain] = counts.map(Number) as [number, number, number]
  const decided = decisionDetail.safeParse({
    options: read(typed, 'options')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    votes: isCounted ? { for: pro, against: contra, abstain } : null,
    dissent: read(typed, 'dissent') || null,
    reviewOn: reviewOn || null,
    supersedes: read(typed, 'supersedes') || null,
    finding,
  })
  if (!decided.success) return refuse(sent, 'options', getWordsOf(sent).t.meeting.plan.invalid)
  return sendEvent(sent, { kind: 'decision-detailed', ...getWritten(sent), detail: decided.data })
}

/** What a decision says of the recommendation that its item is about; null where it says nothing. */
function parseFinding({ items }: MeetingView, sent: SentForm) {
  const { typed } = sent
  const subject = items.find(({ id }) => id === read(typed, 'item'))?.subject
  const level = read(typed, 'level')
  if (subject?.kind !== 'recommendation' || level === '') return null
  const evidence = [
    ...listNumbers(typed['evidence[]']).map((item) => ({ item, stance: 'supports' as const })),
    ...listNumbers(typed['against[]']).map((item) => ({ item, stance: 'contradicts' as const })),
  ]
  const finding = decisionDetail.shape.finding.safeParse({
    recommendation: subject.key,
    level,
    contrary: typed.contrary === 'on',
    effective: read(typed, 'effective'),
    confidence: read(typed, 'confidence'),
    evidence,
  })
  return finding.success ? finding.data : ('invalid' as const)
}

const listNumbers = (lines = ''): number[] =>
  lines
    .split('\n')
    .filter((line) => /^[1-9]\d{0,14}$/.test(line))
    .map(Number)

/** The forms of a meeting that is in progress, by what their button asks for. */
export const roomForms: MeetingForms = {
  enter: (sent) => sendEvent(sent, { kind: 'item-entered', item: sent.argument }),
  done: (sent) => sendEvent(sent, { kind: 'item-done', item: sent.argument, done: true }),
  undone: (sent) => sendEvent(sent, { kind: 'item-done', item: sent.argument, done: false }),
  write,
  rewrite,
  own,
  detail,
  convert: (sent) =>
    sendEvent(sent, {
      kind: 'entry-converted',
      ...getWritten(sent),
      entryKind: entryKind.catch('note').parse(sent.typed.entryKind),
    }),
  remove: (sent) => sendEvent(sent, { kind: 'entry-removed', ...getWritten(sent) }),
  seal: (sent) => sendEvent(sent, { kind: 'item-sealed', ...getWritten(sent) }),
  close: (sent) => sendStage(sent, { kind: 'closed' }),
}
