import type { Kysely } from 'kysely'
import type { PublicDatabase } from './public-schema.ts'
import type { Database } from './schema.ts'

/** Reads through the public window: the public role, or a replica of it. Never used to decide a write. */
export type Reader = Kysely<PublicDatabase>

/**
 * The whole record under the names of the public window, for the desk. Sound because a view of the window has the name and a
 * part of the columns of its table; not for `dossier`, `finding`, `case_record` and `case_status`, whose views add columns.
 */
export const getDeskReader = (app: Kysely<Database>): Reader => app as unknown as Reader
