import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import { getDossierId, listRootIds } from '@waymark/db/queries/desk-linkage.query'
import type { Database } from '@waymark/db/schema'
import { lastDay } from '@waymark/kernel/partial-date'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { type Kysely, sql } from 'kysely'
import { buildVersion, publishSources, recordPublicChange, recordSources } from './record-sources.ts'
import type { Cited } from './source.input.ts'

type Target = { readonly dossier: string; readonly ref: string }
/** The recommendation that a fact is about. */
export type FactPlace = { readonly dossierId: number; readonly recommendationId: number }
type Columns = Readonly<Record<string, string | number | null>>
type Told = Readonly<Record<string, string | null>>
type OnRecord = { readonly id: number; readonly versionId: number }
type Head = { readonly rootId: number; readonly versionId: number; readonly reason: string }
type Stated = Target & Cited & { readonly date: string; readonly locator?: string | undefined }
type Found<N extends string> = Target & { readonly basedOn: number; readonly reason: string } & Readonly<
    Record<N, number>
  >

/**
 * A kind of fact about a recommendation that has a date and rests on a source: a step of uptake, a claim. Public at once,
 * corrected by versions, and never removed.
 */
export type FactKind<N extends 'event' | 'claim', I extends Stated, F extends OnRecord> = {
  readonly table: 'uptake_event' | 'claim'
  /** What the audit trail calls it, before what was done. */
  readonly action: string
  /** How inputs, outputs and the audit trail name its id. */
  readonly name: N
  /** What it says beside its date, its source and the place in it. Refuses a key that is not of the dossier. */
  readonly build: (w: Write, place: FactPlace, input: I) => Promise<Result<Columns>>
  /** The columns that `build` answers. */
  readonly own: readonly string[]
  /** The latest versions, without what was recorded by mistake. */
  readonly list: (w: Write, place: FactPlace) => Promise<readonly F[]>
  /** What the audit trail tells of it. */
  readonly tell: (fact: I | F) => Told
}

const shared = ['dossier_id', 'recommendation_id', 'date', 'source_id', 'locator'] as const

/** The commands of a kind of fact. */
export function buildFactCommands<N extends 'event' | 'claim', I extends Stated, F extends OnRecord>(
  kind: FactKind<N, I, F>,
) {
  type Written = Readonly<Record<N, number>>
  const write = async (w: Write, columns: Columns, head?: Head, isVoid = false) => {
    const id = await w.reserveIds(1)
    await createRows(w.trx, kind.table, [{ ...buildVersion(w, id, head), ...columns, void: isVoid }])
    return id
  }
  const name = (id: number) => ({ [kind.name]: id }) as Written
  const getAccount = (act: string, { dossier, ref }: Target) => ({
    action: `${kind.action}.${act}`,
    subject: { kind: 'recommendation', dossier, key: ref },
  })

  /** As `record`, within a write that accounts for more than this fact. @returns its id and whose public record changed */
  const recordWithin = async (
    w: Write,
    input: I,
  ): Promise<Result<{ readonly id: number; readonly dossierId: number }>> => {
    const place = await getPlace(w, input)
    if (!place.ok) return place
    const columns = await buildColumns(w, kind, place.value, input)
    if (!columns.ok) return columns
    return ok({ id: await write(w, columns.value), dossierId: place.value.dossierId })
  }

  /** Refusals: `not-found`, `effective-in-future`, `not-in-dossier`, `source-missing`, `unknown-source`. */
  const record = (db: Kysely<Database>, act: Act, input: I): Promise<Result<Written>> =>
    inTransaction(db, act, async (w) => {
      const recorded = await recordWithin(w, input)
      if (!recorded.ok) return recorded
      const { id, dossierId } = recorded.value
      await recordPublicChange(w, dossierId)
      return ok({
        value: name(id),
        account: { ...getAccount('record', input), after: { ...name(id), ...kind.tell(input) } },
      })
    })

  /** With a reason. Refusals: those of `record`, and `record-moved-on`. */
  const correct = (db: Kysely<Database>, act: Act, input: I & Found<N>): Promise<Result<Written>> =>
    inTransaction(db, act, async (w) => {
      const found = await findFact(w, kind, input)
      if (!found.ok) return found
      const { place, fact } = found.value
      const columns = await buildColumns(w, kind, place, input)
      if (!columns.ok) return columns
      const { reason } = input
      const head = { rootId: fact.id, versionId: fact.versionId, reason }
      await write(w, columns.value, head)
      await recordPublicChange(w, place.dossierId)
      return ok({
        value: name(fact.id),
        account: {
          ...getAccount('correct', input),
          before: { ...name(fact.id), ...kind.tell(fact) },
          after: { ...name(fact.id), ...kind.tell(input), reason },
        },
      })
    })

  /** Says that it was recorded by mistake. It stays in the history. Refusals: `not-found`, `record-moved-on`. */
  const takeBack = (db: Kysely<Database>, act: Act, input: Found<N>): Promise<Result<Written>> =>
    inTransaction(db, act, async (w) => {
      const found = await findFact(w, kind, input)
      if (!found.ok) return found
      const { place, fact } = found.value
      const { reason } = input
      const columns = sql.join([...shared, ...kind.own].map((column) => sql.ref(column)))
      const { rows } = await sql<Columns>`
        select ${columns} from ${sql.table(kind.table)} where id = ${fact.versionId}`.execute(w.trx)
      const head = { rootId: fact.id, versionId: fact.versionId, reason }
      await write(w, rows[0] ?? {}, head, true)
      await recordPublicChange(w, place.dossierId)
      return ok({
        value: name(fact.id),
        account: {
          ...getAccount('void', input),
          before: { ...name(fact.id), ...kind.tell(fact) },
          after: { ...name(fact.id), void: true, reason },
        },
      })
    })
  return { record, recordWithin, correct, takeBack }
}

