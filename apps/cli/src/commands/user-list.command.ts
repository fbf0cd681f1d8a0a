import { listUsers } from '@waymark/api/accounts/accounts'
import { buildCommand } from '../command.ts'
import { withInstallation } from '../installation.ts'

export const userListCommand = buildCommand({
  name: 'user list',
  usage: '',
  summary: 'Lists the accounts with their roles',
  details: `
One line an account: address, role, name, and whether it is disabled or asks for a second factor.
`,
  options: {},
  operands: [0, 0],
  run: async (_, surroundings) => {
    const users = await withInstallation(surroundings, { make: false }, ({ auth }) => listUsers(auth))
    const rows = users.map(({ email, role, name, disabled, twoFactor }) =>
      [email, role, name, disabled ? 'disabled' : '', twoFactor ? 'second factor' : '']
        .filter(Boolean)
        .join('\t'),
    )
    return {
      ok: true,
      json: {
        users: users.map(({ id, email, name, role, disabled, twoFactor }) => ({
          id,
          email,
          name,
          role,
          disabled,
          twoFactor,
        })),
      },
      text: rows.length === 0 ? 'There is no account yet. Make one with waymark user add.' : rows.join('\n'),
    }
  },
})
