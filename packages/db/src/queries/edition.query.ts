import { type Kysely, sql } from 'kysely'
import type { Reader } from '../reader.ts'
import type { Database } from '../schema.ts'

/** A published edition whose embargo is over, as the public window shows it. */
export type EditionRow = {
  id: string
  asOf: string
  knownAt: string
  method: string
  title: string
  note: string | null
  issuedAt: string
  corrects: string | null
  correctsWhat: string | null
  dataSha256: string
  zipSha256: string
  zipBytes: number
  manifestSha256: string
  signature: string
  key: string
  checkpoint: string
  treeSize: number
}

const columns = sql`e.slug as id, e.as_of as "asOf", e.known_at as "knownAt", e.method, e.title, e.note, e.issued_at as "issuedAt", e.corrects,
  e.corrects_what as "correctsWhat", e.data_sha256 as "dataSha256", e.zip_sha256 as "zipSha256", e.zip_bytes as "zipBytes",
  e.manifest_sha256 as "manifestSha256", e.signature, e.key, e.checkpoint, e.tree_size as "treeSize"`

/** The editions of a dossier, the latest published first. */
export async function listEditions(db: Reader, dossierId: number): Promise<EditionRow[]> {
  const { rows } = await sql<EditionRow>`
    select ${columns} from edition e where e.dossier_id = ${dossierId} order by e.issued_at desc, e.slug`.execute(
    db,
  )
  return rows
}

/** The zip of an edition as it was published; null where there is no such edition (yet). */
export async function getEditionZip(db: Reader, dossierId: number, id: string): Promise<Buffer | null> {
  const { rows } = await sql<{ zip: Buffer }>`
    select a.zip from edition e join edition_archive a on a.slug = e.slug
    where e.dossier_id = ${dossierId} and e.slug = ${id}`.execute(db)
  return rows[0]?.zip ?? null
}

/** When the next embargo ends: the instant from which readers see another edition; null where none waits. */
export async function getNextIssue(db: Kysely<Database>): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`
    select min(issued_at) as at from edition_decision where outcome = 'published' and issued_at > clock_timestamp()`.execute(
    db,
  )
  return rows[0]?.at ?? null
}
