/** An id that no comment or assignment has. */
const unheardOf = '00000000-0000-4000-8000-000000000000'
const dossier = 'invented'
const subject = { dossier, kind: 'recommendation', key: 'XX-2011-01' }

/** Valid inputs of what colleagues say to each other: assignments, comments, notifications, presence. */
export const buildTogetherInputs = (p: {
  /** A member who may write. */
  readonly userId: string
  /** A notification of the administrator. */
  readonly notification: string
}): Readonly<Record<string, Record<string, unknown>>> => ({
  'assignment.mine': { dossier },
  'assignment.list': subject,
  'assignment.create': {
    dossier,
    kind: 'recommendation',
    keys: ['XX-2011-01', 'XX-2012-01'],
    assignee: p.userId,
    task: 'assess',
    note: 'Invented.',
    dueOn: '2099-01-01',
  },
  'assignment.change': {
    dossier,
    id: unheardOf,
    rev: 1,
    assignee: p.userId,
    task: 'review',
    note: 'Invented.',
    dueOn: '2099-01-02',
  },
  'assignment.done': { dossier, id: unheardOf, rev: 1 },
  'assignment.drop': { dossier, id: unheardOf, rev: 1 },
  'colleague.list': subject,
  'comment.list': subject,
  'comment.write': { ...subject, text: 'Invented words.', mentions: [p.userId] },
  'comment.remove': { dossier, id: unheardOf },
  'notification.list': { page: 1 },
  'notification.count': {},
  'notification.get': { id: p.notification },
  'notification.read': { id: p.notification, until: '2099-01-01T00:00:00Z' },
  'presence.entry': subject,
  'presence.beat': { ...subject, doing: 'reading', since: 0 },
})
