import { type MetaFunction, useLoaderData } from '@remix-run/react'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/server-runtime'
import type { WallView } from '@waymark/api/features/meeting/wall.view'
import { useRef, useState } from 'react'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { useFollow } from '../../components/meeting/live/use-follow.ts'
import { WallPage } from '../../components/meeting/wall-page.tsx'
import { browserApi } from '../../http/browser-api.ts'
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
  const { wall: made } = useLoaderData<typeof loader>()
  const { wall, isUp } = useWall(made)
  return <WallPage wall={wall} isUp={isUp} />
}

/** What stands on the wall, as long as it stands there. */
function useWall(made: WallView): { wall: WallView; isUp: boolean | null } {
  const [wall, setWall] = useState(made)
  const asking = useRef({ seq: made.seq, busy: false })
  const place = { dossier: made.dossier.key, meeting: made.meeting }
  // What is heard holds names that a wall may not show, so it only says that there is something new: one question at a time.
  const ask = async () => {
    const { current } = asking
    if (current.busy) return
    current.busy = true
    try {
      for (let seen = -1; seen < current.seq; ) {
        const answer = await browserApi.meeting.wall.query(place)
        seen = answer.seq
        setWall(answer)
      }
    } catch {
      // The line is down, and the page says so; the first news over the next one asks again.
    } finally {
      current.busy = false
    }
  }
  const isUp = useFollow(place, ({ seq }) => {
    if (seq <= wall.seq) return
    asking.current.seq = seq
    void ask()
  })
  return { wall, isUp }
}
