import type { ActionState } from '@waymark/meeting/action-point'
import type { Audience } from '@waymark/meeting/event'
import type { Sensitivity } from '@waymark/recommendation/case'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

type Db = Kysely<Database>

export type ActionRow = {
  id: string
  dossier: string
  meeting: number
  meetingTitle: string | null
  heldOn: string | null
  series: number
  item: string
  text: string
  sensitivity: Sensitivity
  audience: Audience
  ownerId: string
  owner: string
  due: string
  state: ActionState
  snoozedUntil: string | null
  closedBecause: string | null
  rev: number
}

const columns = sql`
  a.id, d.key as dossier, a.meeting_id as meeting, m.title as "meetingTitle", m.held_on as "heldOn", a.series_id as series, a.item, a.text,
  a.sensitivity, a.audience, a.owner_id as "ownerId", a.owner_name as owner, a.due_on as due, a.state, a.snoozed_until as "snoozedUntil",
  a.closed_because as "closedBecause", a.rev`
const relations = sql`
  from action_point a join dossier d on d.id = a.dossier_id join meeting_standing m on m.meeting_id = a.meeting_id`

/** Action points of a dossier: open ones by the day they are due; or those that are over, the latest first. */
export async function listActionPoints(
  db: Db,
  dossierId: number,
  filter: {
    readonly owner: string | null
    readonly open: boolean
    readonly sensitivities: readonly Sensitivity[]
    readonly limit: number
    readonly offset: number
  },
): Promise<ActionRow[]> {
  const { owner, open, sensitivities, limit, offset } = filter
  const { rows } = await sql<ActionRow>`
    select ${columns} ${relations}
    where a.dossier_id = ${dossierId} and a.sensitivity = any(${[...sensitivities]}::text[])
      ${owner === null ? sql`` : sql`and a.owner_id = ${owner}`}
      and ${open ? sql`a.state = 'open' order by a.due_on, a.id` : sql`a.state <> 'open' order by a.changed_at desc, a.id`}
    limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** An action point of a dossier; null where there is none. */
export async function getActionPoint(db: Db, dossierId: number, id: string): Promise<ActionRow | null> {
  const { rows } = await sql<ActionRow>`
    select ${columns} ${relations} where a.id = ${id} and a.dossier_id = ${dossierId}`.execute(db)
  return rows[0] ?? null
}

export type DecisionRow = {
  id: string
  meeting: number
  meetingTitle: string | null
  heldOn: string | null
  item: string
  text: string
  sensitivity: Sensitivity
  audience: Audience
  reviewOn: string | null
  supersededBy: string | null
  sealedAt: string
}

/** Sealed decisions of a dossier, the latest first; those whose text has all of some words, where there are any. */
export async function listDecisions(
  db: Db,
  dossierId: number,
  filter: {
    readonly words: readonly string[]
    readonly sensitivities: readonly Sensitivity[]
    readonly limit: number
    readonly offset: number
  },
): Promise<DecisionRow[]> {
  const { words, sensitivities, limit, offset } = filter
  const has = words.map((word) => sql`and position(lower(${word}) in lower(d.text)) > 0`)
  const { rows } = await sql<DecisionRow>`
    select d.id, d.meeting_id as meeting, m.title as "meetingTitle", m.held_on as "heldOn", d.item, d.text, d.sensitivity, d.audience,
           d.review_on as "reviewOn", d.superseded_by as "supersededBy", d.sealed_at as "sealedAt"
    from meeting_decision d join meeting_standing m on m.meeting_id = d.meeting_id
    where d.dossier_id = ${dossierId} and d.sensitivity = any(${[...sensitivities]}::text[]) ${sql.join(has, sql` `)}
    order by d.sealed_at desc, d.id limit ${limit} offset ${offset}`.execute(db)
  return rows
}
