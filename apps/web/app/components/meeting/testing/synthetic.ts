import type { EntryView, ItemView, MeetingView } from '@waymark/api/features/meeting/meeting.view'

/** Plainly synthetic meetings, valid by default; a test says only what matters to it. */

export const anEntry = (said: Partial<EntryView> = {}): EntryView => ({
  id: '018f0000-0000-7000-8000-000000000001',
  kind: 'note',
  text: 'Synthetic note',
  rev: 1,
  by: { id: 'synthetic', name: 'Ann Author' },
  writtenAt: '2020-07-01T10:00:00.000Z',
  removed: false,
  decision: null,
  action: null,
  ...said,
})

export const anItem = ({ id = 'recommendation:XX-2020-01', ...said }: Partial<ItemView> = {}): ItemView => ({
  id,
  subject: { kind: 'recommendation', key: id.slice(id.indexOf(':') + 1) },
  title: 'Synthetic ask',
  sensitivity: 'internal',
  reasons: [],
  standing: { kind: 'on' },
  late: false,
  minutes: null,
  presenter: null,
  audience: 'internal',
  recusals: [],
  entries: [],
  done: false,
  sealedBy: null,
  spentSeconds: 0,
  ...said,
})

export const aMeeting = (said: Partial<MeetingView> = {}): MeetingView => ({
  dossier: { key: 'exampleland', title: 'Exampleland' },
  meeting: 7,
  series: { id: 3, title: 'Synthetic reviews' },
  number: 2,
  seq: 4,
  state: 'in-progress',
  plan: {
    title: 'Synthetic review',
    heldOn: '2020-07-01',
    startsAt: '14:30',
    zone: 'UTC',
    place: null,
    freezeAt: null,
    aheadDays: 90,
    itemMinutes: null,
  },
  frozen: true,
  agenda: null,
  items: [anItem()],
  attendance: [],
  current: null,
  amending: false,
  amendments: [],
  closedBy: null,
  approval: null,
  ...said,
})
