import { createRows } from '@waymark/db/bulk-insert'
import type { Write } from '@waymark/db/in-transaction'
import type { Body } from '@waymark/meeting/briefing/body'
import type { Basis, Fact } from '@waymark/meeting/briefing/fact'

export type NewVersion = {
  readonly briefing: number
  readonly number: number
  readonly basedOn: number | null
  readonly body: Body
  readonly basis: Basis
  /** The version whose facts hold, where they did not change. */
  readonly facts: readonly Fact[] | { readonly of: number }
}

export async function createVersion(w: Write, version: NewVersion): Promise<void> {
  const { facts, basis } = version
  const own = 'of' in facts ? null : facts
  await createRows(w.trx, 'briefing_version', [
    {
      id: await w.reserveIds(1),
      briefing_id: version.briefing,
      number: version.number,
      based_on: version.basedOn,
      body: version.body,
      as_of: basis.asOf,
      known_at: basis.knownAt,
      method: basis.method,
      facts: own,
      facts_of: 'of' in facts ? facts.of : version.number,
      author_id: w.act.id,
      author_name: w.act.name,
      entry: w.entry,
      recorded_at: w.recordedAt,
    },
  ])
}
