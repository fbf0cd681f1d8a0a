import { accountRoles } from '@waymark/access/role'
import { setRole } from '@waymark/api/accounts/accounts'
import { formatAccountRefusal, getAccountIdOrRefuse, parseEmail, parseRole } from '../accounts.ts'
import { buildCommand, CommandRefused } from '../command.ts'
import { operator, withInstallation } from '../installation.ts'

export const userRoleCommand = buildCommand({
  name: 'user role',
  usage: 'EMAIL --role ROLE',
  summary: 'Gives an account another role',
  details: `
  EMAIL         the account's address; --email EMAIL says the same
  --role ROLE   ${accountRoles.join(', ')}

Their sessions end. The last administrator who can sign in stays one.
`,
  options: { email: { type: 'string' }, role: { type: 'string' } },
  operands: [0, 1],
  run: async ({ values, operands }, surroundings) => {
    const email = parseEmail(values.email, operands)
    const role = parseRole(values.role)
    return withInstallation(surroundings, { make: false }, async ({ auth }) => {
      const id = await getAccountIdOrRefuse(auth, email)
      const changed = await setRole(auth, operator, { id, role })
      if (!changed.ok) throw new CommandRefused(formatAccountRefusal(changed.error, email))
      return { ok: true, json: { id, email, role }, text: `${email} is ${role} now.` }
    })
  },
})
