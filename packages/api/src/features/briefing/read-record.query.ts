import {
  listAllActors,
  listAllClaims,
  listAllCommitments,
  listAllEvidence,
  listAllFindings,
  listAllUptake,
  listRecommendationTexts,
  listSourcesByKey,
} from '@waymark/db/queries/edition-content.query'
import { lastDay } from '@waymark/kernel/partial-date'
import { sha256 } from '@waymark/ledger/hash'
import { mostSections } from '@waymark/meeting/briefing/body'
import type { Basis, Cited, Figures } from '@waymark/meeting/briefing/fact'
import type { BriefingRecord, RecommendationLine } from '@waymark/meeting/briefing/record'
import { getLine, getRoundsAsked } from '@waymark/recommendation/lineage'
import { getCut, getFrame, type ResolvedCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import { standingWord } from '../../public-data/tables.ts'
import { getLinkage } from '../linkage/list-linkage.query.ts'
import { listMilestonePage } from '../milestone/list-milestones.query.ts'
import { listRecommendations } from '../recommendation/list-recommendations.query.ts'
import type { RecommendationRow } from '../recommendation/recommendation.view.ts'
import { getScore } from '../score/get-score.query.ts'
import type { Scorecard } from '../score/score.view.ts'
import type { ListedCase } from './list-cases.query.ts'

/** More than any dossier is foreseen to hold. */
const everything = 100_000

type Row = Readonly<Record<string, string | number | boolean | null>>

export type RecordAsked = Basis & {
  readonly dossier: string
  /** The last day of the round that the briefing is for. */
  readonly roundDay: string
  readonly cases: readonly ListedCase[]
  /** Which recommendations to look at in full; null: those in force, as many as a briefing holds. */
  readonly refs: ReadonlySet<string> | null
}

/**
 * The record at a cut as far as a briefing looks, as the public reads it. Beside the cases, which are given, nothing that is not public is
 * in it. The number of queries does not depend on what is found. Refusals: `not-found`, `unknown-method`.
 */
export async function readBriefingRecord(
  ctx: Context,
  { dossier, asOf, knownAt, method, roundDay, cases, refs }: RecordAsked,
): Promise<BriefingRecord> {
  const at = { dossier, asOf, knownAt, method }
  const resolved = await getCut(ctx, at)
  const { record } = resolved
  const db = ctx.record.public
  const frame = await getFrame(ctx, resolved)
  const rounds = frame.moments.filter(({ kind }) => kind === 'round')
  const since = rounds.filter(({ day }) => day < roundDay && day <= asOf).at(-1) ?? null
  const list = (day: string) => listRecommendations(ctx, { ...at, asOf: day, sort: 'ref' }, everything)
  const [score, now, before, texts, findings, evidence, uptake, claims, linkage, steps, statements, actors] =
    await Promise.all([
      getScore(ctx, at),
      list(asOf),
      since === null ? null : list(since.day),
      listRecommendationTexts(db, record),
      listAllFindings(db, record),
      listAllEvidence(db, record),
      listAllUptake(db, record),
      listAllClaims(db, record),
      getLinkage(ctx, at),
      listMilestonePage(ctx, at),
      listAllCommitments(db, record),
      listAllActors(db, record),
    ])
  // What lay ahead on the day and has happened since: its name and its source tell of what nobody knew then.
  const later = asOf < frame.today ? await listMilestonePage(ctx, { ...at, asOf: frame.today }) : steps
  const happened = new Set(later.milestones.flatMap(({ key, occurred }) => (occurred === null ? [] : [key])))
  const wanted =
    refs ??
    new Set(
      now.rows
        .filter(({ left }) => !left)
        .slice(0, mostSections)
        .map(({ ref }) => ref),
    )
  const cite = await readSources(ctx, resolved, [texts, evidence, uptake, claims, statements])
  const nameOf = new Map(actors.map(({ key, name }) => [key, String(name)]))
  const roundOf = new Map(rounds.map(({ key, title, date }) => [key, { title, date }]))
  const textOf = new Map(texts.map((one) => [one.ref, one]))
  const asked = now.rows.map(({ ref, issued }) => ({
    ref,
    issued,
    lineage: parseLineage(textOf.get(ref)?.lineage),
  }))
  const events = uptake.map((one) => ({
    recommendation: String(one.recommendation),
    round: getText(one.round),
    date: String(one.date),
  }))
  const inForce = pickInForce(findings)
  const evidenceOf = Map.groupBy(evidence, ({ finding }) => finding)
  const uptakeOf = Map.groupBy(uptake, ({ recommendation }) => recommendation)
  const claimsOf = Map.groupBy(claims, ({ recommendation }) => recommendation)
  const gatesOf = Map.groupBy(linkage.gates, ({ recommendation }) => recommendation)
  const standingBefore = new Map(
    (before?.rows ?? []).filter(({ left }) => !left).map((row) => [row.ref, standingWord(row.standing)]),
  )
  const build = (row: RecommendationRow): RecommendationLine => {
    const { ref, title, area, left, wording, basis, issued } = row
    const text = textOf.get(ref) ?? {}
    const listNames = (keys: unknown) =>
      String(keys ?? '')
        .split(' ')
        .flatMap((key) => nameOf.get(key) ?? [])
    const line = wanted.has(ref) ? getLine(ref, asked) : []
    const finding = inForce.get(ref)
    return {
      ref,
      title,
      area: area.key,
      left,
      text: String(text.text ?? ''),
      wording,
      basis,
      issued,
      by: listNames(text.issuedBy),
      of: listNames(text.addressees),
      cited: cite(text),
      rounds: getRoundsAsked(line, events, asOf).flatMap((key) => roundOf.get(key) ?? []),
      line: line.map((one) => one.ref),
      uptake: (uptakeOf.get(ref) ?? []).map((one) => ({
        ...nameRow(one),
        kind: one.kind as RecommendationLine['uptake'][number]['kind'],
        date: String(one.date),
        forum: getText(one.forum),
        round: one.round === null ? null : (roundOf.get(String(one.round))?.title ?? null),
        cited: cite(one),
      })),
      standing: standingWord(row.standing),
      before: standingBefore.get(ref) ?? null,
      finding:
        finding === undefined
          ? null
          : {
              effective: String(finding.effective),
              rationale: String(finding.rationale),
              confidence: String(finding.confidence),
              evidence: (evidenceOf.get(finding.finding ?? null) ?? []).map((one) => ({
                ...nameRow({ ...one, finding: null, position: null }),
                stance: one.stance as 'supports' | 'contradicts' | 'context',
                excerpt: getText(one.excerpt),
                factDate: getText(one.factDate),
                cited: cite(one),
              })),
            },
      claims: (claimsOf.get(ref) ?? []).map((one) => ({
        ...nameRow(one),
        actor: nameOf.get(String(one.actor)) ?? String(one.actor),
        date: String(one.date),
        level: getText(one.level),
        text: String(one.text),
        cited: cite(one),
      })),
      gates: (gatesOf.get(ref) ?? []).map(({ milestone, role, required, state }) => ({
        milestone,
        role,
        required,
        state,
      })),
    }
  }
  const figuresOf = new Map(score.areas.map((area) => [area.key, buildFigures(area)]))
  return {
    basis: { asOf, knownAt, method },
    since: since === null ? null : { title: since.title, date: since.date },
    figures: buildFigures(score.overall),
    areas: now.areas.map(({ key, title }) => ({ key, title, figures: figuresOf.get(key) ?? null })),
    recommendations: now.rows.filter((row) => refs === null || wanted.has(row.ref)).map(build),
    cases: cases.map(({ key, recommendations, statuses }) => ({
      key,
      recommendations,
      statuses: statuses.map(({ status, date }) => ({ status, date })),
    })),
    statements: statements.map((one) => ({
      key: String(one.key),
      actor: nameOf.get(String(one.actor)) ?? String(one.actor),
      date: String(one.date),
      summary: String(one.summary),
      cited: cite(one),
    })),
    milestones: steps.milestones.map(({ source, locator, track, listed: _, title, ...step }) => {
      const isTold = step.occurred === null && happened.has(step.key)
      return {
        ...step,
        title: isTold ? null : title,
        track: track.title,
        cited: isTold ? null : { source: pickSource(source), locator },
      }
    }),
  }
}

const getText = (value: string | number | boolean | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

const buildFigures = ({ distribution, coverage, index }: Scorecard['euSide']): Figures => ({
  distribution,
  assessed: coverage.assessed,
  applicable: coverage.applicable,
  index,
})

/** A name for what has none on record: the same as long as it says the same. */
const nameRow = (row: Row) => ({ name: sha256(JSON.stringify(Object.entries(row).sort())).slice(0, 16) })

const parseLineage = (told: unknown) =>
  String(told ?? '')
    .split('; ')
    .flatMap((link) => {
      const [kind, ref] = link.split(' ')
      return kind === undefined || ref === undefined ? [] : [{ kind: kind as 'continues', ref }]
    })

/** The finding in force of each recommendation: of those that stand, the last by effective day and recording, which is their order. */
const pickInForce = (findings: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(
    findings
      .filter(({ step, fate }) => step === null && fate === 'stands')
      .toSorted((a, b) => compareDays(a, b))
      .map((row) => [String(row.recommendation), row]),
  )
const compareDays = (a: Row, b: Row) => {
  const [one, other] = [lastDay(String(a.effective)), lastDay(String(b.effective))]
  return one < other ? -1 : one > other ? 1 : Number(a.finding) - Number(b.finding)
}

const pickSource = ({
  key,
  title,
  publisher,
  kind,
  date,
  url,
  language,
}: Cited['source']): Cited['source'] => ({
  key,
  title,
  publisher,
  kind,
  date,
  url,
  language,
})

/** Sources of rows that name them by key. */
async function readSources(ctx: Context, { record }: ResolvedCut, tables: readonly (readonly Row[])[]) {
  const keys = new Set(tables.flatMap((rows) => rows.flatMap(({ source }) => getText(source) ?? [])))
  const sources = await listSourcesByKey(ctx.record.public, record, [...keys])
  const byKey = new Map(sources.map((one) => [one.key, pickSource(one as unknown as Cited['source'])]))
  return ({ source, locator }: Row): Cited => {
    const found = byKey.get(getText(source) ?? '')
    if (found === undefined) throw new Error(`the source ${source} is not in the public window`)
    return { source: found, locator: getText(locator) }
  }
}
