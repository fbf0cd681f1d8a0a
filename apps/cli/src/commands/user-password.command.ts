import { setPassword } from '@waymark/api/accounts/accounts'
import {
  formatAccountRefusal,
  formatPassword,
  getAccountIdOrRefuse,
  getPassword,
  parseEmail,
} from '../accounts.ts'
import { buildCommand, CommandRefused } from '../command.ts'
import { operator, withInstallation } from '../installation.ts'

export const userPasswordCommand = buildCommand({
  name: 'user password',
  usage: 'EMAIL [--password-stdin]',
  summary: 'Replaces a forgotten password',
  details: `
  EMAIL              the account's address; --email EMAIL says the same
  --password-stdin   take the password from standard input: 12 to 128 characters

Without --password-stdin a password is generated and shown this once. Their sessions end.
`,
  options: { email: { type: 'string' }, 'password-stdin': { type: 'boolean', default: false } },
  operands: [0, 1],
  run: async ({ values, operands }, surroundings) => {
    const email = parseEmail(values.email, operands)
    const password = await getPassword(values['password-stdin'], surroundings)
    return withInstallation(surroundings, { make: false }, async ({ auth }) => {
      const id = await getAccountIdOrRefuse(auth, email)
      const changed = await setPassword(auth, operator, { id, password: password.password })
      if (!changed.ok) throw new CommandRefused(formatAccountRefusal(changed.error, email))
      return {
        ok: true,
        json: { id, email, ...(password.isGenerated ? { password: password.password } : {}) },
        text: `The password of ${email} is replaced.${formatPassword(password)}`,
      }
    })
  },
})
