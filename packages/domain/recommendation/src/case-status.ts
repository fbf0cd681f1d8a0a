import { formatInstant } from '@waymark/kernel/instant'
import { type Day, lastDay, type PartialDate } from '@waymark/kernel/partial-date'

/** A case status as the rule of time needs it. Withdrawn and superseded rows are left out by the caller. */
export type DatedStatus = { readonly id: number; readonly date: PartialDate; readonly recordedAt: string }

/**
 * The status of a case in force at `asOf`: the latest last day not after it, ties to the later recorded, then the
 * later id; null before the first.
 */
export function getCaseStatus<S extends DatedStatus>(statuses: readonly S[], asOf: Day): S | null {
  let inForce: S | null = null
  for (const status of statuses) {
    if (lastDay(status.date) > asOf) continue
    if (inForce === null || isLater(status, inForce)) inForce = status
  }
  return inForce
}

function isLater(a: DatedStatus, b: DatedStatus): boolean {
  const [dayA, dayB] = [lastDay(a.date), lastDay(b.date)]
  if (dayA !== dayB) return dayA > dayB
  const [recordedA, recordedB] = [formatInstant(a.recordedAt), formatInstant(b.recordedAt)]
  return recordedA === recordedB ? a.id > b.id : recordedA > recordedB
}
