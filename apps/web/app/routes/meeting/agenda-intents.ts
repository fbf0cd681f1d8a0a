import { randomUUID } from 'node:crypto'
import { text } from '@waymark/kernel/key'
import { calendarDay } from '@waymark/kernel/partial-date'
import { audience, presences } from '@waymark/meeting/event'
import { itemId } from '@waymark/meeting/item-id'
import { z } from 'zod'
import { buildRefused, type Outcome } from '../../components/desk/written-form.ts'
import { sendForm } from '../desk/send-form.ts'
import {
  getWordsOf,
  type MeetingForms,
  readMeeting,
  type SentForm,
  send,
  sendEvent,
  sendStage,
} from './meeting-form.ts'
import { buildPlan, getPlanSentences, planFields, planForm } from './plan-form.ts'

/** Reads a form by its schema and sends what it says; each fault at its field. */
const sendTyped = <S extends z.ZodType>(
  sent: SentForm,
  fields: readonly string[],
  schema: S,
  write: (said: z.infer<S>) => Promise<Outcome | null>,
): Promise<Outcome | null> => {
  const words = getWordsOf(sent)
  let outcome: Outcome | null = null
  return sendForm(words, sent.request, sent.typed, {
    fields,
    schema,
    fixed: {},
    sentences: getPlanSentences(words),
    send: async (said) => {
      outcome = await write(said)
    },
  }).then((faulty) => faulty ?? outcome)
}

/** A colleague by id, as a meeting names them; null for one who cannot be named. */
async function findColleague({ context }: SentForm, id: string) {
  const people = await context.api.meetingAgenda.people.query({})
  const found = people.find((one) => one.id === id)
  return found === undefined ? null : { kind: 'user' as const, id: found.id, name: found.name }
}

/** Moves an item by one place among those that are on the agenda. */
async function move(sent: SentForm): Promise<Outcome | null> {
  const [, direction, item = ''] = /^(up|down)\.(.+)$/.exec(sent.argument) ?? []
  const on = (await readMeeting(sent)).items.filter(({ standing }) => standing.kind === 'on')
  const at = on.findIndex(({ id }) => id === item)
  if (at === -1 || direction === undefined) throw new Response(null, { status: 404 })
  const others = on.filter(({ id }) => id !== item)
  const behind = direction === 'up' ? at - 2 : at
  return sendEvent(sent, {
    kind: 'item-moved',
    item,
    after: behind < 0 ? null : (others[behind]?.id ?? null),
  })
}

async function noteAttendance(sent: SentForm): Promise<Outcome | null> {
  const schema = z.strictObject({
    who: z.string().optional(),
    guest: text(200).optional(),
    presence: z.enum(presences),
  })
  return sendTyped(sent, ['who', 'guest', 'presence'], schema, async ({ who, guest, presence }) => {
    const { t } = getWordsOf(sent)
    const colleague = who === undefined ? null : await findColleague(sent, who)
    const attendee = guest === undefined ? colleague : { kind: 'guest' as const, name: guest }
    if (attendee === null || (guest !== undefined && who !== undefined))
      return buildRefused('attendance', sent.typed, t.meeting.people.oneOf, 'who')
    return sendEvent(sent, { kind: 'attendance', attendee, presence })
  })
}

async function addRecord(sent: SentForm): Promise<Outcome | null> {
  const schema = z.strictObject({
    kind: z.enum(['recommendation', 'case', 'milestone']),
    key: z.string().max(100),
  })
  return sendTyped(sent, ['kind', 'key'], schema, async ({ kind, key }) => {
    const { t } = getWordsOf(sent)
    const item = itemId.safeParse(`${kind}:${key}`)
    if (!item.success) return buildRefused('add-record', sent.typed, t.meeting.agenda.badKey, 'key')
    const meeting = await readMeeting(sent)
    const after = meeting.items.at(-1)?.id ?? null
    try {
      return await sendEvent(
        sent,
        { kind: 'item-added', item: item.data, title: null, after, sensitivity: 'internal' },
        'key',
      )
    } catch (answer) {
      // What is not there is told at the field: the meeting itself was just read.
      if (answer instanceof Response && answer.status === 404)
        return buildRefused('add-record', sent.typed, t.meeting.agenda.notFound, 'key')
      throw answer
    }
  })
}

