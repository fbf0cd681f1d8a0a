import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { AgendaPage } from '../../components/meeting/agenda-page.tsx'
import { getMeetingTitle } from '../../components/meeting/meeting-head.tsx'
import { buildItemAnchor, buildMeetingHref } from '../../components/meeting/meeting-href.ts'
import type { MeetingPage } from '../../components/meeting/meeting-page.ts'
import { MinutesPage } from '../../components/meeting/minutes-page.tsx'
import { RoomPage } from '../../components/meeting/room-page.tsx'
import agendaSheet from '../../styles/agenda.css?url'
import meetingSheet from '../../styles/meeting.css?url'
import minutesSheet from '../../styles/minutes.css?url'
import { hasFailedForm } from '../desk/failed-form.ts'
import { getAnswer } from '../desk/refused.ts'
import { answerRefused, getDone, parseSent } from '../desk/send-form.ts'
import { getPermitted, hasPermission } from '../desk/signed-in.ts'
import { agendaForms } from './agenda-intents.ts'
import type { MeetingForms } from './meeting-form.ts'
import { minutesForms } from './minutes-intents.ts'
import { parseMeeting } from './place.ts'
import { readAfter } from './read-after.ts'
import { readFound } from './read-found.ts'
import { readRoomChoices } from './room-choices.ts'
import { roomForms } from './room-intents.ts'

export const links: LinksFunction = () =>
  [meetingSheet, agendaSheet, minutesSheet].map((href) => ({ rel: 'stylesheet', href }))

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Waymark' }]

/** One meeting, whatever its state: its agenda, its room or its minutes. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = getPermitted({ request, context }, 'meeting.read')
  const place = parseMeeting(params)
  const words = getDeskWords(context.language)
  const { desk, meeting: copy } = words.t
  const [meeting, people] = await getAnswer(
    request,
    Promise.all([context.api.meeting.get.query(place), context.api.meetingAgenda.people.query({})]),
  )
  const choices = await getAnswer(request, readRoomChoices(context, meeting))
  const after = await getAnswer(request, readAfter(context, request, meeting))
  const isAsked = new URL(request.url).searchParams.has('rebuild')
  const isPrepared = meeting.state === 'draft' || meeting.state === 'open'
  const preview =
    isAsked && isPrepared ? await getAnswer(request, context.api.meetingAgenda.preview.query(place)) : null
  const mayWrite = hasPermission(actor, 'meeting.write')
  const found = await readFound(context, request, mayWrite && isPrepared ? place.dossier : null)
  const failed = hasFailedForm(context)
  const title = desk.pageTitle(getMeetingTitle(words, meeting), copy.title)
  return {
    title: failed ? desk.errorTitle(title) : title,
    meeting,
    people,
    ...choices,
    preview,
    found,
    after,
    me: { id: actor.id, name: actor.name },
    may: {
      write: mayWrite,
      approve: hasPermission(actor, 'meeting.approve'),
    },
    done: getDone(request, { ...copy.done, ...words.t.minutes.done }),
  }
}

const forms: MeetingForms = { ...agendaForms, ...roomForms, ...minutesForms }

/** Forms whose outcome is told as that of another. */
const doneAs: Readonly<Record<string, string>> = {
  'add-topic': 'add',
  'add-record': 'add',
  unrecuse: 'recuse',
}

/** Every form of the page ends here: `intent` is its name, and after a dot what it is about. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'meeting.write')
  const place = parseMeeting(params)
  const typed = parseSent(await request.formData())
  const [, name = '', argument = ''] = /^([a-z-]+)(?:\.(.*))?$/.exec(typed.intent ?? '') ?? []
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined
  if (form === undefined) throw new Response(null, { status: 404 })
  const outcome = await form({ request, context, place, typed, argument })
  if (outcome !== null) return answerRefused(context, outcome)
  // Back to the item that it was about: the keyboard goes on from there.
  const item = /[a-z]+:[A-Za-z0-9-]+$/.exec(argument)?.[0]
  const anchor = item === undefined ? '' : `#${buildItemAnchor(item)}`
  const shown = new URL(request.url).searchParams.get('item')
  const kept = shown === null ? '' : `&item=${encodeURIComponent(shown)}`
  return redirect(`${buildMeetingHref(place)}?done=${doneAs[name] ?? name}${kept}${anchor}`)
}

export default function MeetingRoute() {
  const { title: _, preview, found, after, ...shown } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const page: MeetingPage = { ...shown, outcome }
  switch (page.meeting.state) {
    case 'draft':
    case 'open':
    case 'cancelled':
      return <AgendaPage page={page} preview={preview} found={found} />
    case 'in-progress':
      return <RoomPage page={page} />
    case 'closed':
    case 'approved':
      // Of a meeting that is over the loader reads its minutes, always.
      return after === null ? null : <MinutesPage page={page} after={after} />
  }
}
