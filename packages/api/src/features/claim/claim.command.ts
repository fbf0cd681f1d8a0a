import { type DeskClaim, listDeskClaims } from '@waymark/db/queries/desk-claim.query'
import { listRootIds } from '@waymark/db/queries/desk-linkage.query'
import { ok, refused } from '@waymark/kernel/result'
import { buildFactCommands } from '../../common/cited-fact.ts'
import type { RecordClaimInput } from './claim.input.ts'

/**
 * Records what a party says of its own implementation; corrects that, or takes it back. Public at once beside the finding;
 * counted nowhere. Refusals: those of every cited fact; `not-in-dossier` is about the actor.
 */
export const claimCommands = buildFactCommands<'claim', RecordClaimInput, DeskClaim>({
  table: 'claim',
  action: 'claim',
  name: 'claim',
  own: ['actor_id', 'level', 'text'],
  build: async (w, { dossierId }, { actor, level = null, text }) => {
    const id = (await listRootIds(w.trx, 'actor', dossierId, [actor])).get(actor)
    if (id === undefined) return refused({ code: 'not-in-dossier', path: 'actor', params: { key: actor } })
    return ok({ actor_id: id, level, text })
  },
  list: (w, { dossierId, recommendationId }) => listDeskClaims(w.trx, dossierId, recommendationId),
  tell: (claim) => ({
    actor: 'actorKey' in claim ? claim.actorKey : claim.actor,
    date: claim.date,
    level: claim.level ?? null,
  }),
})
