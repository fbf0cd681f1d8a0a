/** What can become of an action point: of an open one all but the last, of one that is over the last alone. */
export const openKinds = ['done', 'dropped', 'rescheduled', 'reassigned', 'snoozed'] as const
export const actionKinds = [...openKinds, 'reopened'] as const
export type ActionKind = (typeof actionKinds)[number]

export const isActionKind = (kind: string): kind is ActionKind =>
  (actionKinds as readonly string[]).includes(kind)
