import { listMilestoneTitles } from '@waymark/db/queries/milestone-title.query'
import type { Item } from '@waymark/meeting/meeting'
import type { Reason } from '@waymark/meeting/reason'
import type { Context } from '../../context.ts'
import type { ReasonView } from './reason.view.ts'

/** Puts the titles of milestones into reasons, which know only their keys. One query, whatever the items. */
export async function readReasons(
  db: Context['record']['app'],
  dossierId: number,
  items: readonly Item[],
): Promise<(reason: Reason) => ReasonView> {
  const keys = new Set(
    items.flatMap(({ reasons }) =>
      reasons.flatMap((one) => (one.kind === 'gate-due' ? [one.milestone] : [])),
    ),
  )
  const rows = await listMilestoneTitles(db, dossierId, [...keys])
  const titles = new Map(rows.map(({ key, ...named }) => [key, named]))
  return (reason) =>
    reason.kind === 'gate-due'
      ? { ...reason, ...(titles.get(reason.milestone) ?? { title: null, translations: {} }) }
      : reason
}
