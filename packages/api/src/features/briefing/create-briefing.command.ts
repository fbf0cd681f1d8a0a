import type { AccountRole } from '@waymark/access/role'
import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { listDeskRounds } from '@waymark/db/queries/briefing.query'
import { getDossierId, listRootIds } from '@waymark/db/queries/desk-linkage.query'
import { lastDay } from '@waymark/kernel/partial-date'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Body } from '@waymark/meeting/briefing/body'
import { buildFacts } from '@waymark/meeting/briefing/build-facts'
import { suggestSections } from '@waymark/meeting/briefing/suggest'
import type { Cut } from '../../common/cut.ts'
import { listTextsOf } from '../../common/in-language.ts'
import { getCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { CreateBriefingInput } from './briefing.input.ts'
import { listCasesFor } from './list-cases.query.ts'
import { findPrivateName } from './private-names.ts'
import { readBriefingRecord } from './read-record.query.ts'
import { createVersion } from './write-version.ts'

type Created = { readonly briefing: number; readonly version: number }

/**
 * Begins a briefing: with everything on record that concerns the round, or empty.
 * Refusals: `not-found`, `not-in-dossier` (the round), `private-name-shown`.
 */
export async function createBriefing(
  ctx: Context,
  { act, role }: { readonly act: Act; readonly role: AccountRole },
  input: CreateBriefingInput,
): Promise<Result<Created>> {
  const { dossier, round, planned, title, language, audience, suggested } = input
  const dossierId = await getDossierId(ctx.record.app, dossier)
  if (dossierId === null) return refused({ code: 'not-found' })
  const known = (await listDeskRounds(ctx.record.app, dossierId)).find(({ key }) => key === round)
  const date = planned?.date ?? known?.date
  if (date === undefined)
    return refused({ code: 'not-in-dossier', path: 'round', params: { key: round ?? '' } })
  const { cut } = await getCut(ctx, { dossier, asOf: input.asOf })
  const { asOf, knownAt, method } = cut
  const basis = { asOf, knownAt, method }
  const cases = suggested ? await listCasesFor(ctx, { dossier, asOf, audience }) : []
  const record = suggested
    ? await readBriefingRecord(ctx, { dossier, ...basis, roundDay: lastDay(date), cases, refs: null })
    : null
  const sections =
    record === null ? [] : suggestSections(record, await readTitles(ctx, cut, language, record))
  const body: Body = { title, lead: '', sections }
  const facts = record === null ? [] : buildFacts(record, sections)
  const named = await findPrivateName(ctx.record.app, { dossierId, audience }, role, {
    ...body,
    sections: [],
  })
  if (named !== null) return refused(named)
  return inTransaction<Created, Refusal>(ctx.record.app, act, async (w) => {
    const roundId =
      round === undefined
        ? null
        : ((await listRootIds(w.trx, 'round', dossierId, [round])).get(round) ?? null)
    const id = await w.reserveIds(1)
    await createRows(w.trx, 'briefing', [
      {
        id,
        dossier_id: dossierId,
        round_id: roundId,
        planned: planned ?? null,
        language,
        audience,
        author_id: w.act.id,
        author_name: w.act.name,
        entry: w.entry,
        recorded_at: w.recordedAt,
      },
    ])
    await createVersion(w, { briefing: id, number: 1, basedOn: null, body, basis, facts })
    return ok({
      value: { briefing: id, version: 1 },
      account: {
        action: 'briefing.create',
        subject: { kind: 'briefing', dossier, key: String(id) },
        after: { audience, sections: sections.length, asOf },
      },
    })
  })
}

/** What an ask begins as: the title of the recommendation, in the briefing's language where the record has it. */
async function readTitles(
  ctx: Context,
  cut: Cut,
  language: CreateBriefingInput['language'],
  {
    recommendations,
  }: { readonly recommendations: readonly { readonly ref: string; readonly title: string }[] },
): Promise<(ref: string) => string> {
  const told = recommendations.map(({ ref, title }) => ({ ref, title }))
  const texts = await listTextsOf(ctx, cut, language, told)
  const found = new Map(texts.map(({ original, text }) => [original, text]))
  const titleOf = new Map(told.map(({ ref, title }) => [ref, found.get(title) ?? title]))
  return (ref) => titleOf.get(ref) ?? ''
}
