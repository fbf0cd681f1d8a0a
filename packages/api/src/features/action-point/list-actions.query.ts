import { listReadableSensitivities } from '@waymark/access/visibility'
import {
  type ActionRow,
  countOpenActions,
  findActionPoint,
  listActionPoints,
} from '@waymark/db/queries/action-point.query'
import type { AccountActor } from '../../accounts/actor.ts'
import { getDossierTitle } from '../../common/dossier-title.ts'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import type { CountActionsInput, FindActionInput, ListActionsInput } from './action-point.input.ts'
import type { ActionCount, ActionList, ActionView } from './action-point.view.ts'

const pageSize = 50

/** Action points of a dossier that a reader may know of. Refusals: `not-found`. */
export async function listActions(
  ctx: Context & { readonly actor: AccountActor },
  { dossier, whose, state, page }: ListActionsInput,
): Promise<ActionList> {
  const { id, title } = await getDossierTitle(ctx.record.app, dossier)
  const rows = await listActionPoints(ctx.record.app, id, {
    owner: whose === 'mine' ? ctx.actor.id : null,
    open: state === 'open',
    sensitivities: listReadableSensitivities(ctx.actor.role),
    limit: pageSize + 1,
    offset: (page - 1) * pageSize,
  })
  const now = ctx.now()
  return {
    dossier: { key: dossier, title },
    actions: rows.slice(0, pageSize).map((row) => buildAction(row, now)),
    page,
    more: rows.length > pageSize,
  }
}

/** A day is over when it is by the clock of the room in which the action point was taken. */
const buildAction = ({ zone, ...row }: ActionRow, now: string): ActionView => ({
  ...row,
  overdue: row.state === 'open' && row.due < getDayIn(zone, now),
})

// Swedish writes a day as ISO 8601 does.
const getDayIn = (zone: string, instant: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone: zone }).format(new Date(instant))

/** An action point, for whoever was told its id alone. Refusals: `not-found`, also of what they may not know of. */
export async function findAction(
  ctx: Context & { readonly actor: AccountActor },
  { action }: FindActionInput,
): Promise<ActionView> {
  const found = await findActionPoint(ctx.record.app, action)
  if (found === null || !listReadableSensitivities(ctx.actor.role).includes(found.sensitivity))
    throw buildRefusalError({ code: 'not-found' })
  return buildAction(found, ctx.now())
}

/** How many action points the reader has in a dossier. Refusals: `not-found`. */
export async function countActions(
  ctx: Context & { readonly actor: AccountActor },
  { dossier }: CountActionsInput,
): Promise<ActionCount> {
  const { id } = await getDossierTitle(ctx.record.app, dossier)
  return countOpenActions(ctx.record.app, id, {
    owner: ctx.actor.id,
    sensitivities: listReadableSensitivities(ctx.actor.role),
    now: ctx.now(),
  })
}
