import { type DossierHead, getDossierHead, listMoments } from '@waymark/db/queries/cut.query'
import type { RecordCut } from '@waymark/db/queries/relations'
import { formatInstant } from '@waymark/kernel/instant'
import type { Method } from '@waymark/scoring/method'
import { defaultMethod, getMethod, methods } from '@waymark/scoring/methods/registry'
import { type Context, getToday } from '../context.ts'
import { buildRefusalError } from '../refusal-error.ts'
import type { Cut, CutInput } from './cut.ts'
import type { Frame } from './frame.view.ts'
import { getKeptAtHead } from './keep-answer.ts'

/** A cut that was asked for, resolved: the dossier found, defaults filled in. */
export type ResolvedCut = {
  readonly head: DossierHead
  readonly record: RecordCut
  readonly cut: Cut
  readonly method: Method
  readonly today: string
  readonly knownAtChosen: boolean
}

/** PostgreSQL has no year 0; nothing was recorded before year 1 either. */
const firstInstant = '0001-01-01T00:00:00.000Z'

/**
 * Finds the dossier and fills in the defaults: today, and everything recorded so far.
 * Refusals: `not-found`, `unknown-method`.
 */
export async function getCut(ctx: Context, input: CutInput): Promise<ResolvedCut> {
  const db = ctx.record.public
  const head = await (ctx.heads?.get(db, input.dossier) ?? getDossierHead(db, input.dossier))
  if (head === null) throw buildRefusalError({ code: 'not-found' })
  return getCutOf(ctx, head, input)
}

/**
 * The same of a dossier that was found, so that several cuts of one answer are of one state of the record.
 * Refusals: `unknown-method`.
 */
export function getCutOf(ctx: Context, head: DossierHead, input: Omit<CutInput, 'dossier'>): ResolvedCut {
  const method = getMethod(input.method ?? defaultMethod)
  if (method === null)
    throw buildRefusalError({
      code: 'unknown-method',
      path: 'method',
      params: { known: Object.keys(methods).join(', ') },
    })
  const today = getToday(ctx)
  const asOf = input.asOf ?? today
  const knownAt = input.knownAt === undefined ? head.publicAt : formatInstant(input.knownAt)
  const cut = { dossier: head.key, asOf, knownAt, method: method.id }
  const resolved = {
    head,
    record: {
      dossierId: head.id,
      asOf,
      knownAt: knownAt < firstInstant ? firstInstant : knownAt,
      freshnessMonths: method.freshnessMonths,
    },
    cut,
    method,
    today,
    knownAtChosen: input.knownAt !== undefined,
  }
  resolvedBy.set(cut, resolved)
  return resolved
}

/** The last day there is. What no day shown changes is found at it, once for all of them. */
export const endOfTime = '9999-12-31'

/** The same record by the same method on another day; for queries, as what is shown keeps its own. */
export const onDay = (resolved: ResolvedCut, asOf: string): ResolvedCut => ({
  ...resolved,
  record: { ...resolved.record, asOf },
})

const resolvedBy = new WeakMap<Cut, ResolvedCut>()

/** What the cut that an answer carries was resolved to; asked anew where the answer carries a copy of it. */
export const getResolved = async (ctx: Context, cut: Cut): Promise<ResolvedCut> =>
  resolvedBy.get(cut) ?? getCut(ctx, { dossier: cut.dossier, asOf: cut.asOf, knownAt: cut.knownAt })

/** What every page of the dossier shows around its matter. */
export async function getFrame(
  ctx: Context,
  { head, cut, today, knownAtChosen }: ResolvedCut,
): Promise<Frame> {
  return {
    dossier: { key: head.key, title: head.title, partner: head.partner, note: head.note },
    cut,
    today,
    knownAtChosen,
    beginsAt: head.beginsAt,
    changedAt: head.publicAt,
    moments: await getKeptAtHead(ctx.record.public, head, 'moments', () =>
      listMoments(ctx.record.public, head.id),
    ),
  }
}
