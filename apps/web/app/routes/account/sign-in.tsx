import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import sheet from '@waymark/ui/styles/desk.css?url'
import { SignInForm } from '../../components/account/sign-in-form.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { parseTyped } from '../../components/desk/submit-form.ts'
import own from '../../styles/desk.css?url'
import { buildAccountMeta } from '../desk/desk-meta.ts'
import { hasFailedForm, recordFailedForm } from '../desk/failed-form.ts'
import { parseNext } from '../desk/signed-in.ts'

import { buildCookieHeaders } from './accounts.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: sheet },
  { rel: 'stylesheet', href: own },
]

export const meta = buildAccountMeta<typeof loader>(({ t }) => t.account.signIn.title)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = parseNext(new URL(request.url).searchParams.get('next'))
  if (context.actor !== null) throw redirect(next)
  return { next, failed: hasFailedForm(context) }
}

/** The password, and then, where it is on, the second step. The password is never sent back to the page. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { formatRefusal, t } = getDeskWords(context.language)
  const copy = t.account.signIn
  const typed = parseTyped(await request.formData())
  const next = parseNext(typed.next ?? null)
  const email = typed.email ?? ''
  const password = typed.password ?? ''
  const errors = {
    ...(email.trim() === '' ? { email: copy.missingEmail } : {}),
    ...(password === '' ? { password: copy.missingPassword } : {}),
  }
  if (Object.keys(errors).length > 0) {
    recordFailedForm(context)
    return data({ email, next, errors }, { status: 422 })
  }
  const signed = await context.accounts.signIn({ email, password })
  if (!signed.ok) {
    recordFailedForm(context)
    const status = signed.error.code === 'too-many-requests' ? 429 : 401
    return data({ email, next, errors: { email: formatRefusal(signed.error) } }, { status })
  }
  const { next: step, setCookies } = signed.value
  const target = step === 'done' ? next : `/sign-in/code?next=${encodeURIComponent(next)}`
  return redirect(target, { headers: buildCookieHeaders(setCookies) })
}

export default function SignInPage() {
  const { next } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  // A form that came back was sent to the plain address: where to go on to is in what was sent.
  return (
    <SignInForm next={refused?.next ?? next} email={refused?.email ?? ''} errors={refused?.errors ?? {}} />
  )
}
