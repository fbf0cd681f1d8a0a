import {
  getBriefingTemplate,
  listBriefings,
  listBriefingVersions,
  listDeskRounds,
} from '@waymark/db/queries/briefing.query'
import { getDossierHead } from '@waymark/db/queries/cut.query'
import { getSectionId } from '@waymark/meeting/briefing/body'
import { compareBodies } from '@waymark/meeting/briefing/compare-bodies'
import { listFactChanges } from '@waymark/meeting/briefing/fact-changes'
import { vocabulary } from '@waymark/messages/vocabulary'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { acceptResult, buildRefusalError } from '../../refusal-error.ts'
import type {
  BriefingTarget,
  CompareBriefingInput,
  GetBriefingInput,
  PreviewRefreshInput,
} from './briefing.input.ts'
import type {
  BriefingList,
  BriefingView,
  briefingChoices,
  briefingComparison,
  refreshPreview,
} from './briefing.view.ts'
import { listCasesFor } from './list-cases.query.ts'
import { getRound, getRoundDay, loadBriefing } from './load-briefing.ts'
import { readBriefingRecord } from './read-record.query.ts'
import { pickFacts, previewRefresh } from './save-briefing.command.ts'
import { getDeskSaying } from './say-briefing.ts'
import { buildTemplateView } from './template.command.ts'

const pageSize = 50

/** A page of the briefings of a dossier, latest first. Refusals: `not-found`. */
export async function listBriefingsOf(
  ctx: Context,
  { dossier: key, page }: { readonly dossier: string; readonly page: number },
): Promise<BriefingList> {
  const { app } = ctx.record
  const dossier = await getDossierHead(ctx.record.public, key)
  if (dossier === null) throw buildRefusalError({ code: 'not-found' })
  const [{ rows, total }, rounds, template] = await Promise.all([
    listBriefings(app, dossier.id, { limit: pageSize, offset: (page - 1) * pageSize }),
    listDeskRounds(app, dossier.id),
    getBriefingTemplate(app, dossier.id),
  ])
  return {
    dossier: { key: dossier.key, title: dossier.title },
    briefings: rows.map((row) => ({
      briefing: row.id,
      round: getRound(row),
      language: row.language,
      audience: row.audience,
      title: row.title,
      version: row.number,
      asOf: row.asOf,
      recorded: row.outcomes > 0,
      by: row.changedBy,
      at: row.changedAt,
    })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    rounds,
    template: template && buildTemplateView(template),
  }
}

/** One version of a briefing, with its cases as they may be shown at this moment. Refusals: `not-found`. */
export async function getBriefing(ctx: Context, input: GetBriefingInput): Promise<BriefingView> {
  const loaded = acceptResult(await loadBriefing(ctx.record.app, input))
  const { head, version } = loaded
  const { dossier, audience, language } = head
  const { asOf } = version.basis
  const [versions, cases] = await Promise.all([
    listBriefingVersions(ctx.record.app, head.id),
    listCasesFor(ctx, { dossier, asOf, audience }),
  ])
  const named = new Set(version.body.sections.map(getSectionId))
  const facts = pickFacts(loaded)
  const { sayFact } = await getDeskSaying(ctx, { dossier, basis: version.basis, cases, facts })
  return {
    dossier: { key: dossier, title: head.dossierTitle },
    briefing: head.id,
    round: getRound(head),
    language,
    audience,
    version: version.number,
    latest: versions[0]?.number ?? version.number,
    basis: version.basis,
    body: version.body,
    facts: facts.map(sayFact),
    cases: cases
      .filter(({ key }) => named.has(`case:${key}`))
      .map(({ recommendations: _, statuses, ...one }) => ({ ...one, statuses: [...statuses] })),
    versions: versions.map(({ number, asOf: day, knownAt, refreshed, author, recordedAt }) => ({
      version: number,
      asOf: day,
      knownAt,
      refreshed,
      by: author,
      at: recordedAt,
    })),
  }
}

/** What is on record at the cut of the latest version and is not in it. Refusals: `not-found`. */
export async function listChoices(
  ctx: Context,
  input: BriefingTarget,
): Promise<z.infer<typeof briefingChoices>> {
  const { head, version } = acceptResult(await loadBriefing(ctx.record.app, input))
  const { dossier, audience } = head
  const cases = await listCasesFor(ctx, { dossier, asOf: version.basis.asOf, audience })
  const asked = { dossier, ...version.basis, roundDay: getRoundDay(head), cases, refs: null }
  const record = await readBriefingRecord(ctx, asked)
  const there = new Set(version.body.sections.map(getSectionId))
  const kinds: Readonly<Record<string, string>> = vocabulary[ctx.language].milestoneKinds
  const pick = (kind: string, all: readonly { readonly key: string; readonly title: string }[]) =>
    all.filter(({ key }) => !there.has(`${kind}:${key}`)).map(({ key, title }) => ({ key, title }))
  return {
    area: pick(
      'area',
      record.areas.filter(({ figures }) => figures !== null),
    ),
    recommendation: pick(
      'recommendation',
      record.recommendations.map(({ ref, title }) => ({ key: ref, title })),
    ),
    case: pick(
      'case',
      cases.map(({ key, name }) => ({ key, title: name })),
    ),
    statement: pick(
      'statement',
      record.statements.map(({ key, actor, date, summary }) => ({
        key,
        title: `${actor}, ${date}: ${summary}`,
      })),
    ),
    milestone: pick(
      'milestone',
      record.milestones.map(({ key, title, track, kind }) => ({
        key,
        title: title ?? `${kinds[kind] ?? kind} (${track})`,
      })),
    ),
  }
}

/** What reading the record anew would change, in words. Refusals: `not-found`. */
export async function sayRefresh(
  ctx: Context,
  input: PreviewRefreshInput,
): Promise<z.infer<typeof refreshPreview>> {
  const { changes, ...preview } = acceptResult(await previewRefresh(ctx, input))
  const { head } = acceptResult(await loadBriefing(ctx.record.app, input))
  const { dossier, audience } = head
  const cases = await listCasesFor(ctx, { dossier, asOf: preview.after.asOf, audience })
  const facts = changes.flatMap(({ before, after }) => [
    ...(before ? [before] : []),
    ...(after ? [after] : []),
  ])
  const { sayChange } = await getDeskSaying(ctx, { dossier, basis: preview.after, cases, facts })
  return { ...preview, changes: changes.map(sayChange) }
}

/** What two versions say differently. Refusals: `not-found`. */
export async function compareBriefing(
  ctx: Context,
  { from, to, ...target }: CompareBriefingInput,
): Promise<z.infer<typeof briefingComparison>> {
  const load = async (version: number) =>
    acceptResult(await loadBriefing(ctx.record.app, { ...target, version }))
  const [before, after] = await Promise.all([load(from), load(to)])
  const { dossier, audience } = after.head
  const { basis } = after.version
  const [old, now] = [pickFacts(before), pickFacts(after)]
  const cases = await listCasesFor(ctx, { dossier, asOf: basis.asOf, audience })
  const { sayChange } = await getDeskSaying(ctx, { dossier, basis, cases, facts: [...old, ...now] })
  const head = ({ version: { number, basis, body } }: typeof before) => ({
    version: number,
    basis,
    title: body.title,
    lead: body.lead,
  })
  return {
    from: head(before),
    to: head(after),
    sections: compareBodies(before.version.body, after.version.body).sections,
    facts: listFactChanges(old, now).map(sayChange),
  }
}
