import { listRounds, listUptakeOfRounds } from '@waymark/db/queries/round.query'
import { listSourcesById } from '@waymark/db/queries/source.query'
import type { z } from 'zod'
import { buildSourceRef } from '../../common/build-refs.ts'
import type { CutInput } from '../../common/cut.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { roundList } from './round.view.ts'

/** Dialogue rounds up to `asOf`, latest first, with what each took up. */
export async function listRoundPage(ctx: Context, input: CutInput): Promise<z.infer<typeof roundList>> {
  const resolved = await getCut(ctx, input)
  const db = ctx.record.public
  const [frame, rounds] = await Promise.all([getFrame(ctx, resolved), listRounds(db, resolved.record)])
  const [uptake, sources] = await Promise.all([
    listUptakeOfRounds(
      db,
      resolved.record,
      rounds.map((r) => r.id),
    ),
    listSourcesById(
      db,
      resolved.record,
      rounds.map((r) => r.sourceId),
    ),
  ])
  const ofRound = Map.groupBy(uptake, (u) => u.roundId)
  return {
    frame,
    rounds: rounds.map((r) => ({
      key: r.key,
      title: r.title,
      date: r.date,
      place: r.place,
      source: buildSourceRef(sources, r.sourceId),
      inForce: r.inForce,
      flow: { proposals: r.proposals, raised: r.raised, texts: r.texts, commitments: r.commitments },
      uptake: (ofRound.get(r.id) ?? []).map(({ ref, title, kind, date }) => ({ ref, title, kind, date })),
    })),
  }
}
