import { ok } from '@waymark/kernel/result'
import { APIError } from 'better-auth/api'
import { getSession, sessionCookie } from './actor.ts'
import type { Auth } from './auth.ts'
import { buildHeaders, type Client, getCookies } from './client.ts'
import { tryPassword } from './password.ts'
import { formatQrCode } from './qr-code.ts'
import { type AccountResult, refuse } from './refusal.ts'
import { recordTotpUse } from './sign-in.ts'

/** Shown once. `secret`: base32, to type in; `uri`: otpauth; `qr`: the uri as SVG; `backupCodes`: each works once. */
export type NewSecondFactor = {
  readonly secret: string
  readonly uri: string
  readonly qr: string
  readonly backupCodes: readonly string[]
}

/**
 * Begins to switch the second factor on. Until {@link verifyTotp} it changes nothing; begun again, it makes a new secret.
 * @returns refused with `not-signed-in`, `wrong-password`, `too-many-requests` or `second-factor-on`
 */
export async function enableTotp(
  auth: Auth,
  client: Client,
  password: string,
): Promise<AccountResult<NewSecondFactor>> {
  const session = await getSession(auth, client)
  if (!session) return refuse('not-signed-in')
  if (session.actor.twoFactor) return refuse('second-factor-on')
  return tryPassword(auth, session.actor.id, password, async () => {
    const made = await auth.api.enableTwoFactor({
      body: { password, method: 'totp' },
      headers: getOwnHeaders(client),
    })
    if (made.method !== 'totp') throw new Error('another second factor than asked for')
    const uri = made.totpURI
    return {
      secret: new URL(uri).searchParams.get('secret') ?? '',
      uri,
      qr: formatQrCode(uri, 'QR code for the authenticator app'),
      backupCodes: made.backupCodes,
    }
  })
}

/**
 * Switches the second factor on with a first code. The session goes on under a new id.
 * @returns refused with `not-signed-in`, `second-factor-on`, `second-factor-off` (not begun) or `wrong-code`
 */
export async function verifyTotp(
  auth: Auth,
  client: Client,
  code: string,
): Promise<AccountResult<{ readonly setCookies: readonly string[] }>> {
  const session = await getSession(auth, client)
  if (!session) return refuse('not-signed-in')
  if (session.actor.twoFactor) return refuse('second-factor-on')
  const typed = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(typed)) return refuse('wrong-code')
  try {
    const { headers } = await auth.api.verifyTOTP({
      body: { code: typed },
      headers: getOwnHeaders(client),
      returnHeaders: true,
    })
    await recordTotpUse(auth, session.actor.id, typed)
    return ok({ setCookies: headers.getSetCookie() })
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    if (error.body?.code === 'INVALID_CODE') return refuse('wrong-code')
    if (error.body?.code === 'TOTP_NOT_ENABLED') return refuse('second-factor-off')
    throw error
  }
}

/**
 * Switches the second factor off. The session goes on under a new id.
 * @returns refused with `not-signed-in`, `wrong-password`, `too-many-requests` or `second-factor-off`
 */
export async function disableTotp(
  auth: Auth,
  client: Client,
  password: string,
): Promise<AccountResult<{ readonly setCookies: readonly string[] }>> {
  const session = await getSession(auth, client)
  if (!session) return refuse('not-signed-in')
  if (!session.actor.twoFactor) return refuse('second-factor-off')
  return tryPassword(auth, session.actor.id, password, async () => {
    const { headers } = await auth.api.disableTwoFactor({
      body: { password },
      headers: getOwnHeaders(client),
      returnHeaders: true,
    })
    return { setCookies: headers.getSetCookie() }
  })
}

const getOwnHeaders = (client: Client) =>
  buildHeaders({ ...client, cookie: getCookies(client.cookie, sessionCookie) })
