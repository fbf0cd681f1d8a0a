import {
  getDossierAt,
  listAllActors,
  listAllClaims,
  listAllCommitments,
  listAllEvidence,
  listAllFindings,
  listAllUptake,
  listAllWaivers,
  listRecommendationTexts,
  listSourcesByKey,
  listStepTexts,
} from '@waymark/db/queries/edition-content.query'
import { formatCanonicalJson } from '@waymark/ledger/canonical-json'
import { editionFormat } from '@waymark/ledger/edition-manifest'
import { sha256 } from '@waymark/ledger/hash'
import { z } from 'zod'
import type { Cut } from '../../common/cut.ts'
import { getCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import {
  listGateRows,
  listMilestoneRows,
  listRecommendationRows,
  listRoundRows,
  listScoreRows,
} from '../../public-data/tables.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { getLinkage } from '../linkage/list-linkage.query.ts'
import { listMilestonePage } from '../milestone/list-milestones.query.ts'
import { listRecommendations } from '../recommendation/list-recommendations.query.ts'
import { listRoundPage } from '../round/list-rounds.query.ts'
import { getScore } from '../score/get-score.query.ts'
import { type EditionTable, editionTableNames, editionTables } from './edition-columns.ts'

const value = z.union([z.string(), z.number(), z.boolean(), z.null()])
type Value = z.infer<typeof value>
export type EditionRow = Readonly<Record<string, Value>>
export type EditionRows = readonly EditionRow[]

const rows = z.array(z.record(z.string(), value))
const tables = z.strictObject(
  Object.fromEntries(editionTableNames.map((table) => [table, rows])) as Record<EditionTable, typeof rows>,
)

/** What an edition says, in the format `waymark-edition/1`. */
export const editionContent = z.strictObject({
  format: z.literal(editionFormat),
  dossier: z.strictObject({
    key: z.string(),
    title: z.string(),
    partner: z.string(),
    note: z.string().nullable(),
  }),
  asOf: z.string(),
  knownAt: z.string(),
  method: z.string(),
  tables,
})
export type EditionContent = Omit<z.infer<typeof editionContent>, 'tables'> & {
  readonly tables: Readonly<Record<EditionTable, EditionRows>>
}

/** Content with its canonical JSON and the hash of that. */
export type FrozenContent = {
  readonly content: EditionContent
  readonly json: string
  readonly sha256: string
}

/** More than any dossier is foreseen to hold. */
const everything = 100_000

/**
 * What the public record says at a cut, read as the public and therefore the same for everyone and at any later time.
 * Refusals: `not-found`, `unknown-method`.
 */
export async function buildContent(ctx: Context, cut: Cut): Promise<FrozenContent> {
  const resolved = await getCut(ctx, cut)
  const { record } = resolved
  const db = ctx.record.public
  const dossier = await getDossierAt(db, record)
  if (dossier === null) throw buildRefusalError({ code: 'not-found' })
  const at = resolved.cut
  const [list, texts] = await Promise.all([
    listRecommendations(ctx, { ...at, sort: 'ref' }, everything),
    listRecommendationTexts(db, record),
  ])
  const textOf = new Map(texts.map((row) => [row.ref, row]))
  const tables: Record<Exclude<EditionTable, 'sources'>, EditionRows> = {
    scorecard: flatten(listScoreRows(await getScore(ctx, at))),
    recommendations: sortBy(
      flatten(listRecommendationRows(list)).map((row) => ({ ...row, ...textOf.get(row.ref ?? '') })),
      'ref',
    ),
    findings: await listAllFindings(db, record),
    evidence: await listAllEvidence(db, record),
    steps: await listStepTexts(db, record),
    uptake: await listAllUptake(db, record),
    claims: await listAllClaims(db, record),
    gates: sortBy(flatten(listGateRows(await getLinkage(ctx, at))), 'recommendation', 'milestone'),
    waivers: await listAllWaivers(db, record),
    milestones: sortBy(flatten(listMilestoneRows(await listMilestonePage(ctx, at))), 'key'),
    commitments: await listAllCommitments(db, record),
    rounds: sortBy(flatten(listRoundRows(await listRoundPage(ctx, at))), 'key'),
    actors: await listAllActors(db, record),
  }
  const cited = new Set(Object.values(tables).flatMap((rows) => rows.map(({ source }) => source)))
  const sources = await listSourcesByKey(
    db,
    record,
    [...cited].filter((key) => typeof key === 'string'),
  )
  const content: EditionContent = {
    format: editionFormat,
    dossier,
    asOf: at.asOf,
    knownAt: at.knownAt,
    method: at.method,
    tables: pickColumns({ ...tables, sources }),
  }
  const json = formatCanonicalJson(content)
  return { content, json, sha256: sha256(json) }
}

/** Only the columns of the format, in whatever way the public tables have grown since. */
function pickColumns(found: Record<EditionTable, EditionRows>): Record<EditionTable, EditionRows> {
  const picked: Record<EditionTable, EditionRows> = { ...found }
  for (const table of editionTableNames)
    picked[table] = found[table].map((row) =>
      Object.fromEntries(editionTables[table].columns.map(({ name }) => [name, row[name] ?? null])),
    )
  return picked
}

const flatten = (rows: readonly Readonly<Record<string, unknown>>[]): EditionRows =>
  rows as readonly Readonly<Record<string, Value>>[]

/** By the code units of some columns: the order must not depend on a server's collation. */
const sortBy = (rows: EditionRows, ...columns: readonly string[]): EditionRows => {
  const keyOf = (row: EditionRows[number]) => columns.map((column) => row[column]).join('\n')
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
