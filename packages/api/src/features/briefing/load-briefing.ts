import {
  type BriefingHead,
  type BriefingVersionRow,
  getBriefingHead,
  getBriefingVersion,
} from '@waymark/db/queries/briefing.query'
import type { Database } from '@waymark/db/schema'
import { lastDay } from '@waymark/kernel/partial-date'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { type Body, body } from '@waymark/meeting/briefing/body'
import { type Basis, type Fact, fact } from '@waymark/meeting/briefing/fact'
import type { Kysely } from 'kysely'
import { type BriefingTarget, plannedRound } from './briefing.input.ts'
import type { RoundView } from './briefing.view.ts'

/** A version of a briefing as it was written. */
export type BriefingVersion = Omit<BriefingVersionRow, 'body' | 'facts' | 'asOf' | 'knownAt' | 'method'> & {
  readonly body: Body
  readonly facts: readonly Fact[]
  readonly basis: Basis
}
export type Loaded = { readonly head: BriefingHead; readonly version: BriefingVersion }

const parseVersion = ({
  body: written,
  facts,
  asOf,
  knownAt,
  method,
  ...row
}: BriefingVersionRow): BriefingVersion => ({
  ...row,
  body: body.parse(written),
  facts: fact.array().parse(facts),
  basis: { asOf, knownAt, method },
})

/** A briefing with one of its versions; the latest, where no number is given. Refusals: `not-found`. */
export async function loadBriefing(
  db: Kysely<Database>,
  { dossier, briefing, version }: BriefingTarget & { readonly version?: number | undefined },
): Promise<Result<Loaded>> {
  const head = await getBriefingHead(db, dossier, briefing)
  const row = head === null ? null : await getBriefingVersion(db, head.id, version)
  if (head === null || row === null) return refused({ code: 'not-found' })
  return ok({ head, version: parseVersion(row) })
}

/** The round that a briefing is for, as it is on record or as it is planned. */
export function getRound(head: BriefingHead): RoundView {
  const { round, roundTitle, roundDate, roundPlace } = head
  if (round === null || roundTitle === null || roundDate === null)
    return { key: null, ...plannedRound.parse(head.planned) }
  return { key: round, title: roundTitle, date: roundDate, place: roundPlace }
}

export const getRoundDay = (head: BriefingHead): string => lastDay(getRound(head).date)
