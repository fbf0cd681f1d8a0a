import type { EvidenceKind, Origin, Stance } from '@waymark/assessment/evidence'
import { listItemsById } from '@waymark/db/queries/evidence-item.query'
import type { Database } from '@waymark/db/schema'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'
import type { Cited } from '../../common/source.input.ts'
import type { EvidenceInput } from '../assessment/assessment.input.ts'

/** What an assessment rests on, with what an item on record brings to it written out. */
export type CitedEvidence = Cited & {
  readonly stance: Stance
  readonly kind: EvidenceKind
  readonly origin: Origin
  readonly locator?: string | undefined
  readonly factDate?: string | undefined
  readonly excerpt?: string | undefined
  /** The version of the item that was used; null where the evidence was written with the assessment. */
  readonly itemVersion: number | null
}

/**
 * The evidence of an assessment, each item on record in its latest version.
 * Refusals: `not-in-dossier` where the dossier has no such item.
 */
export async function listCitedEvidence(
  db: Kysely<Database>,
  dossierId: number,
  given: readonly EvidenceInput[],
): Promise<Result<CitedEvidence[]>> {
  const items = await listItemsById(
    db,
    dossierId,
    given.flatMap(({ item }) => item ?? []),
  )
  const cited: CitedEvidence[] = []
  for (const [position, { item, kind, origin, ...own }] of given.entries()) {
    if (item === undefined) {
      if (kind === undefined || origin === undefined) return refused({ code: 'invalid-input' })
      cited.push({ ...own, kind, origin, itemVersion: null })
      continue
    }
    const found = items.get(item)
    if (found === undefined)
      return refused({
        code: 'not-in-dossier',
        path: `evidence.${position}.item`,
        params: { key: String(item) },
      })
    cited.push({
      stance: own.stance,
      source: found.sourceKey,
      kind: found.kind,
      origin: found.origin,
      locator: found.locator ?? undefined,
      factDate: found.factDate ?? undefined,
      excerpt: found.excerpt ?? undefined,
      itemVersion: found.versionId,
    })
  }
  return ok(cited)
}
