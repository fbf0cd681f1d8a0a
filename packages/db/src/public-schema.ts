import type { EvidenceKind, Origin, Stance } from '@waymark/assessment/evidence'
import type { Confidence, Level, State } from '@waymark/assessment/level'
import type { LinkageRole, MilestoneKind } from '@waymark/linkage/linkage'
import type { MilestoneEventKind } from '@waymark/linkage/milestone'
import type { ActorKind } from '@waymark/recommendation/actor'
import type { CaseKind, CaseStatusKind } from '@waymark/recommendation/case'
import type { LineageKind, StepKind } from '@waymark/recommendation/recommendation'
import type { SourceKind } from '@waymark/recommendation/source'
import type { ContentLanguage, TranslatableKind } from '@waymark/recommendation/translatable'
import type { UptakeKind } from '@waymark/recommendation/uptake'

/**
 * The public window as Kysely types: the views of schema `public_record`, which let through published, public rows only.
 * Dates are text (`YYYY-MM-DD`, or partial as written), instants ISO text in UTC with milliseconds, ids numbers.
 */

/** Columns of every versioned table: a version is in force until a row that supersedes it is recorded. */
export type Version = { id: number; root_id: number; supersedes_id: number | null; recorded_at: string }
type Keyed = Version & { dossier_id: number; key: string }

export type PublicDatabase = {
  dossier: Version & {
    key: string
    title: string
    partner: string
    note: string | null
    begins_at: string
    public_at: string
  }
  actor: Keyed & { name: string; kind: ActorKind }
  source: Keyed & {
    title: string
    publisher: string
    kind: SourceKind
    date: string
    date_last: string
    url: string | null
    language: string
    file: string | null
  }
  area: Keyed & { title: string; summary: string; position: number }
  round: Keyed & { title: string; date: string; date_last: string; place: string | null; source_id: number }
  commitment: Keyed & {
    actor_id: number
    date: string
    date_last: string
    summary: string
    source_id: number
    locator: string | null
  }
  track: Keyed & { title: string }
  milestone: Keyed & {
    track_id: number
    kind: MilestoneKind
    title: string
    planned: string | null
    planned_last: string | null
    occurred: string | null
    occurred_last: string | null
    source_id: number
    locator: string | null
  }
  recommendation: Keyed & {
    area_id: number
    title: string
    text: string
    basis: 'explicit' | 'implied'
    wording: 'as-issued' | 'paraphrase'
    source_id: number
    locator: string | null
    issued: string
    issued_last: string
    criterion: string | null
    review_months: number
  }
  recommendation_actor: {
    version_id: number
    role: 'issued-by' | 'addressee' | 'responsible'
    position: number
    actor_id: number
  }
  recommendation_lineage: { version_id: number; position: number; kind: LineageKind; target_id: number }
  progress_step: Version & {
    dossier_id: number
    recommendation_id: number
    step: string
    position: number
    kind: StepKind
    text: string
  }
  linkage: Version & {
    dossier_id: number
    recommendation_id: number
    milestone_id: number
    role: LinkageRole
    required: Level | null
    note: string | null
    /** From its last day on the link holds no more; null while it holds. */
    ended: string | null
    ended_last: string | null
  }
  waiver: Version & {
    dossier_id: number
    /** The first version of the link. */
    linkage_id: number
    effective: string
    effective_last: string
    ended: string | null
    ended_last: string | null
    why: string
    source_id: number
    locator: string | null
  }
  milestone_event: Version & {
    dossier_id: number
    milestone_id: number
    kind: MilestoneEventKind
    effective: string
    effective_last: string
    planned: string | null
    planned_last: string | null
    void: boolean
    note: string | null
    source_id: number
    locator: string | null
  }
  linkage_commitment: { version_id: number; position: number; commitment_id: number }
  uptake_event: Version & {
    dossier_id: number
    recommendation_id: number
    kind: UptakeKind
    date: string
    date_last: string
    round_id: number | null
    forum: string | null
    source_id: number
    locator: string | null
    note: string | null
    /** True in a version that says: this was recorded by mistake. */
    void: boolean
  }
  claim: Version & {
    dossier_id: number
    recommendation_id: number
    actor_id: number
    date: string
    date_last: string
    level: Level | null
    text: string
    source_id: number
    locator: string | null
    void: boolean
  }
  publication: {
    assessment_id: number
    dossier_id: number
    recommendation_id: number
    step_id: number | null
    effective: string
    effective_last: string
    level: Level | null
    state: State | null
    contrary: boolean
    supersedes_id: number | null
    recorded_at: string
  }
  finding: PublicDatabase['publication'] & {
    reason: string | null
    rationale: string
    confidence: Confidence
  }
  evidence: {
    assessment_id: number
    position: number
    source_id: number
    locator: string | null
    stance: Stance
    kind: EvidenceKind
    origin: Origin
    fact_date: string | null
    excerpt: string | null
  }
  withdrawal: { assessment_id: number; recommendation_id: number; recorded_at: string }
  case_record: Version & {
    dossier_id: number
    key: string
    kind: CaseKind
    public_name: string
    summary: string
  }
  case_recommendation: { version_id: number; position: number; recommendation_id: number }
  /** Of a case that was public and is no longer. */
  case_tombstone: { dossier_id: number; address: string; taken_down_on: string | null }
  case_status: Version & {
    dossier_id: number
    case_id: number
    status: CaseStatusKind
    date: string
    date_last: string
    source_id: number
    note: string | null
    void: boolean
  }
  /** Published ones whose embargo is over. */
  edition: {
    slug: string
    dossier_id: number
    as_of: string
    known_at: string
    method: string
    title: string
    note: string | null
    issued_at: string
    corrects: string | null
    corrects_what: string | null
    data_sha256: string
    zip_sha256: string
    zip_bytes: number
    manifest_sha256: string
    signature: string
    key: string
    checkpoint: string
    tree_size: number
  }
  edition_archive: { slug: string; zip: Buffer }
  /** Of what readers see; of a case only while it is public in the words that were translated. */
  translation: Version & {
    dossier_id: number
    subject_kind: TranslatableKind
    subject_id: number
    of_version: number
    field: string
    language: ContentLanguage
    text: string
  }
}
