import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/server-runtime'
import sheet from '@waymark/ui/styles/desk.css?url'
import { DeskBar, DeskFrame, DeskSide } from '../../components/desk/desk-frame.tsx'
import own from '../../styles/desk.css?url'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: sheet },
  { rel: 'stylesheet', href: own },
]

/** What stands around every page of the desk: who is here, in which dossier, and what waits for them. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { name, role } = getPermitted({ request, context }, 'read.desk')
  const person = { name, role }
  if (params.dossier === undefined) return { person, dossier: null, counts: null }
  const dossier = parseDossier(params)
  const queue = await getAnswer(request, context.api.assessment.queue.query({ dossier }))
  const counts = {
    toReview: queue.toReview.length,
    returnedToMe: queue.returnedToMe.length,
    mineInReview: queue.mineInReview.length,
    drafts: queue.drafts.length,
  }
  return { person, dossier, counts }
}

/** The desk is hydrated: every form works without script, and the script adds speed. */
export const handle = { script: true }

export default function DeskLayout() {
  const { person, dossier, counts } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const path = pathname.replace(/\/$/, '')
  return (
    <DeskFrame
      bar={<DeskBar person={person} dossier={dossier} path={path} />}
      side={
        dossier === null ? null : <DeskSide person={person} dossier={dossier} counts={counts} path={path} />
      }
    >
      <Outlet />
    </DeskFrame>
  )
}
