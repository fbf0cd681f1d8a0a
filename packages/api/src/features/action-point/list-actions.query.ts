import { listReadableSensitivities } from '@waymark/access/visibility'
import { type ActionRow, listActionPoints } from '@waymark/db/queries/action-point.query'
import type { AccountActor } from '../../accounts/actor.ts'
import { getDossierTitle } from '../../common/dossier-title.ts'
import { type Context, getToday } from '../../context.ts'
import type { ListActionsInput } from './action-point.input.ts'
import type { ActionList, ActionView } from './action-point.view.ts'

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
  const today = getToday(ctx)
  return {
    dossier: { key: dossier, title },
    actions: rows.slice(0, pageSize).map((row) => buildAction(row, today)),
    page,
    more: rows.length > pageSize,
  }
}

const buildAction = (row: ActionRow, today: string): ActionView => ({
  ...row,
  overdue: row.state === 'open' && row.due < today,
})
