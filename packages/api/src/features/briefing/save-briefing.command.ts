import type { AccountRole } from '@waymark/access/role'
import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { getBriefingVersion } from '@waymark/db/queries/briefing.query'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { getSectionId, type Section } from '@waymark/meeting/briefing/body'
import { buildFacts } from '@waymark/meeting/briefing/build-facts'
import type { Basis, Fact } from '@waymark/meeting/briefing/fact'
import { getFactSection } from '@waymark/meeting/briefing/fact'
import { acceptFacts, type FactChange, listFactChanges } from '@waymark/meeting/briefing/fact-changes'
import { getCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type {
  BriefingTarget,
  PreviewRefreshInput,
  RefreshBriefingInput,
  SaveBriefingInput,
} from './briefing.input.ts'
import { listCasesFor } from './list-cases.query.ts'
import { getRoundDay, type Loaded, loadBriefing } from './load-briefing.ts'
import { findPrivateName } from './private-names.ts'
import { readBriefingRecord } from './read-record.query.ts'
import { createVersion, type NewVersion } from './write-version.ts'

type Saved = { readonly briefing: number; readonly version: number }
type Actor = { readonly act: Act; readonly role: AccountRole }

/**
 * Keeps what was written as a new version. The facts stay as they are; those of sections that were put in are read at the same cut.
 * Refusals: `not-found`, `record-moved-on`, `not-in-dossier` (a section of something that is not there, or not for this audience),
 * `private-name-shown`.
 */
export async function saveBriefing(
  ctx: Context,
  { act, role }: Actor,
  { body, basedOn, ...target }: SaveBriefingInput,
): Promise<Result<Saved>> {
  const loaded = await loadBriefing(ctx.record.app, target)
  if (!loaded.ok) return loaded
  const { head, version } = loaded.value
  if (version.number !== basedOn) return refused({ code: 'record-moved-on' })
  const known = new Set([...version.facts.map(getFactSection), ...version.body.sections.map(getSectionId)])
  const added = body.sections.filter((one) => one.kind !== 'text' && !known.has(getSectionId(one)))
  const fresh = added.length === 0 ? [] : await readFacts(ctx, loaded.value, version.basis, added)
  const found = new Set(fresh.map(getFactSection))
  const missing = added.find((one) => !found.has(getSectionId(one)))
  if (missing !== undefined)
    return refused({ code: 'not-in-dossier', path: getSectionId(missing), params: { key: missing.key } })
  const facts = [...version.facts, ...fresh]
  const named = await findPrivateName(ctx.record.app, head, role, body, facts)
  if (named !== null) return refused(named)
  return writeNext(ctx, act, target, basedOn, 'briefing.save', {
    body,
    basis: version.basis,
    facts: fresh.length === 0 ? { of: version.factsOf } : facts,
  })
}

/** What reading the record anew would change. Refusals: `not-found`. */
export async function previewRefresh(
  ctx: Context,
  { asOf, ...target }: PreviewRefreshInput,
): Promise<Result<{ version: number; before: Basis; after: Basis; changes: FactChange[] }>> {
  const loaded = await loadBriefing(ctx.record.app, target)
  if (!loaded.ok) return loaded
  const { version } = loaded.value
  const { cut } = await getCut(ctx, { dossier: target.dossier, asOf, method: version.basis.method })
  const after = { asOf: cut.asOf, knownAt: cut.knownAt, method: cut.method }
  const facts = await readFacts(ctx, loaded.value, after, version.body.sections)
  const changes = listFactChanges(pickFacts(loaded.value), facts)
  return ok({ version: version.number, before: version.basis, after, changes })
}

/**
 * Reads the record anew, at the cut that was looked at; what its writer does not accept stays, and says so. A new version.
 * Refusals: `not-found`, `record-moved-on`.
 */
export async function refreshBriefing(
  ctx: Context,
  { act }: Actor,
  { asOf, knownAt, keep, basedOn, ...target }: RefreshBriefingInput,
): Promise<Result<Saved>> {
  const loaded = await loadBriefing(ctx.record.app, target)
  if (!loaded.ok) return loaded
  const { version } = loaded.value
  if (version.number !== basedOn) return refused({ code: 'record-moved-on' })
  const basis = { asOf, knownAt, method: version.basis.method }
  const fresh = await readFacts(ctx, loaded.value, basis, version.body.sections)
  const facts = acceptFacts(pickFacts(loaded.value), fresh, new Set(keep), version.basis)
  return writeNext(ctx, act, target, basedOn, 'briefing.refresh', { body: version.body, basis, facts })
}

/** The facts of the sections that a version has; those of sections that were taken out are kept for when they come back. */
export function pickFacts({ version }: Pick<Loaded, 'version'>): Fact[] {
  const shown = new Set(version.body.sections.map(getSectionId))
  return version.facts.filter((one) => shown.has(getFactSection(one)))
}

async function readFacts(
  ctx: Context,
  { head }: Loaded,
  basis: Basis,
  sections: readonly Section[],
): Promise<Fact[]> {
  const { dossier, audience } = head
  const cases = await listCasesFor(ctx, { dossier, asOf: basis.asOf, audience })
  const refs = new Set(sections.flatMap(({ kind, key }) => (kind === 'recommendation' ? [key] : [])))
  const record = await readBriefingRecord(ctx, {
    dossier,
    ...basis,
    roundDay: getRoundDay(head),
    cases,
    refs,
  })
  return buildFacts(record, sections)
}

function writeNext(
  ctx: Context,
  act: Act,
  { dossier, briefing }: BriefingTarget,
  basedOn: number,
  action: string,
  next: Pick<NewVersion, 'body' | 'basis' | 'facts'>,
): Promise<Result<Saved>> {
  return inTransaction<Saved, Refusal>(ctx.record.app, act, async (w) => {
    const latest = await getBriefingVersion(w.trx, briefing)
    if (latest?.number !== basedOn) return refused({ code: 'record-moved-on' })
    const number = basedOn + 1
    await createVersion(w, { briefing, number, basedOn, ...next })
    return ok({
      value: { briefing, version: number },
      account: {
        action,
        subject: { kind: 'briefing', dossier, key: String(briefing) },
        after: { version: number, sections: next.body.sections.length, asOf: next.basis.asOf },
      },
    })
  })
}
