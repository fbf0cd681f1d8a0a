import { z } from 'zod'

/** Roles that an account can have, least first. */
export const accountRoles = ['viewer', 'analyst', 'reviewer', 'administrator'] as const
export const accountRole = z.enum(accountRoles)
export type AccountRole = z.infer<typeof accountRole>

/** Everyone who can act: accounts, the anonymous public, and the operator at the installation's command line. */
export const roles = ['public', ...accountRoles, 'operator'] as const
export const role = z.enum(roles)
export type Role = z.infer<typeof role>
