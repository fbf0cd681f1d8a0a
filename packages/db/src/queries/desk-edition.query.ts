import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

type Db = Kysely<Database>

/** An edition as the desk sees it, from the proposal on. */
export type DeskEditionRow = {
  id: number
  dossierId: number
  asOf: string
  knownAt: string
  method: string
  title: string
  note: string | null
  /** Address of the edition that it corrects, and what. */
  corrects: string | null
  correctsWhat: string | null
  embargoUntil: string | null
  dataSha256: string
  proposerId: string
  proposer: string
  proposedAt: string
  outcome: 'published' | 'returned' | 'retracted' | null
  comment: string | null
  decider: string | null
  decidedAt: string | null
  /** null until it is published. */
  slug: string | null
  issuedAt: string | null
}

/** Every edition of a dossier, the latest proposed first; or one of them. */
export async function listDeskEditions(db: Db, dossierId: number, id?: number): Promise<DeskEditionRow[]> {
  const { rows } = await sql<DeskEditionRow>`
    select e.id, e.dossier_id as "dossierId", e.as_of as "asOf", e.known_at as "knownAt", e.method, e.title, e.note,
           c.slug as corrects, e.corrects_what as "correctsWhat", e.embargo_until as "embargoUntil", e.data_sha256 as "dataSha256",
           e.proposer_id as "proposerId", e.proposer_name as proposer, e.recorded_at as "proposedAt",
           d.outcome, d.comment, d.decider_name as decider, d.recorded_at as "decidedAt", d.slug, d.issued_at as "issuedAt"
    from edition e
    left join edition_decision d on d.edition_id = e.id
    left join edition_decision c on c.edition_id = e.corrects_id
    where e.dossier_id = ${dossierId} ${id === undefined ? sql`` : sql`and e.id = ${id}`} order by e.id desc`.execute(
    db,
  )
  return rows
}

/** The id of a published edition by its address, under embargo too; null where there is none. */
export async function getPublishedId(db: Db, dossierId: number, slug: string): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select e.id from edition_decision d join edition e on e.id = d.edition_id
    where d.slug = ${slug} and e.dossier_id = ${dossierId}`.execute(db)
  return rows[0]?.id ?? null
}

/** A published edition with all that it is proved by, under embargo too. */
export type SealedRow = {
  id: number
  entry: number
  dossier: string
  slug: string
  asOf: string
  knownAt: string
  method: string
  dataSha256: string
  zipSha256: string
  manifestSha256: string
  signature: string
  key: string
  checkpoint: string
}

/** Every published edition of the installation, in the order of publication. */
export async function listSealed(db: Db): Promise<SealedRow[]> {
  const { rows } = await sql<SealedRow>`
    select e.id, d.entry, root.key as dossier, d.slug, e.as_of as "asOf", e.known_at as "knownAt", e.method, e.data_sha256 as "dataSha256",
           d.zip_sha256 as "zipSha256", d.manifest_sha256 as "manifestSha256", d.signature, d.key, d.checkpoint
    from edition_decision d join edition e on e.id = d.edition_id join dossier root on root.id = e.dossier_id
    where d.outcome = 'published' order by d.entry`.execute(db)
  return rows
}

/** The zip of one of them; null where it is not there. */
export async function getSealedZip(db: Db, id: number): Promise<Buffer | null> {
  const { rows } = await sql<{
    zip: Buffer
  }>`select zip from edition_archive where edition_id = ${id}`.execute(db)
  return rows[0]?.zip ?? null
}