async function getPlace(w: Write, { dossier, ref }: Target): Promise<Result<FactPlace>> {
  const dossierId = await getDossierId(w.trx, dossier)
  const recommendationId =
    dossierId === null ? undefined : (await listRootIds(w.trx, 'recommendation', dossierId, [ref])).get(ref)
  if (dossierId === null || recommendationId === undefined) return refused({ code: 'not-found' })
  return ok({ dossierId, recommendationId })
}

/** The fact in its latest version, as its writer saw it. What was taken back since has moved on as well. */
async function findFact<N extends 'event' | 'claim', I extends Stated, F extends OnRecord>(
  w: Write,
  { table, name, list }: FactKind<N, I, F>,
  input: Found<N>,
): Promise<Result<{ place: FactPlace; fact: F }>> {
  const place = await getPlace(w, input)
  if (!place.ok) return place
  const fact = (await list(w, place.value)).find(({ id }) => id === input[name])
  if (fact?.versionId === input.basedOn) return ok({ place: place.value, fact })
  const { rows } = await sql`
    select from ${sql.table(table)} where id = ${input[name]} and root_id = id
      and recommendation_id = ${place.value.recommendationId}`.execute(w.trx)
  return refused({ code: rows.length === 0 ? 'not-found' : 'record-moved-on' })
}

async function buildColumns<N extends 'event' | 'claim', I extends Stated, F extends OnRecord>(
  w: Write,
  { build }: FactKind<N, I, F>,
  place: FactPlace,
  input: I,
): Promise<Result<Columns>> {
  if (lastDay(input.date) > w.recordedAt.slice(0, 10))
    return refused({ code: 'effective-in-future', path: 'date' })
  const own = await build(w, place, input)
  if (!own.ok) return own
  const sources = await recordSources(w, place.dossierId, [input], () => 'source')
  if (!sources.ok) return sources
  await publishSources(w, sources.value)
  return ok({
    ...own.value,
    dossier_id: place.dossierId,
    recommendation_id: place.recommendationId,
    date: input.date,
    source_id: sources.value[0] ?? 0,
    locator: input.locator ?? null,
  })
}
