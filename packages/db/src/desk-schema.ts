import type { EvidenceKind, Origin } from '@waymark/assessment/evidence'
import type { Confidence, Level, State } from '@waymark/assessment/level'
import type { ContentLanguage, TranslatableKind } from '@waymark/recommendation/translatable'
import type { Generated, GeneratedAlways } from 'kysely'
import type { Version } from './public-schema.ts'

/** The tables of the desk as Kysely types. Those down to `edition_decision` belong to the ledger; the others may change. */

type Written = { entry: number; recorded_at: string }
type Filed = Version & { reason: string | null; file_hash: string | null; entry: number }

/** What a comment, a notification, an assignment or somebody's presence is about. */
export type SubjectKind =
  | 'recommendation'
  | 'assessment'
  | 'case'
  | 'milestone'
  | 'commitment'
  | 'source'
  | 'file'

/** What a proposal on a case asks for. */
export type CaseChange =
  | 'publish'
  | 'unseal'
  | 'erase'
  | 'correct'
  | 'record-status'
  | 'correct-status'
  | 'void-status'
  | 'translate'

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

/** What a published edition has beside its proposal. */
export type SealedEdition = {
  slug: string
  issued_at: string
  zip_sha256: string
  zip_bytes: number
  manifest_sha256: string
  signature: string
  key: string
  checkpoint: string
  tree_size: number
}

export type DeskDatabase = {
  file: Written & {
    id: number
    dossier_id: number
    sha256: string
    bytes: number
    media_type: string
    name: string
    how: 'upload' | 'capture'
    url: string | null
    final_url: string | null
    http_status: number | null
    headers: unknown
    tool: string
    collected_at: string
    collector_id: string
    collector_name: string
    working_sha256: string | null
    working_bytes: number | null
    working_type: string | null
  }
  evidence_item: Filed & {
    dossier_id: number
    source_id: number
    file_id: number | null
    locator: string | null
    kind: EvidenceKind
    origin: Origin
    fact_date: string | null
    captured_on: string | null
    language: string
    excerpt: string | null
    author_id: string
    author_name: string
  }
  coding: Written & {
    id: number
    dossier_id: number
    assessment_id: number
    coder_id: string
    coder_name: string
    level: Level | null
    state: State | null
    contrary: boolean
    rationale: string
  }
  case_proposal: Written & {
    id: number
    dossier_id: number
    case_id: number
    based_on: number
    change: CaseChange
    personal_sha256: string
    proposer_id: string
    proposer_name: string
  }
  case_decision: Written & {
    proposal_id: number
    outcome: 'approved' | 'refused' | 'retracted'
    comment: string | null
    decider_id: string
    decider_name: string
  }
  translation: Filed & {
    dossier_id: number
    subject_kind: TranslatableKind
    subject_id: number
    of_version: number
    field: string
    language: ContentLanguage
    /** null of a case, whose words lie in personal_data. */
    text: string | null
    personal_sha256: string | null
    translator_id: string
    translator_name: string
  }
  edition: Written & {
    id: number
    dossier_id: number
    as_of: string
    known_at: string
    method: string
    title: string
    note: string | null
    corrects_id: number | null
    corrects_what: string | null
    embargo_until: string | null
    data_sha256: string
    proposer_id: string
    proposer_name: string
  }
  edition_decision: Written & {
    edition_id: number
    outcome: 'published' | 'returned' | 'retracted'
    comment: string | null
    decider_id: string
    decider_name: string
  } & Partial<SealedEdition>
  edition_archive: { edition_id: number; zip: Buffer }
  file_text: { file_id: number; text: string; folded: GeneratedAlways<string> }
  search_text: {
    dossier_id: number
    recommendation_id: number | null
    kind: 'recommendation' | 'assessment' | 'evidence' | 'item'
    row_id: number
    position: number
    folded: string
  }
  latest_finding: {
    recommendation_id: number
    assessment_id: number | null
    effective: string | null
    effective_last: string | null
    level: Level | null
    state: State | null
    contrary: boolean | null
    confidence: Confidence | null
    author_name: string | null
    settled_at: string
  }
  file_check: { file_id: number; checked_at: string; fault: 'missing' | 'altered' | null }
  link_check: {
    source_id: number
    url: string
    checked_at: string
    outcome: 'answers' | 'gone' | 'unreachable' | 'refused'
    http_status: number | null
    failing_since: string | null
  }
  saved_view: {
    id: Generated<string>
    dossier_id: number
    owner_id: string
    owner_name: string
    name: string
    query: string
    shared: boolean
    rev: Generated<number>
    changed_at: string
  }
  grid_preference: { user_id: string; dossier_id: number; columns: unknown }
  comment: {
    id: Generated<string>
    dossier_id: number
    subject_kind: SubjectKind
    subject_key: string
    author_id: string
    author_name: string
    text: string
    mentions: string[]
    written_at: string
    removed_at: string | null
  }
  notification: {
    id: Generated<string>
    user_id: string
    kind: string
    dossier_id: number
    subject_kind: SubjectKind
    subject_key: string
    count: Generated<number>
    created_at: string
    read_at: string | null
    mailed_at: string | null
    mail_tries: Generated<number>
    mail_after: string | null
  }
  assignment: {
    id: Generated<string>
    dossier_id: number
    subject_kind: SubjectKind
    subject_key: string
    assignee_id: string
    assigner_id: string
    assigner_name: string
    task: 'assess' | 'code' | 'review' | 'other'
    note: string | null
    due_on: string | null
    done_at: string | null
    rev: Generated<number>
    created_at: string
  }
  presence: {
    user_id: string
    user_name: string
    dossier_id: number
    subject_kind: SubjectKind
    subject_key: string
    doing: 'reading' | 'writing'
    seen_at: string
  }
  job: {
    id: Generated<string>
    dossier_id: number
    kind: string
    owner_id: string
    owner_name: string
    state: JobState
    stage: string | null
    done: Generated<number>
    total: number | null
    input: unknown
    report: unknown
    cancel_asked: Generated<boolean>
    created_at: string
    started_at: string | null
    finished_at: string | null
    leased_until: string | null
  }
  job_file: { job_id: string; role: 'input' | 'output'; name: string; media_type: string; content: Buffer }
  column_mapping: {
    user_id: string
    dossier_id: number
    table_name: string
    heads_sha256: string
    mapping: unknown
    changed_at: string
  }
}
