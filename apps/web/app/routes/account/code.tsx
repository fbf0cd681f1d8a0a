import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { CodeForm } from '../../components/account/sign-in-form.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { parseTyped } from '../../components/desk/submit-form.ts'
import { buildAccountMeta } from '../desk/desk-meta.ts'
import { hasFailedForm, recordFailedForm } from '../desk/failed-form.ts'
import { parseNext } from '../desk/signed-in.ts'

import { buildCookieHeaders } from './accounts.ts'

export { links } from './sign-in.tsx'

export const meta = buildAccountMeta<typeof loader>(({ t }) => t.account.code.title)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = parseNext(new URL(request.url).searchParams.get('next'))
  if (context.actor !== null) throw redirect(next)
  return { next, failed: hasFailedForm(context) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { formatRefusal, t } = getDeskWords(context.language)
  const copy = t.account.code
  const typed = parseTyped(await request.formData())
  const next = parseNext(typed.next ?? null)
  const code = (typed.code ?? '').trim()
  const refuse = (message: string, status: number) => {
    recordFailedForm(context)
    return data({ message, next }, { status })
  }
  if (code === '') return refuse(copy.missing, 422)
  const signed = await context.accounts.verifySignInCode(code)
  if (!signed.ok)
    return refuse(formatRefusal(signed.error), signed.error.code === 'too-many-requests' ? 429 : 401)
  return redirect(next, { headers: buildCookieHeaders(signed.value.setCookies) })
}

export default function CodePage() {
  const { next } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <CodeForm next={refused?.next ?? next} error={refused?.message ?? null} />
}
