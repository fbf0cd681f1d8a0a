import type { Write } from '@waymark/db/in-transaction'
import { listKnown } from '@waymark/db/queries/known.query'
import { tableNames } from '@waymark/exchange/dossier-file/schema'
import type { Register } from '@waymark/exchange/tables/register'
import { hashRow } from '../../common/personal-data.ts'

/** Hashes of what stands now, as a file would have it, by version. */
export async function buildStanding(
  w: Write,
  dossierId: number,
  register: Register,
): Promise<Map<number, string>> {
  const standing = new Map<number, string>()
  for (const table of tableNames) {
    if (table === 'cases' || table === 'assessments') continue
    for (const { row, version } of register.tables[table]) {
      const { steps: _, ...content } = row as { steps?: unknown }
      standing.set(version, hashRow(content))
    }
  }
  const steps = new Map(
    (await listKnown(w.trx, 'progress_step', dossierId)).map((one) => [one.key, one.headId]),
  )
  for (const { row } of register.tables.recommendations) {
    for (const [position, step] of (row.steps ?? []).entries()) {
      const version = steps.get(`${row.ref}|${step.key}`)
      if (version !== undefined) standing.set(version, hashRow({ ref: row.ref, position, ...step }))
    }
  }
  return standing
}
