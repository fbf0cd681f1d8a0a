import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/server-runtime'
import sheet from '@waymark/ui/styles/desk.css?url'
import { DeskBar, DeskFrame, DeskSide } from '../../components/desk/desk-frame.tsx'
import { DeskKeys } from '../../components/desk/keys/desk-keys.tsx'
import { listAllowed, listDeskPlaces, listPalettePlaces, listPlaces } from '../../components/desk/places.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import own from '../../styles/desk.css?url'
import keys from '../../styles/desk-keys.css?url'
import together from '../../styles/desk-together.css?url'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: sheet },
  { rel: 'stylesheet', href: own },
  { rel: 'stylesheet', href: keys },
  { rel: 'stylesheet', href: together },
]

/** What stands around every page of the desk: who is here, in which dossier, and what waits for them. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { name, role } = getPermitted({ request, context }, 'read.desk')
  const person = { name, role }
  const dossier = params.dossier === undefined ? null : parseDossier(params)
  const [{ unread }, counts] = await getAnswer(
    request,
    Promise.all([
      context.api.notification.count.query({}),
      dossier === null ? null : context.api.queue.counts.query({ dossier }),
    ]),
  )
  return { person, dossier, counts, unread }
}

/** The desk is hydrated: every form works without script, and the script adds speed. */
export const handle = { script: true }

export default function DeskLayout() {
  const words = useDeskWords()
  const { person, dossier, counts, unread } = useLoaderData<typeof loader>()
  const { pathname, search } = useLocation()
  const path = pathname.replace(/\/$/, '')
  const pages = [
    ...(dossier === null ? [] : listPlaces(words, dossier)),
    ...listDeskPlaces(words, dossier),
    ...listPalettePlaces(words),
  ]
  const find = (
    <DeskKeys dossier={dossier} path={path} role={person.role} pages={listAllowed(pages, person.role)} />
  )
  return (
    <DeskFrame
      bar={
        <DeskBar
          person={person}
          dossier={dossier}
          path={path}
          address={`${pathname}${search}`}
          find={find}
          unread={unread}
        />
      }
      side={
        dossier === null ? null : <DeskSide person={person} dossier={dossier} counts={counts} path={path} />
      }
    >
      <Outlet />
    </DeskFrame>
  )
}