const recuse = (sent: SentForm): Promise<Outcome | null> =>
  sendTyped(
    sent,
    ['who', 'reason'],
    z.strictObject({ who: z.string(), reason: text(1000).optional() }),
    async ({ who, reason = null }) => {
      const attendee = await findColleague(sent, who)
      if (attendee === null)
        return buildRefused(
          sent.typed.intent ?? '',
          sent.typed,
          getWordsOf(sent).t.meeting.plan.missing,
          'who',
        )
      return sendEvent(sent, { kind: 'recusal', item: sent.argument, attendee, recused: true, reason })
    },
  )

async function unrecuse(sent: SentForm): Promise<Outcome | null> {
  const item = (await readMeeting(sent)).items.find(({ id }) => id === sent.argument)
  const found = item?.recusals.find(
    ({ attendee }) => attendee.kind === 'user' && attendee.id === sent.typed.who,
  )
  if (found === undefined) throw new Response(null, { status: 404 })
  const { attendee } = found
  return sendEvent(sent, { kind: 'recusal', item: sent.argument, attendee, recused: false, reason: null })
}

const minutesField = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(600))

const setTime = (sent: SentForm): Promise<Outcome | null> =>
  sendTyped(
    sent,
    ['minutes', 'presenter'],
    z.strictObject({ minutes: minutesField.optional(), presenter: z.string().optional() }),
    async ({ minutes = null, presenter }) =>
      sendEvent(sent, {
        kind: 'item-timed',
        item: sent.argument,
        minutes,
        presenter: presenter === undefined ? null : await findColleague(sent, presenter),
      }),
  )

/** The forms of a meeting that is being prepared, by what their button asks for. */
export const agendaForms: MeetingForms = {
  move,
  attendance: noteAttendance,
  'add-record': addRecord,
  recuse,
  unrecuse,
  time: setTime,
  'add-topic': (sent) =>
    sendTyped(sent, ['title'], z.strictObject({ title: text(300) }), async ({ title }) => {
      const after = (await readMeeting(sent)).items.at(-1)?.id ?? null
      const item = `topic:${randomUUID()}`
      return sendEvent(sent, { kind: 'item-added', item, title, after, sensitivity: 'internal' })
    }),
  retitle: (sent) =>
    sendTyped(sent, ['title'], z.strictObject({ title: text(300) }), ({ title }) =>
      sendEvent(sent, { kind: 'item-retitled', item: sent.argument, title }),
    ),
  drop: (sent) =>
    sendTyped(sent, ['reason'], z.strictObject({ reason: text(1000) }), ({ reason }) =>
      sendEvent(sent, { kind: 'item-dropped', item: sent.argument, reason }),
    ),
  snooze: (sent) =>
    sendTyped(sent, ['until'], z.strictObject({ until: calendarDay }), ({ until }) =>
      sendEvent(sent, { kind: 'item-snoozed', item: sent.argument, until }),
    ),
  restore: (sent) => sendEvent(sent, { kind: 'item-restored', item: sent.argument }),
  audience: (sent) =>
    sendTyped(sent, ['audience'], z.strictObject({ audience }), (said) =>
      sendEvent(sent, { kind: 'item-for', item: sent.argument, audience: said.audience }),
    ),
  build: (sent) =>
    send(sent, sent.context.api.meetingAgenda.build.mutate({ ...sent.place, id: randomUUID() })),
  open: (sent) => sendStage(sent, { kind: 'opened' }),
  start: (sent) => sendStage(sent, { kind: 'started' }),
  plan: (sent) =>
    sendTyped(sent, planFields, planForm, (said) =>
      sendStage(sent, { kind: 'planned', plan: buildPlan(said) }),
    ),
  cancel: (sent) =>
    sendTyped(sent, ['reason'], z.strictObject({ reason: text(1000) }), ({ reason }) =>
      sendStage(sent, { kind: 'cancelled', reason }),
    ),
}
