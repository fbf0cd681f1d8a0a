import { type MetaFunction, useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { MeetingLines } from '../../components/meeting/meeting-list.tsx'
import { parseDossier } from '../desk/place.ts'
import { getAnswer } from '../desk/refused.ts'
import { getPermitted } from '../desk/signed-in.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Waymark' }]

/** The meetings of a dossier. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'meeting.read')
  const dossier = parseDossier(params)
  const { desk, meeting } = getDeskWords(context.language).t
  const list = await getAnswer(request, context.api.meeting.list.query({ dossier, page: 1 }))
  return { title: desk.pageTitle(meeting.title, desk.name), dossier, list }
}

export default function MeetingsPage() {
  const { dossier, list } = useLoaderData<typeof loader>()
  const { t } = useDeskWords()
  return (
    <main id="main" className="deskpage">
      <h1>{t.meeting.title}</h1>
      <MeetingLines dossier={dossier} meetings={list.meetings} none={t.meeting.list.noNext} />
    </main>
  )
}
