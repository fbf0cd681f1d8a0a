import {
  actionDetail,
  attendee,
  audience,
  decisionDetail,
  entryKind,
  plan,
  presences,
} from '@waymark/meeting/event'
import { subjectKinds } from '@waymark/meeting/item-id'
import { meetingStates } from '@waymark/meeting/meeting'
import { cut } from '@waymark/meeting/reason'
import { rhythm, seriesTemplate } from '@waymark/meeting/series'
import { sensitivity } from '@waymark/recommendation/case'
import { z } from 'zod'
import { reasonView } from './reason.view.ts'

const person = z.strictObject({ id: z.string(), name: z.string() })
const instant = z.string()

export const seriesView = z.strictObject({
  series: z.number(),
  version: z.number(),
  title: z.string(),
  rhythm,
  template: seriesTemplate,
  ended: z.boolean(),
})
export type SeriesView = z.infer<typeof seriesView>
export const seriesList = z.strictObject({ dossier: z.string(), series: z.array(seriesView) })

export const meetingLine = z.strictObject({
  meeting: z.number(),
  series: z.number(),
  seriesTitle: z.string(),
  number: z.number(),
  state: z.enum(meetingStates),
  title: z.string().nullable(),
  heldOn: z.string().nullable(),
  startsAt: z.string().nullable(),
  place: z.string().nullable(),
})
export type MeetingLine = z.infer<typeof meetingLine>
export const meetingList = z.strictObject({
  dossier: z.strictObject({ key: z.string(), title: z.string() }),
  meetings: z.array(meetingLine),
  page: z.number(),
  more: z.boolean(),
})
export type MeetingList = z.infer<typeof meetingList>

export const entryView = z.strictObject({
  id: z.string(),
  kind: entryKind,
  text: z.string(),
  rev: z.number(),
  by: person,
  writtenAt: instant,
  removed: z.boolean(),
  decision: decisionDetail.nullable(),
  action: actionDetail.nullable(),
})
export type EntryView = z.infer<typeof entryView>

export const itemView = z.strictObject({
  id: z.string(),
  subject: z.strictObject({ kind: z.enum(subjectKinds), key: z.string() }),
  /** As the record names it now; null where it no longer does, or its personal data was erased. */
  title: z.string().nullable(),
  /** The stricter of what it was when it came onto the agenda and what it is now. */
  sensitivity,
  reasons: z.array(reasonView),
  standing: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('on') }),
    z.strictObject({ kind: z.literal('dropped'), reason: z.string() }),
    z.strictObject({ kind: z.literal('snoozed'), until: z.string() }),
  ]),
  late: z.boolean(),
  minutes: z.number().nullable(),
  presenter: attendee.nullable(),
  audience,
  recusals: z.array(z.strictObject({ attendee, reason: z.string().nullable() })),
  entries: z.array(entryView),
  done: z.boolean(),
  sealedBy: z.string().nullable(),
  spentSeconds: z.number(),
})
export type ItemView = z.infer<typeof itemView>

/** A meeting as one reader may see it. Items that they may not know of are not in it. */
export const meetingView = z.strictObject({
  dossier: z.strictObject({ key: z.string(), title: z.string() }),
  meeting: z.number(),
  series: z.strictObject({ id: z.number(), title: z.string() }),
  number: z.number(),
  seq: z.number(),
  state: z.enum(meetingStates),
  plan: plan.nullable(),
  frozen: z.boolean(),
  agenda: z.strictObject({ since: cut, until: cut, previous: z.number().nullable() }).nullable(),
  items: z.array(itemView),
  attendance: z.array(z.strictObject({ attendee, presence: z.enum(presences) })),
  current: z.strictObject({ item: z.string(), since: instant }).nullable(),
  amending: z.boolean(),
  amendments: z.array(
    z.strictObject({
      id: z.string(),
      item: z.string(),
      text: z.string(),
      by: person,
      settled: z
        .strictObject({ accepted: z.boolean(), comment: z.string().nullable(), by: person })
        .nullable(),
    }),
  ),
  closedBy: person.nullable(),
  approval: z.strictObject({ sha256: z.string(), by: person, at: instant }).nullable(),
})
export type MeetingView = z.infer<typeof meetingView>

/**
 * What happened in a meeting since the news before: everything but its items as it stands, the ids of the items in their
 * order, and those items that changed, each with the entries that changed. Entries keep the order in which they first came.
 */
export const meetingNews = meetingView.omit({ items: true }).extend({
  order: z.array(z.string()),
  items: z.array(itemView),
})
export type MeetingNews = z.infer<typeof meetingNews>

/** Minutes as an audience gets them. */
export const minutesView = z.strictObject({
  dossier: z.strictObject({ key: z.string(), title: z.string() }),
  meeting: z.number(),
  series: z.string(),
  number: z.number(),
  state: z.enum(meetingStates),
  amending: z.boolean(),
  audience,
  /** Of the whole minutes. */
  sha256: z.string(),
  approval: meetingView.shape.approval,
  agenda: meetingView.shape.agenda,
  minutes: z.strictObject({
    format: z.literal('waymark-minutes/1'),
    title: z.string(),
    heldOn: z.string(),
    attendance: z.array(z.strictObject({ name: z.string(), presence: z.enum(presences) })),
  }),
  items: z.array(
    z.strictObject({
      id: z.string(),
      subject: itemView.shape.subject,
      title: z.string().nullable(),
      late: z.boolean(),
      dropped: z.string().nullable(),
      recusals: z.array(z.strictObject({ name: z.string(), reason: z.string().nullable() })),
      decisions: z.array(
        z.strictObject({
          id: z.string(),
          text: z.string(),
          sealed: z.boolean(),
          detail: decisionDetail.nullable(),
        }),
      ),
      actions: z.array(
        z.strictObject({ id: z.string(), text: z.string(), owner: z.string(), due: z.string() }),
      ),
      notes: z.array(z.string()),
      amendments: z.array(
        z.strictObject({ text: z.string(), by: z.string(), comment: z.string().nullable() }),
      ),
      /** Audiences outside that get something of it. */
      leaves: z.array(z.enum(['partner', 'delegation'])),
    }),
  ),
})
export type MinutesView = z.infer<typeof minutesView>

/** A file to be kept. */
export const minutesFile = z.strictObject({ name: z.string(), mediaType: z.string(), base64: z.string() })

export const recordedView = z.strictObject({ seq: z.number() })
export const seriesWritten = z.strictObject({ series: z.number() })
export const meetingWritten = z.strictObject({ meeting: z.number() })
