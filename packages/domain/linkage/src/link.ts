import { lastDay, type PartialDate } from '@waymark/kernel/partial-date'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { LinkageRole } from './linkage.ts'

/**
 * Whether a recommendation may be linked to a milestone in a role. A milestone that occurred before the recommendation
 * was issued cannot have hung on it, so such a link only gives context. Both dates count from their last day; on the
 * same day the link may have any role.
 * Refusal: `invalid-input` at `role`.
 */
export function mayLink(link: {
  readonly role: LinkageRole
  readonly issued: PartialDate
  readonly occurred: PartialDate | null
}): Result<void> {
  const cameBefore = link.occurred !== null && lastDay(link.occurred) < lastDay(link.issued)
  return cameBefore && link.role !== 'context'
    ? refused({ code: 'invalid-input', path: 'role' })
    : ok(undefined)
}
