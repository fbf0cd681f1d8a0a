import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import {
  type BriefingHead,
  findBriefingOutcome,
  listBriefingOutcomes,
  listDeskRounds,
} from '@waymark/db/queries/briefing.query'
import { listRootIds } from '@waymark/db/queries/desk-linkage.query'
import { lastDay } from '@waymark/kernel/partial-date'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { formatCanonicalJson } from '@waymark/ledger/canonical-json'
import { sha256 } from '@waymark/ledger/hash'
import {
  buildVersion,
  buildWords,
  publishSources,
  recordPublicChange,
  recordSources,
} from '../../common/record-sources.ts'
import type { Context } from '../../context.ts'
import { uptakeCommands } from '../uptake/uptake.command.ts'
import type { RecordRoundInput } from './briefing.input.ts'
import { getRound, loadBriefing } from './load-briefing.ts'

/** Why a round is not recorded: the row by its place, or null where it concerns the whole. */
export type RoundFault = { readonly row: number | null; readonly refusal: Refusal }
export type RoundRecorded = {
  readonly events: number
  readonly newRound: boolean
  readonly faults: readonly RoundFault[]
}
// What is only tried ends like what was refused: nothing of it is kept.
type Ending = RoundRecorded

/**
 * Records what a round brought for the recommendations of a briefing: all of it in one write, or nothing. Every row is tried, so that all
 * faults are told at once. The round itself comes on record where it was only planned. Asked twice with the same id it records once.
 * With `dry` nothing is kept: what would happen is told.
 * Refusals: `not-found`, `key-taken` (the id was used for something else).
 */
export async function recordRound(
  ctx: Pick<Context, 'record'>,
  act: Act,
  input: RecordRoundInput,
  { dry }: { readonly dry: boolean },
): Promise<Result<RoundRecorded>> {
  const { app } = ctx.record
  const loaded = await loadBriefing(app, input)
  if (!loaded.ok) return loaded
  const { head, version } = loaded.value
  const request = sha256(formatCanonicalJson(JSON.parse(JSON.stringify(input))))
  const before = await findBriefingOutcome(app, input.id)
  if (before !== null)
    return before.briefing === head.id && before.requestSha256 === request
      ? ok({ events: before.events, newRound: false, faults: [] })
      : refused({ code: 'key-taken', path: 'id' })
  const there = new Set(
    version.body.sections.flatMap(({ kind, key }) => (kind === 'recommendation' ? [key] : [])),
  )
  const result = await inTransaction<RoundRecorded, Ending>(app, act, async (w) => {
    const end = (faults: readonly RoundFault[], newRound = false, events = 0) =>
      ({ ok: false, error: { events, newRound, faults } }) as const
    const dossierId = head.dossierId
    // One who asked at the same time may have been first.
    if ((await findBriefingOutcome(w.trx, input.id)) !== null)
      return end([{ row: null, refusal: { code: 'key-taken', path: 'id' } }])
    if (lastDay(input.date) > w.recordedAt.slice(0, 10))
      return end([{ row: null, refusal: { code: 'effective-in-future', path: 'date' } }])
    const sources = await recordSources(w, dossierId, [input], () => 'source')
    if (!sources.ok) return end([{ row: null, refusal: sources.error }])
    await publishSources(w, sources.value)
    const round = await getOrCreateRound(w, head, input, sources.value[0] ?? 0)
    const faults: RoundFault[] = []
    let events = 0
    for (const [row, { ref, kinds, note, locator = input.locator }] of input.rows.entries()) {
      if (!there.has(ref)) {
        faults.push({ row, refusal: { code: 'not-in-dossier', path: 'ref', params: { key: ref } } })
        continue
      }
      for (const kind of kinds) {
        const { dossier, date, forum, source, newSource } = input
        const cited = { source, newSource, locator }
        const event = { dossier, ref, kind, date, round: round.key, forum, note, ...cited }
        const one = await uptakeCommands.recordWithin(w, event)
        if (one.ok) events += 1
        else faults.push({ row, refusal: one.error })
      }
    }
    if (faults.length > 0 || dry) return end(faults, round.isNew, faults.length > 0 ? 0 : events)
    await recordPublicChange(w, dossierId)
    await createRows(w.trx, 'briefing_outcome', [
      {
        id: input.id,
        briefing_id: head.id,
        request_sha256: request,
        round_id: round.id,
        events,
        author_id: w.act.id,
        author_name: w.act.name,
        entry: w.entry,
        recorded_at: w.recordedAt,
      },
    ])
    return ok({
      value: { events, newRound: round.isNew, faults: [] },
      account: {
        action: 'briefing.record-round',
        subject: { kind: 'briefing', dossier: input.dossier, key: String(head.id) },
        after: { round: round.key, newRound: round.isNew, events, refs: input.rows.map(({ ref }) => ref) },
      },
    })
  })
  return ok(result.ok ? result.value : result.error)
}

type Round = { readonly id: number; readonly key: string; readonly isNew: boolean }

/** The round on record; one that was planned comes on record with its title, on the day that it was held. */
async function getOrCreateRound(
  w: Write,
  head: BriefingHead,
  { date }: RecordRoundInput,
  sourceId: number,
): Promise<Round> {
  const { dossierId } = head
  const planned = getRound(head)
  const [recorded] = await listBriefingOutcomes(w.trx, head.id)
  const same = (await listDeskRounds(w.trx, dossierId)).find(
    (one) => one.title === planned.title && one.date === date,
  )
  const known = planned.key ?? recorded?.round ?? same?.key
  if (known !== undefined) {
    const id = (await listRootIds(w.trx, 'round', dossierId, [known])).get(known)
    if (id === undefined) throw new Error(`the round ${known} is not on record`)
    return { id, key: known, isNew: false }
  }
  const id = await w.reserveIds(1)
  const key = `${buildWords(planned.title) || 'round'}-${date}-${id}`
  await createRows(w.trx, 'round', [
    {
      ...buildVersion(w, id),
      dossier_id: dossierId,
      key,
      title: planned.title,
      date,
      place: planned.place,
      source_id: sourceId,
    },
  ])
  return { id, key, isNew: true }
}
