import { type MetaFunction, useLoaderData, useRevalidator } from '@remix-run/react'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/server-runtime'
import { useCallback } from 'react'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { useFollow } from '../../components/meeting/live/use-follow.ts'
import { WallPage } from '../../components/meeting/wall-page.tsx'
import wallSheet from '../../styles/wall.css?url'
import { getAnswer } from '../desk/refused.ts'
import { getPermitted } from '../desk/signed-in.ts'
import { parseMeeting } from './place.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: wallSheet }]

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Waymark' }]

/** The page turns its items by keys and hears what happens; without script it shows what the room is at when it is loaded. */
export const handle = { script: true }

/** A meeting on the wall: large, and without a name that may not be seen. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'meeting.read')
  const place = parseMeeting(params)
  const { t } = getDeskWords(context.language)
  const wall = await getAnswer(request, context.api.meeting.wall.query(place))
  return { title: t.desk.pageTitle(wall.title, t.room.wall.title), wall }
}

export default function WallRoute() {
  const { wall } = useLoaderData<typeof loader>()
  const { revalidate } = useRevalidator()
  // What is heard holds names that the wall may not show, so it only says that there is something new.
  const hear = useCallback(() => revalidate(), [revalidate])
  const isUp = useFollow({ dossier: wall.dossier.key, meeting: wall.meeting }, hear)
  return <WallPage wall={wall} isUp={isUp} />
}
