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
import { buildMeetingHref } from '../../components/meeting/meeting-href.ts'
import type { MeetingPage } from '../../components/meeting/meeting-page.ts'
import { MinutesPage } from '../../components/meeting/minutes-page.tsx'
import { RoomPage } from '../../components/meeting/room-page.tsx'
import meetingSheet from '../../styles/meeting.css?url'
import { hasFailedForm } from '../desk/failed-form.ts'
import { getAnswer } from '../desk/refused.ts'
import { answerRefused, getDone, parseSent } from '../desk/send-form.ts'
import { getPermitted, hasPermission } from '../desk/signed-in.ts'
import { agendaForms } from './agenda-intents.ts'
import type { MeetingForms } from './meeting-form.ts'
import { minutesForms } from './minutes-intents.ts'
import { parseMeeting } from './place.ts'
import { roomForms } from './room-intents.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: meetingSheet }]

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
  const failed = hasFailedForm(context)
  const title = desk.pageTitle(getMeetingTitle(words, meeting), copy.title)
  return {
    title: failed ? desk.errorTitle(title) : title,
    meeting,
    people,
    me: { id: actor.id, name: actor.name },
    may: {
      write: hasPermission(actor, 'meeting.write'),
      approve: hasPermission(actor, 'meeting.approve'),
    },
    done: getDone(request, copy.done),
  }
}

const forms: MeetingForms = { ...agendaForms, ...roomForms, ...minutesForms }

/** Every form of the page ends here: `intent` is its name, and after a dot what it is about. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'meeting.write')
  const place = parseMeeting(params)
  const typed = parseSent(await request.formData())
  const [, name = '', argument = ''] = /^([a-z-]+)(?:\.(.*))?$/.exec(typed.intent ?? '') ?? []
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined
  if (form === undefined) throw new Response(null, { status: 404 })
  const outcome = await form({ request, context, place, typed, argument })
  return outcome === null
    ? redirect(`${buildMeetingHref(place)}?done=${name}`)
    : answerRefused(context, outcome)
}

export default function MeetingRoute() {
  const { title: _, ...shown } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const page: MeetingPage = { ...shown, outcome }
  switch (page.meeting.state) {
    case 'draft':
    case 'open':
    case 'cancelled':
      return <AgendaPage page={page} />
    case 'in-progress':
      return <RoomPage page={page} />
    case 'closed':
    case 'approved':
      return <MinutesPage page={page} />
  }
}
