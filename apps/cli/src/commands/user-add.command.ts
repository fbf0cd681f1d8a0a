import { accountRoles } from '@waymark/access/role'
import { createUser } from '@waymark/api/accounts/accounts'
import { formatAccountRefusal, formatPassword, getPassword, parseEmail, parseRole } from '../accounts.ts'
import { buildCommand, CommandRefused, WrongUsage } from '../command.ts'
import { operator, withInstallation } from '../installation.ts'

export const userAddCommand = buildCommand({
  name: 'user add',
  usage: '--email EMAIL --name NAME --role ROLE [--password-stdin]',
  summary: 'Makes an account',
  details: `
  --email EMAIL      the address to sign in with
  --name NAME        as the record shows it beside what this person does
  --role ROLE        ${accountRoles.join(', ')}
  --password-stdin   take the password from standard input: 12 to 128 characters

Without --password-stdin a password is generated and shown this once.
`,
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    'password-stdin': { type: 'boolean', default: false },
  },
  operands: [0, 1],
  run: async ({ values, operands }, surroundings) => {
    const email = parseEmail(values.email, operands)
    const { name } = values
    if (name === undefined) throw new WrongUsage('Give --name: who it is.')
    const role = parseRole(values.role)
    const password = await getPassword(values['password-stdin'], surroundings)
    const made = await withInstallation(surroundings, { make: true }, ({ auth }) =>
      createUser(auth, operator, { email, name, role, password: password.password }),
    )
    if (!made.ok) throw new CommandRefused(formatAccountRefusal(made.error, email))
    return {
      ok: true,
      json: {
        id: made.value.id,
        email: email.trim().toLowerCase(),
        name: name.trim(),
        role,
        ...(password.isGenerated ? { password: password.password } : {}),
      },
      text: `Made the account ${email.trim().toLowerCase()} (${role}).${formatPassword(password)}`,
    }
  },
})
