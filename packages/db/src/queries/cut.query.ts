import { sql } from 'kysely'
import type { Reader } from '../reader.ts'

export type DossierHead = {
  id: number
  key: string
  title: string
  partner: string
  note: string | null
  beginsAt: string
  publicAt: string
}

/** The dossier by key, in its latest version, with the instants between which its public record was written. */
export async function getDossierHead(db: Reader, key: string): Promise<DossierHead | null> {
  const { rows } = await sql<DossierHead>`
    select d.root_id as id, d.key, d.title, d.partner, d.note, d.begins_at as "beginsAt", d.public_at as "publicAt"
    from dossier root join dossier d on d.root_id = root.id
    where root.key = ${key} and root.supersedes_id is null
      and not exists (select from dossier later where later.supersedes_id = d.id)`.execute(db)
  return rows[0] ?? null
}

/** Every dossier, with the number of recommendations ever recorded in it. */
export async function listDossiers(db: Reader) {
  const { rows } = await sql<{
    key: string
    title: string
    partner: string
    note: string | null
    recommendations: number
  }>`
    select d.key, d.title, d.partner, d.note,
           (select count(*) from recommendation r where r.dossier_id = d.root_id and r.supersedes_id is null) as recommendations
    from dossier d where not exists (select from dossier later where later.supersedes_id = d.id) order by d.title, d.key`.execute(
    db,
  )
  return rows
}

export type MomentRow = {
  day: string
  date: string
  kind: 'round' | 'milestone'
  step: string | null
  key: string
  title: string
}

/** Dialogue rounds and milestones that have a day, by day: ready-made choices of a date. */
export async function listMoments(db: Reader, dossierId: number): Promise<MomentRow[]> {
  const { rows } = await sql<MomentRow>`
    select date_last as day, date, 'round' as kind, null::text as step, key, title from round r
    where dossier_id = ${dossierId} and not exists (select from round later where later.supersedes_id = r.id)
    union all
    select occurred_last, occurred, 'milestone', m.kind, key, title from milestone m
    where dossier_id = ${dossierId} and occurred is not null and not exists (select from milestone later where later.supersedes_id = m.id)
    order by day, kind, key`.execute(db)
  return rows
}
