import type { Database } from '../schema.ts'

/**
 * Schema `auth` as Kysely types: what we read and write ourselves. The rest of it is better-auth's (migration 0002).
 * Instants are `Date` here (see `accountTypes` in drivers.ts), and nowhere beyond the accounts.
 */
export type AuthDatabase = {
  user: { id: string; name: string; email: string; twoFactorEnabled: boolean | null }
  session: {
    id: string
    userId: string
    createdAt: Date
    updatedAt: Date
    expiresAt: Date
    ipAddress: string | null
    userAgent: string | null
  }
  account: { userId: string; password: string | null; updatedAt: Date }
  twoFactor: { userId: string; verified: boolean | null }
  used_code: { user_id: string; code_sha256: string; used_at: Date }
  attempt: {
    key: string
    tries: number
    last_try_at: Date
    blocked_until: Date | null
    last_success_at: Date | null
  }
  /** Read only for this role; written through `inTransaction` alone. */
  'waymark.member': Pick<Database['member'], 'user_id' | 'role' | 'disabled' | 'rev'>
}
