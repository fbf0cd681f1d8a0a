import type { MeetingLine, MeetingView, MinutesView } from '@waymark/api/features/meeting/meeting.view'
import type { Outcome } from '../desk/written-form.ts'

/** What every page of one meeting is made of, whichever of its states it shows. */
export type MeetingPage = {
  readonly meeting: MeetingView
  /** The person's own account. */
  readonly me: { readonly id: string; readonly name: string }
  readonly may: { readonly write: boolean; readonly approve: boolean }
  /** Colleagues who can be named. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** What a decision can rest on and stand in the place of; empty unless the meeting is in progress. */
  readonly evidence: readonly { readonly id: number; readonly label: string }[]
  readonly decisions: readonly { readonly id: string; readonly text: string }[]
  /** What was just done, as a sentence. */
  readonly done: string | null
  /** A form that was sent and not taken. */
  readonly outcome: Outcome | undefined
}

/** What a meeting that is over has beside that: its minutes as somebody gets them, and the meeting after it. */
export type AfterMeeting = {
  readonly minutes: MinutesView
  readonly next: Pick<MeetingLine, 'meeting' | 'title' | 'number' | 'heldOn'> | null
}
