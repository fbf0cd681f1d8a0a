import { hkdfSync } from 'node:crypto'
import { kyselyAdapter } from '@better-auth/kysely-adapter'
import type { AuthDatabase } from '@waymark/db/accounts/auth-schema'
import { getMember } from '@waymark/db/accounts/member'
import type { Database } from '@waymark/db/schema'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import {
  type Argon2Parameters,
  argon2Parameters,
  createPasswordHash,
  isPassword,
  passwordLength,
} from './argon2.ts'
import { addressHeader } from './client.ts'
import { buildHashedSessionAdapter } from './hashed-session-adapter.ts'

/** Seconds. A session ends when unused for `idle`, and in any case `absolute` after sign-in. */
export const sessionLife = { idle: 30 * 60, absolute: 12 * 3600, seenEvery: 60 } as const

/** Seconds in which the code of the second factor must follow the password. */
const challengeLife = 600

export type AuthOptions = {
  /** The pool of the role for accounts: search path `auth`, instants as `Date` (packages/db/src/open.ts). */
  readonly pool: pg.Pool
  /** The record, in which changes of roles are audited. */
  readonly record: Kysely<Database>
  /** The installation's secret; keys for each purpose are derived from it. */
  readonly secret: string
  /** Where browsers reach the site, such as `https://waymark.example`. https makes every cookie `__Host-` and Secure. */
  readonly baseUrl: string
  /** What a new password hash costs. The product never sets it; tests that are not about it take a cheap one. */
  readonly cost?: Argon2Parameters
  /** The clock of limits and idle sessions. */
  readonly now?: () => Date
}

export type Auth = ReturnType<typeof buildAuth>

/**
 * Accounts on better-auth, called in process only: its own HTTP endpoints are not mounted anywhere, so what the
 * functions of this folder do not offer (sign-up, e-mail change, deletion) cannot be reached.
 */
export function buildAuth({
  pool,
  record,
  secret,
  baseUrl,
  cost = argon2Parameters,
  now = () => new Date(),
}: AuthOptions) {
  const createHash = (password: string) => createPasswordHash(password, cost)
  const db = new Kysely<AuthDatabase>({ dialect: new PostgresDialect({ pool }) })
  const adapter = kyselyAdapter(db, { type: 'postgres', transaction: true })
  const auth = betterAuth({
    ...buildAuthOptions({ db, secret, baseUrl, createHash }),
    database: (options: BetterAuthOptions) => buildHashedSessionAdapter(adapter(options)),
  })
  return {
    api: auth.api,
    context: auth.$context,
    db,
    record,
    createHash,
    limitKey: buildKey(secret, 'limits on sign-in'),
    now,
  }
}

/** What better-auth is told; apart, so that a test can ask it which schema it expects. */
export function buildAuthOptions({
  db,
  secret,
  baseUrl,
  createHash,
}: Pick<AuthOptions, 'secret' | 'baseUrl'> & {
  readonly db: Kysely<AuthDatabase>
  readonly createHash: (password: string) => Promise<string>
}) {
  const isSecure = new URL(baseUrl).protocol === 'https:'
  return {
    appName: 'Waymark',
    baseURL: new URL(baseUrl).origin,
    trustedOrigins: [new URL(baseUrl).origin],
    secret: buildKey(secret, 'better-auth').toString('base64url'),
    telemetry: { enabled: false },
    // Its messages name users; what matters of them is returned or thrown.
    logger: { disabled: true },
    // Its own limits count addresses per URL of endpoints that are not mounted; ours are in attempt-limit.ts.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: passwordLength.min,
      // UTF-16 units; code points are counted by `isTooLong`.
      maxPasswordLength: passwordLength.max * 2,
      password: {
        hash: createHash,
        verify: ({ hash, password }) => isPassword(password, hash),
      },
    },
    session: {
      expiresIn: sessionLife.absolute,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      freshAge: 0,
    },
    verification: { storeIdentifier: 'hashed' },
    plugins: [
      twoFactor({
        issuer: 'Waymark',
        twoFactorCookieMaxAge: challengeLife,
        totpOptions: { digits: 6, period: 30 },
        backupCodeOptions: { amount: 10, length: 10, storeBackupCodes: 'encrypted' },
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
      }),
    ],
    databaseHooks: {
      session: {
        create: {
          // The one gate of every way to a session: no enabled member, no session.
          before: async (session) => {
            const member = await getMember(db, session.userId)
            return member !== undefined && !member.disabled
          },
        },
      },
    },
    advanced: {
      // The prefix `__Host-` (no Domain, Path=/, Secure) instead of the weaker one that it would set by itself.
      useSecureCookies: false,
      cookiePrefix: isSecure ? '__Host-waymark' : 'waymark',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
  } satisfies BetterAuthOptions
}

/** A key of 32 bytes for one purpose, so that no two uses of the installation's secret share a key. */
const buildKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `waymark/accounts/1\0${purpose}`, 32))
