import { redirect } from '@remix-run/server-runtime'
import { formatQrCode } from '@waymark/api/accounts/qr-code'
import type { Refusal } from '@waymark/kernel/refusal'
import type { DeskMessages } from '@waymark/messages/desk/catalogue'
import type { Accounts } from '../../../server/accounts.ts'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import type { Typed } from '../../components/desk/submit-form.ts'

import { buildCookieHeaders } from './accounts.ts'

/** A second factor being set up. It lives in the page alone until its first code is right. */
export type Setup = {
  readonly uri: string
  readonly secret: string
  readonly qr: string
  readonly backupCodes: readonly string[]
}

/** The account page again: what is wrong by field, and a set-up under way. */
export type AccountOutcome = {
  readonly errors: Readonly<Record<string, string>>
  readonly setup: Setup | null
}

const refuse = (
  { formatRefusal }: DeskWords,
  field: string,
  refusal: Refusal,
  setup: Setup | null = null,
): AccountOutcome => ({
  errors: { [field]: formatRefusal(refusal) },
  setup,
})

const missing = ({ t }: DeskWords, ...fields: string[]): AccountOutcome => ({
  errors: Object.fromEntries(fields.map((field) => [field, t.account.home.missing])),
  setup: null,
})

const goOn = (
  changed: keyof DeskMessages['account']['home']['changed'],
  setCookies: readonly string[] = [],
) => redirect(`/account?changed=${changed}`, { headers: buildCookieHeaders(setCookies) })

/** Does what the pressed button of the account page asks. */
export async function recordAccountIntent(
  words: DeskWords,
  accounts: Accounts,
  userId: string,
  typed: Typed,
): Promise<Response | AccountOutcome> {
  const password = typed.password ?? ''
  switch (typed.intent) {
    case 'revoke': {
      const done = await accounts.revokeSession(userId, typed.session ?? '')
      return done.ok ? goOn('session') : refuse(words, 'sessions', done.error)
    }
    case 'change-password':
      return recordPassword(words, accounts, typed)
    case 'enable': {
      if (password === '') return missing(words, 'confirm')
      const made = await accounts.enableTotp(password)
      return made.ok ? { errors: {}, setup: { ...made.value } } : refuse(words, 'confirm', made.error)
    }
    case 'verify': {
      const setup = parseSetup(words, typed)
      const done = await accounts.verifyTotp(typed.code ?? '')
      return done.ok ? goOn('two-factor-on', done.value.setCookies) : refuse(words, 'code', done.error, setup)
    }
    case 'disable': {
      if (password === '') return missing(words, 'confirm')
      const done = await accounts.disableTotp(password)
      return done.ok ? goOn('two-factor-off', done.value.setCookies) : refuse(words, 'confirm', done.error)
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

async function recordPassword(
  words: DeskWords,
  accounts: Accounts,
  typed: Typed,
): Promise<Response | AccountOutcome> {
  const currentPassword = typed.current ?? ''
  const newPassword = typed.next ?? ''
  const blank = [...(currentPassword === '' ? ['current'] : []), ...(newPassword === '' ? ['next'] : [])]
  if (blank.length > 0) return missing(words, ...blank)
  const done = await accounts.changePassword({ currentPassword, newPassword })
  if (done.ok) return goOn('password', done.value.setCookies)
  return refuse(words, done.error.code.startsWith('password-') ? 'next' : 'current', done.error)
}

/** The set-up that the page itself sent along, so that a mistyped code does not ask for a new secret. */
function parseSetup({ t }: DeskWords, typed: Typed): Setup | null {
  const uri = typed.uri ?? ''
  const secret = URL.canParse(uri) ? new URL(uri).searchParams.get('secret') : null
  if (secret === null || uri.length > 500) return null
  const backupCodes = (typed.backup ?? '').split(' ').filter((code) => code !== '')
  return { uri, secret, qr: formatQrCode(uri, t.account.home.qr), backupCodes }
}
