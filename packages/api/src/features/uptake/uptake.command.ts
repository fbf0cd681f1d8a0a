import { type DeskUptake, listDeskUptake, listRootIds } from '@waymark/db/queries/desk-linkage.query'
import { ok, refused } from '@waymark/kernel/result'
import { buildFactCommands } from '../../common/cited-fact.ts'
import type { RecordUptakeInput } from './uptake.input.ts'

/**
 * Records that a recommendation was taken up: raised, stated, adopted or committed to; corrects that, or takes it back.
 * Public at once, counted by no gate. Refusals: those of every cited fact; `not-in-dossier` is about the round.
 */
export const uptakeCommands = buildFactCommands<'event', RecordUptakeInput, DeskUptake>({
  table: 'uptake_event',
  action: 'uptake',
  name: 'event',
  own: ['kind', 'round_id', 'forum', 'note'],
  build: async (w, { dossierId }, { kind, round, forum = null, note = null }) => {
    const rounds = await listRootIds(w.trx, 'round', dossierId, round === undefined ? [] : [round])
    if (round !== undefined && !rounds.has(round))
      return refused({ code: 'not-in-dossier', path: 'round', params: { key: round } })
    return ok({ kind, round_id: rounds.get(round ?? '') ?? null, forum, note })
  },
  list: (w, { recommendationId }) => listDeskUptake(w.trx, recommendationId),
  tell: ({ kind, date }) => ({ kind, date }),
})
