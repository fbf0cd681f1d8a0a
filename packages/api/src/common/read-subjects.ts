import { may } from '@waymark/access/permission'
import type { AccountRole } from '@waymark/access/role'
import { mayReadCase } from '@waymark/access/visibility'
import type { SubjectKind } from '@waymark/db/desk-schema'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import { type Colleague, listColleagues, listSubjects, type Subject } from '@waymark/db/queries/subject.query'
import type { Database } from '@waymark/db/schema'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'

type Db = Kysely<Database>
type Wanted = { readonly dossier: string; readonly kind: SubjectKind; readonly keys: readonly string[] }

const mayRead = (role: AccountRole, { sensitivity }: Pick<Subject, 'sensitivity'>): boolean =>
  sensitivity === null || mayReadCase(role, sensitivity)

/**
 * Records that a person may read, in the order asked for. One that they may not know of is answered like one that is
 * not on record. Refusals: `not-found`.
 */
export async function readSubjects(
  db: Db,
  role: AccountRole,
  { dossier, kind, keys }: Wanted,
): Promise<Result<{ dossierId: number; subjects: Subject[] }>> {
  const dossierId = await getDossierId(db, dossier)
  if (dossierId === null) return refused({ code: 'not-found' })
  const found = new Map((await listSubjects(db, dossierId, kind, keys)).map((one) => [one.key, one]))
  const subjects = keys.flatMap((key) => found.get(key) ?? [])
  if (subjects.length < keys.length || subjects.some((one) => !mayRead(role, one)))
    return refused({ code: 'not-found' })
  return ok({ dossierId, subjects })
}

/** Colleagues: those who may write here at this moment. */
export const listWriters = async (db: Db): Promise<Colleague[]> =>
  (await listColleagues(db)).filter(({ role }) => may(role, 'colleague.write'))

/** Those among colleagues who may read all of these records. */
export const getReaders = (colleagues: readonly Colleague[], subjects: readonly Subject[]): Colleague[] =>
  colleagues.filter(({ role }) => subjects.every((one) => mayRead(role, one)))

/**
 * Colleagues by id, who may all read these records.
 * Refusals, at `path`: `unknown-colleague`, `colleague-may-not-read`.
 */
export async function readColleagues(
  db: Db,
  ids: readonly string[],
  subjects: readonly Subject[],
  path: string,
): Promise<Result<Colleague[]>> {
  const writers = new Map((await listWriters(db)).map((one) => [one.id, one]))
  const named = ids.flatMap((id) => writers.get(id) ?? [])
  if (named.length < ids.length) return refused({ code: 'unknown-colleague', path })
  if (getReaders(named, subjects).length < named.length)
    return refused({ code: 'colleague-may-not-read', path })
  return ok(named)
}
