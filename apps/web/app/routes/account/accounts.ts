import type { Refusal } from '@waymark/kernel/refusal'
import { formatRefusal } from '@waymark/messages/refusals'
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

/** What a refusal of the account pages says to the person; the pages speak English. */
export const formatAccountRefusal = (refusal: Refusal): string => formatRefusal(refusal, 'en')
