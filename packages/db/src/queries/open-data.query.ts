import { sql } from 'kysely'
import type { Reader } from '../reader.ts'
import { current, type RecordCut } from './relations.ts'

/** Concern areas in their order. */
export async function listAreas(db: Reader, cut: RecordCut): Promise<{ key: string; title: string }[]> {
  const { rows } = await sql<{ key: string; title: string }>`
    select a.key, a.title from ${current('area', cut)} a order by a.position, a.key`.execute(db)
  return rows
}

/** The sources that the public record rests on, for a data package: title and address. */
export async function listSourcesForPackage(
  db: Reader,
  cut: RecordCut,
): Promise<{ title: string; path: string | null }[]> {
  const { rows } = await sql<{ title: string; path: string | null }>`
    select s.publisher || ': ' || s.title as title, s.url as path from ${current('source', cut)} s order by s.key`.execute(
    db,
  )
  return rows
}
