import type { Accounts } from '../../../server/accounts.ts'

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** The accounts, on behalf of the browser that asks. */
    readonly accounts: Accounts
  }
}

/** Response headers that set each cookie; a cookie is a header of its own. */
export function buildCookieHeaders(setCookies: readonly string[]): Headers {
  const headers = new Headers()
  for (const cookie of setCookies) headers.append('set-cookie', cookie)
  return headers
}
