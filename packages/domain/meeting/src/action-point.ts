import { text } from '@waymark/kernel/key'
import { calendarDay } from '@waymark/kernel/partial-date'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { z } from 'zod'

export const actionStates = ['open', 'done', 'dropped'] as const
export type ActionState = (typeof actionStates)[number]

/** What becomes of an action point after the meeting that took it. It leaves the agenda by `done` or, with a reason, `dropped`. */
export const actionEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), note: text(1000).nullable() }),
  z.strictObject({ kind: z.literal('dropped'), reason: text(1000) }),
  z.strictObject({ kind: z.literal('reopened'), reason: text(1000) }),
  z.strictObject({ kind: z.literal('rescheduled'), due: calendarDay, reason: text(1000) }),
  z.strictObject({ kind: z.literal('reassigned'), owner: z.string().min(1).max(100) }),
  /** Off the agendas until a day; the topic that it came from is not. */
  z.strictObject({ kind: z.literal('snoozed'), until: calendarDay }),
])
export type ActionEvent = z.infer<typeof actionEvent>

/** Whether something may happen to an action point in a state. Refusals: `action-closed`, `meeting-state` (reopening an open one). */
export function mayHappenToAction(
  state: ActionState,
  event: ActionEvent,
): Result<void, { code: 'action-closed' | 'meeting-state'; params?: { state: string } }> {
  if (event.kind === 'reopened')
    return state === 'open' ? refused({ code: 'meeting-state', params: { state } }) : ok(undefined)
  return state === 'open' ? ok(undefined) : refused({ code: 'action-closed' })
}
