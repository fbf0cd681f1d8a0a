import { type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { notificationTarget } from '@waymark/api/features/notification/notification.input'
import { buildSubjectHref } from '../../components/desk/subject-href.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

/**
 * Where a message leads: to what the notification is about, once one has signed in. It changes nothing, so that a scanner
 * of mail that follows the link does no harm; and its address says nothing.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'read.desk')
  const target = notificationTarget.safeParse(params)
  if (!target.success) throw new Response(null, { status: 404 })
  const { kind, dossier, subject } = await getAnswer(request, context.api.notification.get.query(target.data))
  const about = { dossier, kind: subject.kind, key: subject.key }
  const isTalk = kind === 'mentioned' || kind === 'assigned'
  throw redirect(
    isTalk
      ? `${buildSubjectHref(about)}#${kind === 'mentioned' ? 'talk' : 'assignments'}`
      : buildSubjectHref(about, subject.ref),
  )
}

/** Never shown: with it, what is not there answers with a page that says so. */
export default function NotificationPage() {
  return null
}
