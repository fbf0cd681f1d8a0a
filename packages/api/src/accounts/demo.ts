import { randomInt } from 'node:crypto'
import type { AccountRole } from '@waymark/access/role'
import type { Act } from '@waymark/db/in-transaction'
import { createUser, getAccountId, listUsers, setPassword } from './accounts.ts'
import type { Auth } from './auth.ts'

export type DemoAccount = { readonly email: string; readonly password: string; readonly role: AccountRole }

// example.org is reserved (RFC 2606): no mail to these addresses can reach anyone. The administrator comes last, and
// stands for "all three are there".
const demoUsers = [
  { email: 'analyst@waymark.example.org', name: 'Demo analyst', role: 'analyst' },
  { email: 'reviewer@waymark.example.org', name: 'Demo reviewer', role: 'reviewer' },
  { email: 'admin@waymark.example.org', name: 'Demo administrator', role: 'administrator' },
] as const satisfies readonly { email: string; name: string; role: AccountRole }[]

const system: Act = { kind: 'system', id: 'demo', name: 'Demo installation' }

/**
 * The accounts of a demo installation, made once, with passwords that exist nowhere else: the caller prints them.
 * A start that was cut off in between is completed by the next one, with new passwords.
 * @returns null when the accounts are there already, or when the installation has accounts of its own
 */
export async function createDemoAccounts(auth: Auth): Promise<DemoAccount[] | null> {
  const demoEmails: readonly string[] = demoUsers.map((user) => user.email)
  const existing = await listUsers(auth)
  if (existing.some(({ email, role }) => role === 'administrator' || !demoEmails.includes(email))) return null
  const made: DemoAccount[] = []
  for (const { email, name, role } of demoUsers) {
    const password = createDemoPassword()
    const id = await getAccountId(auth, email)
    const result =
      id === null
        ? await createUser(auth, system, { email, name, role, password })
        : await setPassword(auth, system, { id, password })
    if (!result.ok) throw new Error(`The demo account ${email} could not be made: ${result.error.code}`)
    made.push({ email, password, role })
  }
  return made
}

// Without letters and digits that are taken for one another (0 o, 1 i l).
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Sixteen random characters in groups of four: 79 bits, and readable from a terminal. */
export function createDemoPassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
