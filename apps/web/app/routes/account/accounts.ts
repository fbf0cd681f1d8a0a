import type { AccountRefusal } from '@waymark/api/accounts/refusal'
import { account } from '@waymark/messages/en/account'
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

const sentences = account.refusals as Readonly<
  Partial<Record<string, (params: Record<string, string | number>) => string>>
>

/** What a refusal of the account pages says to the person. */
export const formatAccountRefusal = ({ code, params }: AccountRefusal): string =>
  (sentences[code] ?? account.refusals.other)({ ...params })
