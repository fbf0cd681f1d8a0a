import type { Reader } from '@waymark/db/reader'
import type { Database } from '@waymark/db/schema'
import type { Kysely } from 'kysely'
import type { AccountActor } from './accounts/actor.ts'
import type { Auth } from './accounts/auth.ts'
import type { KeptHeads } from './common/kept-heads.ts'
import type { EditionAccess } from './features/edition/edition-access.ts'
import type { FileAccess } from './features/file/file-access.ts'
import type { MeetingWatch } from './features/meeting/meeting-watch.ts'

/** What every procedure is given. */
export type Context = {
  /** `public` reads through the public window; `app` reads and writes the whole record. */
  readonly record: { readonly app: Kysely<Database>; readonly public: Reader }
  readonly auth: Auth
  /** Where the bytes of files are kept, and the processes that look at what strangers made. */
  readonly files: FileAccess
  /** The key that editions are signed with, and the address of the site in them. */
  readonly editions: EditionAccess
  /** Tells what happens in meetings, whichever process writes it. */
  readonly meetings: MeetingWatch
  /** For who reads and is not signed in; without it the record is asked each time. */
  readonly heads?: KeptHeads | undefined
  /** Who is signed in; null for the public. */
  readonly actor: AccountActor | null
  /** The instant it is, ISO 8601 in UTC with milliseconds. */
  readonly now: () => string
  /** Language of sentences in refusals: `en`, `ru` or `kk`. */
  readonly language: 'en' | 'ru' | 'kk'
}

/** The day it is, in UTC. */
export const getToday = (ctx: Pick<Context, 'now'>): string => ctx.now().slice(0, 10)
