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
  /** By whose clock its day ends. */
  zone: string
  snoozedUntil: string | null
  closedBecause: string | null
  rev: number
}

const columns = sql`
  a.id, d.key as dossier, a.meeting_id as meeting, m.title as "meetingTitle", m.held_on as "heldOn", a.series_id as series, a.item, a.text,
  a.sensitivity, a.audience, a.owner_id as "ownerId", a.owner_name as owner, a.due_on as due, a.state, m.zone, a.snoozed_until as "snoozedUntil",
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

/** An action point by its id alone; null where there is none. */
export async function findActionPoint(db: Db, id: string): Promise<ActionRow | null> {
  const { rows } = await sql<ActionRow>`select ${columns} ${relations} where a.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** How many open action points somebody has in a dossier, and how many of them their day has passed, each by its own clock. */
export async function countOpenActions(
  db: Db,
  dossierId: number,
  filter: { readonly owner: string; readonly sensitivities: readonly Sensitivity[]; readonly now: string },
): Promise<{ open: number; overdue: number }> {
  const { owner, sensitivities, now } = filter
  const { rows } = await sql<{ open: number; overdue: number }>`
    select count(*)::int as open, count(*) filter (where a.due_on < (${now}::timestamptz at time zone m.zone)::date)::int as overdue
    from action_point a join meeting_standing m on m.meeting_id = a.meeting_id
    where a.owner_id = ${owner} and a.state = 'open' and a.dossier_id = ${dossierId}
      and a.sensitivity = any(${[...sensitivities]}::text[])`.execute(db)
  return rows[0] ?? { open: 0, overdue: 0 }
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
  /** Where the decision in its place was taken; null where there is none that the reader may know of. */
  successor: { readonly meeting: number; readonly item: string; readonly heldOn: string | null } | null
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
           d.review_on as "reviewOn", d.superseded_by as "supersededBy", d.sealed_at as "sealedAt",
           case when n.id is not null then jsonb_build_object('meeting', n.meeting_id, 'item', n.item, 'heldOn', o.held_on) end as successor
    from meeting_decision d join meeting_standing m on m.meeting_id = d.meeting_id
    left join meeting_decision n on n.id = d.superseded_by and n.sensitivity = any(${[...sensitivities]}::text[])
    left join meeting_standing o on o.meeting_id = n.meeting_id
    where d.dossier_id = ${dossierId} and d.sensitivity = any(${[...sensitivities]}::text[]) ${sql.join(has, sql` `)}
    order by d.sealed_at desc, d.id limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export type ProposedByRow = {
  assessment: number
  meeting: number
  meetingTitle: string | null
  heldOn: string | null
  item: string
}

/** The assessments of a recommendation that a decision of a meeting proposed, with the meeting of each. */
export async function listProposedBy(
  db: Db,
  filter: {
    readonly dossierId: number
    readonly ref: string
    readonly sensitivities: readonly Sensitivity[]
  },
): Promise<ProposedByRow[]> {
  const { dossierId, ref, sensitivities } = filter
  const { rows } = await sql<ProposedByRow>`
    select p.assessment_id as assessment, p.meeting_id as meeting, m.title as "meetingTitle", m.held_on as "heldOn", d.item
    from assessment_decision p join meeting_decision d on d.id = p.decision_id join meeting_standing m on m.meeting_id = p.meeting_id
    join assessment a on a.id = p.assessment_id join recommendation r on r.id = a.recommendation_id
    where d.dossier_id = ${dossierId} and r.dossier_id = ${dossierId} and r.key = ${ref}
      and d.sensitivity = any(${[...sensitivities]}::text[])
    order by p.assessment_id`.execute(db)
  return rows
}

/** Those items of agendas (`action:…`, `decision:…`) that go back to a case, at whatever remove. */
export async function listOfCases(db: Db, dossierId: number, items: readonly string[]): Promise<Set<string>> {
  if (items.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    with recursive written as (
      select 'action:' || id as id, item from action_point where dossier_id = ${dossierId}
      union all select 'decision:' || id, item from meeting_decision where dossier_id = ${dossierId}
    ), origin as (
      select id, item from written where id = any(${[...items]}::text[])
      union select o.id, w.item from origin o join written w on w.id = o.item
    )
    select distinct id from origin where item like 'case:%'`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
