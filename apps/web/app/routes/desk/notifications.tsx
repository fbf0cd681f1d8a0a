import { useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { z } from 'zod'
import { NotificationList } from '../../components/desk/notification-list.tsx'
import { buildDeskMeta } from './desk-meta.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

export const meta = buildDeskMeta(({ t }) => t.together.notifications.title)

const pageNumber = z.coerce.number().int().min(1).max(1000).catch(1)
const sent = z.object({
  id: z.uuid().optional().catch(undefined),
  until: z.iso.datetime().optional().catch(undefined),
})

/** What the reader was told, the latest first. Looking at it changes nothing. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'read.desk')
  const page = pageNumber.parse(new URL(request.url).searchParams.get('page') ?? 1)
  return getAnswer(request, context.api.notification.list.query({ page }))
}

/** Marks one, or all that the page showed or preceded it, as read. */
export async function action({ request, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'read.desk')
  const { id, until } = sent.parse(Object.fromEntries(await request.formData()))
  if (id === undefined && until === undefined) throw new Response(null, { status: 400 })
  await getAnswer(request, context.api.notification.read.mutate(id === undefined ? { until } : { id }))
  return redirect('/desk/notifications')
}

export default function NotificationsPage() {
  return <NotificationList list={useLoaderData<typeof loader>()} />
}
