import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { account } from '@waymark/messages/en/account'
import { CodeForm } from '../../components/account/sign-in-form.tsx'
import { parseTyped } from '../../components/desk/submit-form.ts'
import { hasFailedForm, recordFailedForm } from '../desk/failed-form.ts'
import { parseNext } from '../desk/signed-in.ts'
import { buildCookieHeaders, formatAccountRefusal } from './accounts.ts'

export { links } from './sign-in.tsx'

const copy = account.code

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: account.pageTitle(copy.title, page?.failed ?? false) },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = parseNext(new URL(request.url).searchParams.get('next'))
  if (context.actor !== null) throw redirect(next)
  return { next, failed: hasFailedForm(context) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const typed = parseTyped(await request.formData())
  const code = (typed.code ?? '').trim()
  const refuse = (message: string, status: number) => {
    recordFailedForm(context)
    return data({ message }, { status })
  }
  if (code === '') return refuse(copy.missing, 422)
  const signed = await context.accounts.verifySignInCode(code)
  if (!signed.ok)
    return refuse(formatAccountRefusal(signed.error), signed.error.code === 'too-many-requests' ? 429 : 401)
  return redirect(parseNext(typed.next ?? null), { headers: buildCookieHeaders(signed.value.setCookies) })
}

export default function CodePage() {
  const { next } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <CodeForm next={next} error={refused?.message ?? null} />
}
