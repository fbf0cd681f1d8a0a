import { type MetaFunction, useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { MeetingLines } from '../../components/meeting/meeting-list.tsx'
import { getAnswer } from '../desk/refused.ts'
import { getPermitted } from '../desk/signed-in.ts'
import { parseSeries } from './place.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Waymark' }]

/** A series of meetings. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'meeting.read')
  const { dossier, id } = parseSeries(params)
  const { desk, meeting } = getDeskWords(context.language).t
  const [{ series }, { meetings }] = await getAnswer(
    request,
    Promise.all([
      context.api.meetingSeries.list.query({ dossier }),
      context.api.meeting.list.query({ dossier, series: id, page: 1 }),
    ]),
  )
  const one = series.find(({ series: known }) => known === id)
  if (one === undefined) throw new Response(null, { status: 404 })
  return { title: desk.pageTitle(one.title, meeting.title), dossier, one, meetings }
}

export default function SeriesPage() {
  const { dossier, one, meetings } = useLoaderData<typeof loader>()
  const { t } = useDeskWords()
  return (
    <main id="main" className="deskpage">
      <h1>{one.title}</h1>
      <p className="quiet">{t.meeting.rhythms[one.rhythm]}</p>
      <MeetingLines dossier={dossier} meetings={meetings} none={t.meeting.series.noMeetings} />
    </main>
  )
}
