import { type Day, lastDay, type PartialDate } from '@waymark/kernel/partial-date'
import { type UptakeKind, uptakeKinds } from './uptake.ts'

/**
 * The event by which a recommendation first reached the furthest stage that it had reached by `asOf`; null where
 * nothing had happened by then. Stages may be skipped, and one that was reached is never lost again. Of two events
 * on one day the first given is taken.
 */
export function getUptakeStage<E extends { readonly kind: UptakeKind; readonly date: PartialDate }>(
  events: readonly E[],
  asOf: Day,
): E | null {
  let furthest: E | null = null
  for (const event of events) {
    if (lastDay(event.date) > asOf) continue
    if (furthest === null || isFurther(event, furthest)) furthest = event
  }
  return furthest
}

function isFurther(
  a: { kind: UptakeKind; date: PartialDate },
  b: { kind: UptakeKind; date: PartialDate },
): boolean {
  const stages = uptakeKinds.indexOf(a.kind) - uptakeKinds.indexOf(b.kind)
  return stages > 0 || (stages === 0 && lastDay(a.date) < lastDay(b.date))
}
