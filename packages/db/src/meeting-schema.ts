import type { ActionState } from '@waymark/meeting/action-point'
import type { Audience } from '@waymark/meeting/event'
import type { MeetingState } from '@waymark/meeting/meeting'
import type { Sensitivity } from '@waymark/recommendation/case'
import type { Generated, GeneratedAlways } from 'kysely'

/** The tables of review meetings as Kysely types. Those down to `case_hearing` belong to the ledger; the others are projections. */

type Written = { entry: number; recorded_at: string }
type Done = Written & { actor_id: string; actor_name: string; body: unknown; kind: string }

export type MeetingDatabase = {
  meeting_series: Written & {
    id: number
    series_id: number
    dossier_id: number
    title: string
    rhythm: string
    template: unknown
    ended: boolean
    supersedes_id: number | null
    author_id: string
    author_name: string
  }
  meeting: Written & { id: number; dossier_id: number; series_id: number; number: number }
  meeting_event: Done & { id: string; meeting_id: number; seq: number }
  action_event: Done & { id: string; action_id: string }
  assessment_decision: Written & { assessment_id: number; meeting_id: number; decision_id: string }
  case_hearing: Written & {
    id: number
    dossier_id: number
    case_id: number
    date: string
    date_last: GeneratedAlways<string>
    kind: 'trial' | 'appeal' | 'cassation' | 'parole' | 'detention' | 'other'
    source_id: number | null
    void: boolean
    supersedes_id: number | null
    reason: string | null
  }
  meeting_standing: {
    meeting_id: number
    dossier_id: number
    series_id: number
    seq: number
    state: MeetingState
    title: string | null
    held_on: string | null
    starts_at: string | null
    place: string | null
    zone: Generated<string>
    agenda_as_of: string | null
    agenda_known_at: string | null
    minutes_sha256: string | null
  }
  action_point: {
    id: string
    dossier_id: number
    series_id: number
    meeting_id: number
    item: string
    text: string
    sensitivity: Sensitivity
    audience: Audience
    owner_id: string
    owner_name: string
    due_on: string
    state: ActionState
    snoozed_until: string | null
    closed_because: string | null
    rev: number
    changed_at: string
  }
  meeting_decision: {
    id: string
    dossier_id: number
    series_id: number
    meeting_id: number
    item: string
    text: string
    sensitivity: Sensitivity
    audience: Audience
    review_on: string | null
    superseded_by: string | null
    sealed_at: string
  }
  calendar_token: { user_id: string; token_sha256: string; created_at: string }
  action_digest: {
    user_id: string
    day: string
    tries: number
    mail_after: string | null
    mailed_at: string | null
  }
}
