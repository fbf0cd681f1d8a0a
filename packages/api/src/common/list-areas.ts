import { listAreas } from '@waymark/db/queries/open-data.query'
import type { Reader } from '@waymark/db/reader'
import { getKept } from './keep-answer.ts'
import { endOfTime, onDay, type ResolvedCut } from './resolve-cut.ts'

/** Concern areas in their order, as known at the cut; no day shown changes them. */
export const listKeptAreas = (db: Reader, resolved: ResolvedCut) => {
  const whenever = onDay(resolved, endOfTime)
  return getKept(db, whenever, 'areas', () => listAreas(db, whenever.record))
}
