import { addAbortSignal } from 'node:stream'
import { text } from 'node:stream/consumers'
import { type AccountRole, accountRole, accountRoles } from '@waymark/access/role'
import { getAccountId } from '@waymark/api/accounts/accounts'
import type { Auth } from '@waymark/api/accounts/auth'
import { createDemoPassword } from '@waymark/api/accounts/demo'
import type { Refusal } from '@waymark/kernel/refusal'
import { CommandRefused, type Surroundings, WrongUsage } from './command.ts'

/** The account that a command is about: `--email`, or the first argument. */
export function parseEmail(option: string | undefined, operands: readonly string[]): string {
  const email = option ?? operands[0]
  if (email === undefined || (option !== undefined && operands.length > 0))
    throw new WrongUsage('Say once whose account it is: its email address.')
  return email
}

export function parseRole(role: string | undefined): AccountRole {
  const parsed = accountRole.safeParse(role)
  if (parsed.success) return parsed.data
  throw new WrongUsage(
    `${role === undefined ? '' : `“${role}” is no role. `}Give --role ${accountRoles.join(', ')}.`,
  )
}

/** @throws CommandRefused when there is no such account. */
export async function getAccountIdOrRefuse(auth: Auth, email: string): Promise<string> {
  const id = await getAccountId(auth, email)
  if (id === null) throw new CommandRefused(formatAccountRefusal({ code: 'unknown-user' }, email))
  return id
}

/** A password and whether it was made here, in which case it must be told, once. */
export type NewPassword = { readonly password: string; readonly isGenerated: boolean }

/** The first line of standard input, or a generated password of 79 random bits. */
export async function getPassword(isGiven: boolean, { stdin, signal }: Surroundings): Promise<NewPassword> {
  if (!isGiven) return { password: createDemoPassword(), isGenerated: true }
  if (stdin.isTTY)
    throw new WrongUsage('--password-stdin reads from a pipe or a file: what is typed here would be seen.')
  const given = await text(addAbortSignal(signal, stdin))
  return { password: given.replace(/\r?\n$/, ''), isGenerated: false }
}

export const formatPassword = ({ password, isGenerated }: NewPassword): string =>
  isGenerated ? `\nPassword, shown this once: ${password}` : ''

/** A sentence for a refusal of the accounts: what is wrong, and what to do. */
export function formatAccountRefusal({ code, params }: Refusal, email: string): string {
  switch (code) {
    case 'invalid-email':
      return `“${email}” is not an email address. Nothing was changed.`
    case 'name-missing':
      return 'The name is empty. Give the name that the record shows beside what this person does.'
    case 'email-taken':
      return `There is an account with the address ${email} already. Look at waymark user list.`
    case 'password-too-short':
      return `The password is too short: it needs at least ${params?.min ?? 12} characters. Nothing was changed.`
    case 'password-too-long':
      return `The password is too long: it may have at most ${params?.max ?? 128} characters. Nothing was changed.`
    case 'unknown-user':
      return `There is no account with the address ${email}. Look at waymark user list.`
    case 'last-administrator':
      return `${email} is the last administrator who can sign in. Make someone else an administrator first.`
    default:
      return `The change was refused (${code}). Nothing was changed.`
  }
}
