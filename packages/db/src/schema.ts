import type { Sensitivity } from '@waymark/recommendation/case'
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { BriefingDatabase } from './briefing-schema.ts'
import type { DeskDatabase } from './desk-schema.ts'
import type { MeetingDatabase } from './meeting-schema.ts'
import type { PublicDatabase, Version } from './public-schema.ts'

/**
 * The record as Kysely types: the tables of schema `waymark`. Ledger tables take inserts only (rights of the app role);
 * `draft`, `member` and `dossier_head` may change; from `personal_data` rows may be erased.
 */

/** Written with every ledger row: the audit entry that covers it. */
type Written = { entry: number }
type Filed = Written & { reason: string | null; file_hash: string | null }
type Computed<T, K extends keyof T> = Omit<T, K> & { [P in K]: GeneratedAlways<T[P]> }

export type AuditEntryTable = {
  seq: number
  at: string
  actor_kind: 'user' | 'operator' | 'system'
  actor_id: string
  actor_name: string
  action: string
  subject_kind: string
  subject_dossier: string | null
  subject_key: string | null
  before: unknown
  after: unknown
  rows: JSONColumnType<{ table: string; count: number; sha256: string }[]>
  previous: string
  hash: string
}

type WorkDatabase = DeskDatabase & MeetingDatabase & BriefingDatabase
export type Database = WorkDatabase & {
  audit_entry: AuditEntryTable
  dossier: Omit<PublicDatabase['dossier'], 'begins_at' | 'public_at'> & Filed & { self_publication: boolean }
  actor: PublicDatabase['actor'] & Filed
  source: Computed<PublicDatabase['source'], 'date_last'> & Filed
  area: PublicDatabase['area'] & Filed
  round: Computed<PublicDatabase['round'], 'date_last'> & Filed
  commitment: Computed<PublicDatabase['commitment'], 'date_last'> & Filed
  track: PublicDatabase['track'] & Filed
  milestone: Computed<PublicDatabase['milestone'], 'planned_last' | 'occurred_last'> & Filed
  recommendation: Computed<PublicDatabase['recommendation'], 'issued_last'> & Filed
  recommendation_actor: PublicDatabase['recommendation_actor'] & Written
  recommendation_lineage: PublicDatabase['recommendation_lineage'] & Written
  progress_step: PublicDatabase['progress_step'] & Filed & { key: string }
  linkage: Computed<PublicDatabase['linkage'], 'ended_last'> & Filed
  waiver: Computed<PublicDatabase['waiver'], 'effective_last' | 'ended_last'> & Filed
  milestone_event: Omit<
    Computed<PublicDatabase['milestone_event'], 'effective_last' | 'planned_last'>,
    'void'
  > &
    Filed & { void: Generated<boolean> }
  linkage_commitment: PublicDatabase['linkage_commitment'] & Written
  uptake_event: Omit<Computed<PublicDatabase['uptake_event'], 'date_last'>, 'void'> &
    Filed & { void: Generated<boolean> }
  claim: Omit<Computed<PublicDatabase['claim'], 'date_last'>, 'void'> & Filed & { void: Generated<boolean> }
  assessment: {
    id: number
    dossier_id: number
    recommendation_id: number
    step_id: number | null
    key: string | null
    effective: string
    effective_last: GeneratedAlways<string>
    level: PublicDatabase['publication']['level']
    state: PublicDatabase['publication']['state']
    contrary: boolean
    rationale: string
    confidence: PublicDatabase['finding']['confidence']
    author_id: string | null
    author_name: string
    based_on: number
    supersedes_id: number | null
    reason: string | null
    file_hash: string | null
    entry: number
    recorded_at: string
  }
  evidence: PublicDatabase['evidence'] & Written & { item_id: number | null }
  review: {
    id: number
    assessment_id: number
    outcome: 'published' | 'returned' | 'retracted'
    comment: string | null
    reviewer_id: string
    reviewer_name: string
    self_published: boolean
    entry: number
    recorded_at: string
  }
  publication: Computed<PublicDatabase['publication'], 'effective_last'> & Written
  withdrawal: PublicDatabase['withdrawal'] &
    Written & { id: number; reason: string; actor_id: string; actor_name: string }
  source_publication: { source_id: number; entry: number; recorded_at: string }
  case_record: Version &
    Filed & {
      dossier_id: number
      key: string
      kind: PublicDatabase['case_record']['kind']
      sensitivity: Sensitivity
      personal_sha256: string
    }
  case_recommendation: PublicDatabase['case_recommendation'] & Written
  case_status: Omit<Computed<PublicDatabase['case_status'], 'date_last'>, 'note' | 'void'> &
    Filed & { personal_sha256: string; void: Generated<boolean> }
  personal_data: { row_id: number; salt: string; content: unknown }
  draft: {
    id: Generated<string>
    dossier_id: number
    recommendation_id: number
    author_id: string
    rev: Generated<number>
    content: unknown
    updated_at: Generated<string>
  }
  member: {
    user_id: string
    name: string
    role: 'viewer' | 'analyst' | 'reviewer' | 'administrator'
    disabled: Generated<boolean>
    rev: Generated<number>
    changed_at: string
  }
  dossier_head: { dossier_id: number; begins_at: string; public_at: string }
}
