import { setDisabled } from '@waymark/api/accounts/accounts'
import { formatAccountRefusal, getAccountIdOrRefuse, parseEmail } from '../accounts.ts'
import { buildCommand, CommandRefused } from '../command.ts'
import { operator, withInstallation } from '../installation.ts'

const buildDisabling = (disabled: boolean, summary: string, details: string) =>
  buildCommand({
    name: disabled ? 'user disable' : 'user enable',
    usage: 'EMAIL',
    summary,
    details: `\n  EMAIL   the account's address; --email EMAIL says the same\n\n${details}\n`,
    options: { email: { type: 'string' } },
    operands: [0, 1],
    run: async ({ values, operands }, surroundings) => {
      const email = parseEmail(values.email, operands)
      return withInstallation(surroundings, { make: false }, async ({ auth }) => {
        const id = await getAccountIdOrRefuse(auth, email)
        const changed = await setDisabled(auth, operator, { id, disabled })
        if (!changed.ok) throw new CommandRefused(formatAccountRefusal(changed.error, email))
        return {
          ok: true,
          json: { id, email, disabled },
          text: `${email} is ${disabled ? 'disabled' : 'enabled'} now.`,
        }
      })
    },
  })

export const userDisableCommand = buildDisabling(
  true,
  'Closes an account; nothing that it did is lost',
  'Their sessions end at once. The last administrator who can sign in cannot be disabled.',
)

export const userEnableCommand = buildDisabling(
  false,
  'Opens a disabled account again',
  'The password and the second factor are those of before.',
)
