import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/server-runtime'
import type { MeetingView } from '@waymark/api/features/meeting/meeting.view'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import type { Typed } from '../../components/desk/submit-form.ts'
import { buildRefused, type Outcome } from '../../components/desk/written-form.ts'
import { getRefusalOf } from '../desk/refused.ts'

/** A form of a meeting's page as it was sent. `argument`: what follows the first dot of its intent, an item say. */
export type SentForm = {
  readonly request: Request
  readonly context: AppLoadContext
  readonly place: { readonly dossier: string; readonly meeting: number }
  readonly typed: Typed
  readonly argument: string
}

/** Sends one form of a meeting's page: null once it was taken. */
export type MeetingForm = (sent: SentForm) => Promise<Outcome | null>
export type MeetingForms = Readonly<Record<string, MeetingForm>>

/** The words of the page that a form was sent from. */
export const getWordsOf = ({ context }: Pick<SentForm, 'context'>): DeskWords =>
  getDeskWords(context.language)

/** The meeting as the person sees it now. */
export const readMeeting = ({ context, place }: SentForm): Promise<MeetingView> =>
  context.api.meeting.get.query(place)

type WorkEvent = Parameters<AppLoadContext['api']['meeting']['record']['mutate']>[0]['event']
type StageEvent = Parameters<AppLoadContext['api']['meeting']['stage']['mutate']>[0]['event']

/** Records one thing that happens to the meeting; refused, the form comes back as typed, the sentence at `field`. */
export const sendEvent = (sent: SentForm, event: WorkEvent, field?: string): Promise<Outcome | null> =>
  send(sent, sent.context.api.meeting.record.mutate({ ...sent.place, id: randomUUID(), event }), field)

/** The same of what happens to the meeting as a whole. */
export const sendStage = (sent: SentForm, event: StageEvent, field?: string): Promise<Outcome | null> =>
  send(sent, sent.context.api.meeting.stage.mutate({ ...sent.place, id: randomUUID(), event }), field)

/** Waits for a write. What is refused is told at the form that asked for it. */
export async function send(
  { request, typed }: SentForm,
  write: Promise<unknown>,
  field?: string,
): Promise<Outcome | null> {
  const refused = await getRefusalOf(request, write)
  return refused === null ? null : buildRefused(typed.intent ?? '', typed, refused.refusal.message, field)
}
