import { type ActionFunctionArgs, redirect } from '@remix-run/server-runtime'
import { buildCookieHeaders } from './accounts.ts'

/** An address that only receives: opened by hand, it leads to where one can sign out. */
export const loader = () => redirect('/account')

export async function action({ context }: ActionFunctionArgs) {
  const { setCookies } = await context.accounts.signOut()
  return redirect('/sign-in', { headers: buildCookieHeaders(setCookies) })
}
