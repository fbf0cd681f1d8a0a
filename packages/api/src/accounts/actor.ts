import type { AccountRole } from '@waymark/access/role'
import { getMember } from '@waymark/db/accounts/member'
import { recordSeen, withdrawSession } from '@waymark/db/accounts/session'
import { type Auth, sessionLife } from './auth.ts'
import { buildHeaders, type Client, getCookies } from './client.ts'

/** Who is signed in, and what they may do at this moment. */
export type AccountActor = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: AccountRole
  readonly twoFactor: boolean
}

export type OpenSession = { readonly id: string; readonly actor: AccountActor }

/**
 * Who is signed in, or null: without a session, past its end, unused for too long, or when the member behind it is
 * disabled. Asked of the database on every request, so that taking a right away works at once.
 */
export async function getActor(auth: Auth, client: Client): Promise<AccountActor | null> {
  const session = await getSession(auth, client)
  return session?.actor ?? null
}

/** As {@link getActor}, with the id of the session. */
export async function getSession(auth: Auth, client: Client): Promise<OpenSession | null> {
  const cookie = getCookies(client.cookie, sessionCookie)
  if (cookie === '') return null
  const found = await auth.api.getSession({
    headers: buildHeaders({ ...client, cookie }),
    query: { disableRefresh: true },
  })
  if (!found) return null
  const { session, user } = found
  const now = auth.now()
  const unused = now.getTime() - session.updatedAt.getTime()
  const age = now.getTime() - session.createdAt.getTime()
  const member = await getMember(auth.db, user.id)
  if (!member || member.disabled || unused > sessionLife.idle * 1000 || age > sessionLife.absolute * 1000) {
    await withdrawSession(auth.db, user.id, session.id)
    return null
  }
  if (unused >= sessionLife.seenEvery * 1000) await recordSeen(auth.db, session.id, now)
  const { id, name, email } = user
  return {
    id: session.id,
    actor: { id, name, email, role: member.role, twoFactor: user.twoFactorEnabled === true },
  }
}

/** How the names of better-auth's cookies end, after the prefix set in auth.ts. */
export const sessionCookie = 'waymark.session_token'
export const challengeCookie = 'waymark.two_factor'
