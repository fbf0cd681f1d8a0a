-- What the migrations make, read from the catalogs of PostgreSQL 18. Nothing runs this file: it is here to be read, and so
-- that a change of the schema shows in review. Written by: pnpm --filter @waymark/db schema

create schema auth;

create schema public_record;

create schema waymark;

create domain waymark.partial_date as text
  constraint partial_date_check CHECK (((VALUE ~ '^[1-9][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$'::text) AND (waymark.last_day(VALUE) >= '1000-01-01'::date)));

create sequence waymark.record_id as bigint;

create table auth.account (
  id text not null,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp(3) with time zone,
  "refreshTokenExpiresAt" timestamp(3) with time zone,
  scope text,
  password text,
  "createdAt" timestamp(3) with time zone default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamp(3) with time zone not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_is_one_a_user UNIQUE ("providerId", "accountId"),
  constraint "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint account_is_by_password CHECK (("providerId" = 'credential'::text)),
  constraint account_password_is_argon2id CHECK ((password ~~ '$argon2id$v=19$%'::text))
);

create table auth.attempt (
  key text not null,
  tries integer not null,
  last_try_at timestamp(3) with time zone not null,
  blocked_until timestamp(3) with time zone,
  last_success_at timestamp(3) with time zone,
  constraint attempt_pkey PRIMARY KEY (key)
);

create table auth.session (
  id text not null,
  "expiresAt" timestamp(3) with time zone not null,
  token text not null,
  "createdAt" timestamp(3) with time zone default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamp(3) with time zone not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint session_token_is_a_digest CHECK ((token ~ '^[0-9a-f]{64}$'::text))
);

create table auth."twoFactor" (
  id text not null,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null,
  verified boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamp(3) with time zone,
  constraint "twoFactor_pkey" PRIMARY KEY (id),
  constraint two_factor_is_one_a_user UNIQUE ("userId"),
  constraint "twoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
);

create table auth.used_code (
  user_id text not null,
  code_sha256 text not null,
  used_at timestamp(3) with time zone not null,
  constraint code_is_used_once PRIMARY KEY (user_id, code_sha256),
  constraint used_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
);

create table auth."user" (
  id text not null,
  name text not null,
  email text not null,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamp(3) with time zone default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamp(3) with time zone default CURRENT_TIMESTAMP not null,
  "twoFactorEnabled" boolean default false,
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_key UNIQUE (email),
  constraint user_email_is_lower_case CHECK ((email = lower(email))),
  constraint user_has_a_name CHECK ((name <> ''::text))
);

create table auth.verification (
  id text not null,
  identifier text not null,
  value text not null,
  "expiresAt" timestamp(3) with time zone not null,
  "createdAt" timestamp(3) with time zone default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamp(3) with time zone default CURRENT_TIMESTAMP not null,
  constraint verification_pkey PRIMARY KEY (id)
);

create table waymark.action_digest (
  user_id text not null,
  day date not null,
  tries integer not null,
  mail_after timestamp(3) with time zone,
  mailed_at timestamp(3) with time zone,
  constraint action_digest_pkey PRIMARY KEY (user_id, day)
);

create table waymark.action_event (
  id uuid not null,
  action_id uuid not null,
  kind text not null,
  body jsonb not null,
  actor_id text not null,
  actor_name text not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint action_event_pkey PRIMARY KEY (id),
  constraint action_event_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint action_event_kind CHECK ((kind = ANY (ARRAY['done'::text, 'dropped'::text, 'reopened'::text, 'rescheduled'::text, 'reassigned'::text, 'snoozed'::text])))
);

create table waymark.action_point (
  id uuid not null,
  dossier_id bigint not null,
  series_id bigint not null,
  meeting_id bigint not null,
  item text not null,
  text text not null,
  sensitivity text not null,
  audience text not null,
  owner_id text not null,
  owner_name text not null,
  due_on date not null,
  state text not null,
  snoozed_until date,
  closed_because text,
  rev integer not null,
  changed_at timestamp(3) with time zone not null,
  constraint action_point_pkey PRIMARY KEY (id),
  constraint action_point_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint action_point_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES waymark.meeting(id),
  constraint action_point_state CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
);

create table waymark.actor (
  dossier_id bigint not null,
  key text not null,
  name text not null,
  kind text not null,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint actor_pkey PRIMARY KEY (id),
  constraint actor_id_in_dossier UNIQUE (dossier_id, id),
  constraint actor_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint actor_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint actor_root_exists FOREIGN KEY (root_id) REFERENCES waymark.actor(id),
  constraint actor_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.actor(id),
  constraint actor_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint actor_root CHECK (((supersedes_id IS NULL) = (root_id = id)))
);

create table waymark.area (
  dossier_id bigint not null,
  key text not null,
  title text not null,
  summary text not null,
  "position" integer not null,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint area_pkey PRIMARY KEY (id),
  constraint area_id_in_dossier UNIQUE (dossier_id, id),
  constraint area_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint area_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint area_root_exists FOREIGN KEY (root_id) REFERENCES waymark.area(id),
  constraint area_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.area(id),
  constraint area_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint area_root CHECK (((supersedes_id IS NULL) = (root_id = id)))
);

create table waymark.assessment (
  id bigint not null,
  dossier_id bigint not null,
  recommendation_id bigint not null,
  step_id bigint,
  key text,
  effective waymark.partial_date not null,
  effective_last date generated always as (waymark.last_day((effective)::text)) stored,
  level text,
  state text,
  contrary boolean not null,
  rationale text not null,
  confidence text not null,
  author_id text,
  author_name text not null,
  based_on bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint assessment_pkey PRIMARY KEY (id),
  constraint assessment_of_recommendation UNIQUE (recommendation_id, id),
  constraint assessment_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint assessment_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint assessment_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES waymark.recommendation(id),
  constraint assessment_step_id_fkey FOREIGN KEY (step_id) REFERENCES waymark.progress_step(id),
  constraint assessment_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.assessment(id),
  constraint assessment_confidence CHECK ((confidence = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text]))),
  constraint assessment_contrary_goes_with_a_level CHECK (((level IS NOT NULL) OR (NOT contrary))),
  constraint assessment_correction_has_a_reason CHECK (((supersedes_id IS NULL) = (reason IS NULL))),
  constraint assessment_level CHECK ((level = ANY (ARRAY['none'::text, 'limited'::text, 'some'::text, 'substantial'::text, 'full'::text]))),
  constraint assessment_rationale CHECK ((btrim(rationale) <> ''::text)),
  constraint assessment_says_one_thing CHECK (((level IS NULL) <> (state IS NULL))),
  constraint assessment_state CHECK ((state = ANY (ARRAY['not-assessed'::text, 'no-information'::text, 'not-applicable'::text, 'withdrawn'::text])))
);

create table waymark.assessment_decision (
  assessment_id bigint not null,
  meeting_id bigint not null,
  decision_id uuid not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint assessment_decision_pkey PRIMARY KEY (assessment_id),
  constraint assessment_decision_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES waymark.assessment(id),
  constraint assessment_decision_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint assessment_decision_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES waymark.meeting(id)
);

create table waymark.assignment (
  id uuid default gen_random_uuid() not null,
  dossier_id bigint not null,
  subject_kind text not null,
  subject_key text not null,
  assignee_id text not null,
  assigner_id text not null,
  assigner_name text not null,
  task text not null,
  note text,
  due_on date,
  done_at timestamp(3) with time zone,
  rev integer default 1 not null,
  created_at timestamp(3) with time zone not null,
  constraint assignment_pkey PRIMARY KEY (id),
  constraint assignment_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint assignment_task CHECK ((task = ANY (ARRAY['assess'::text, 'code'::text, 'review'::text, 'other'::text])))
);

create table waymark.audit_entry (
  seq bigint not null,
  at timestamp(3) with time zone not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_dossier text,
  subject_key text,
  before jsonb,
  after jsonb,
  rows jsonb not null,
  previous text not null,
  hash text not null,
  constraint audit_entry_pkey PRIMARY KEY (seq),
  constraint audit_entry_hash_is_unique UNIQUE (hash),
  constraint audit_entry_actor_kind CHECK ((actor_kind = ANY (ARRAY['user'::text, 'operator'::text, 'system'::text]))),
  constraint audit_entry_is_gapless CHECK ((seq > 0))
);

create table waymark.briefing (
  id bigint not null,
  dossier_id bigint not null,
  round_id bigint,
  planned jsonb,
  language text not null,
  audience text not null,
  author_id text not null,
  author_name text not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint briefing_pkey PRIMARY KEY (id),
  constraint briefing_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint briefing_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint briefing_round_id_fkey FOREIGN KEY (round_id) REFERENCES waymark.round(id),
  constraint briefing_audience CHECK ((audience = ANY (ARRAY['internal'::text, 'partner'::text, 'delegation'::text]))),
  constraint briefing_is_for_one_round CHECK (((round_id IS NULL) <> (planned IS NULL))),
  constraint briefing_language CHECK ((language = ANY (ARRAY['en'::text, 'ru'::text, 'kk'::text])))
);

create table waymark.briefing_outcome (
  id uuid not null,
  briefing_id bigint not null,
  request_sha256 text not null,
  round_id bigint not null,
  events integer not null,
  author_id text not null,
  author_name text not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint briefing_outcome_pkey PRIMARY KEY (id),
  constraint briefing_outcome_briefing_id_fkey FOREIGN KEY (briefing_id) REFERENCES waymark.briefing(id),
  constraint briefing_outcome_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint briefing_outcome_round_id_fkey FOREIGN KEY (round_id) REFERENCES waymark.round(id),
  constraint briefing_outcome_events CHECK ((events > 0)),
  constraint briefing_outcome_request_sha256 CHECK ((request_sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table waymark.briefing_template (
  id bigint not null,
  dossier_id bigint not null,
  name text,
  sha256 text,
  bytes bigint,
  parts_sha256 text,
  author_id text not null,
  author_name text not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint briefing_template_pkey PRIMARY KEY (id),
  constraint briefing_template_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint briefing_template_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint briefing_template_is_whole CHECK ((num_nulls(name, sha256, bytes, parts_sha256) = ANY (ARRAY[0, 4]))),
  constraint briefing_template_parts_sha256 CHECK ((parts_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint briefing_template_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table waymark.briefing_version (
  id bigint not null,
  briefing_id bigint not null,
  number integer not null,
  based_on integer,
  body jsonb not null,
  as_of date not null,
  known_at timestamp(3) with time zone not null,
  method text not null,
  facts jsonb,
  facts_of integer not null,
  author_id text not null,
  author_name text not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint briefing_version_pkey PRIMARY KEY (id),
  constraint briefing_version_number_is_one_of_its_briefing UNIQUE (briefing_id, number),
  constraint briefing_version_briefing_id_fkey FOREIGN KEY (briefing_id) REFERENCES waymark.briefing(id),
  constraint briefing_version_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint briefing_version_facts_of CHECK ((facts_of <= number)),
  constraint briefing_version_has_its_facts CHECK (((facts IS NULL) = (facts_of < number))),
  constraint briefing_version_is_based_on_an_earlier_one CHECK ((based_on < number)),
  constraint briefing_version_number CHECK ((number > 0))
);

create table waymark.calendar_token (
  user_id text not null,
  token_sha256 text not null,
  created_at timestamp(3) with time zone not null,
  constraint calendar_token_pkey PRIMARY KEY (user_id),
  constraint calendar_token_is_unique UNIQUE (token_sha256)
);

create table waymark.case_decision (
  proposal_id bigint not null,
  outcome text not null,
  comment text,
  decider_id text not null,
  decider_name text not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint case_decision_pkey PRIMARY KEY (proposal_id),
  constraint case_decision_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint case_decision_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES waymark.case_proposal(id),
  constraint case_decision_outcome CHECK ((outcome = ANY (ARRAY['approved'::text, 'refused'::text, 'retracted'::text])))
);

create table waymark.case_hearing (
  id bigint not null,
  dossier_id bigint not null,
  case_id bigint not null,
  date waymark.partial_date not null,
  date_last date generated always as (waymark.last_day((date)::text)) stored,
  kind text not null,
  source_id bigint,
  void boolean default false not null,
  supersedes_id bigint,
  reason text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint case_hearing_pkey PRIMARY KEY (id),
  constraint case_hearing_case_id_fkey FOREIGN KEY (case_id) REFERENCES waymark.case_record(id),
  constraint case_hearing_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint case_hearing_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint case_hearing_source_id_fkey FOREIGN KEY (source_id) REFERENCES waymark.source(id),
  constraint case_hearing_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.case_hearing(id),
  constraint case_hearing_kind CHECK ((kind = ANY (ARRAY['trial'::text, 'appeal'::text, 'cassation'::text, 'parole'::text, 'detention'::text, 'other'::text])))
);

create table waymark.case_proposal (
  id bigint not null,
  dossier_id bigint not null,
  case_id bigint not null,
  based_on bigint not null,
  change text not null,
  personal_sha256 text not null,
  proposer_id text not null,
  proposer_name text not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint case_proposal_pkey PRIMARY KEY (id),
  constraint case_proposal_based_on_fkey FOREIGN KEY (based_on) REFERENCES waymark.case_record(id),
  constraint case_proposal_case_id_fkey FOREIGN KEY (case_id) REFERENCES waymark.case_record(id),
  constraint case_proposal_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint case_proposal_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint case_proposal_change CHECK ((change = ANY (ARRAY['publish'::text, 'unseal'::text, 'erase'::text, 'correct'::text, 'record-status'::text, 'correct-status'::text, 'void-status'::text, 'translate'::text])))
);

create table waymark.case_recommendation (
  version_id bigint not null,
  "position" integer not null,
  recommendation_id bigint not null,
  entry bigint not null,
  constraint case_recommendation_pkey PRIMARY KEY (version_id, "position"),
  constraint case_recommendation_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint case_recommendation_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES waymark.recommendation(id),
  constraint case_recommendation_version_id_fkey FOREIGN KEY (version_id) REFERENCES waymark.case_record(id)
);

create table waymark.case_record (
  dossier_id bigint not null,
  key text not null,
  kind text not null,
  sensitivity text not null,
  personal_sha256 text not null,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint case_record_pkey PRIMARY KEY (id),
  constraint case_record_id_in_dossier UNIQUE (dossier_id, id),
  constraint case_record_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint case_record_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint case_record_root_exists FOREIGN KEY (root_id) REFERENCES waymark.case_record(id),
  constraint case_record_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.case_record(id),
  constraint case_record_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint case_record_root CHECK (((supersedes_id IS NULL) = (root_id = id))),
  constraint case_record_sensitivity CHECK ((sensitivity = ANY (ARRAY['public'::text, 'internal'::text, 'confidential'::text])))
);

create table waymark.case_status (
  dossier_id bigint not null,
  case_id bigint not null,
  status text not null,
  date waymark.partial_date not null,
  date_last date generated always as (waymark.last_day((date)::text)) stored,
  source_id bigint not null,
  personal_sha256 text not null,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  void boolean default false not null,
  constraint case_status_pkey PRIMARY KEY (id),
  constraint case_status_case_id_fkey FOREIGN KEY (case_id) REFERENCES waymark.case_record(id),
  constraint case_status_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint case_status_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint case_status_root_exists FOREIGN KEY (root_id) REFERENCES waymark.case_status(id),
  constraint case_status_source_id_fkey FOREIGN KEY (source_id) REFERENCES waymark.source(id),
  constraint case_status_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.case_status(id),
  constraint case_status_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint case_status_root CHECK (((supersedes_id IS NULL) = (root_id = id)))
);

create table waymark.claim (
  dossier_id bigint not null,
  recommendation_id bigint not null,
  actor_id bigint not null,
  date waymark.partial_date not null,
  date_last date generated always as (waymark.last_day((date)::text)) stored,
  level text,
  text text not null,
  source_id bigint not null,
  locator text,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  void boolean default false not null,
  constraint claim_pkey PRIMARY KEY (id),
  constraint claim_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES waymark.actor(id),
  constraint claim_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint claim_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint claim_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES waymark.recommendation(id),
  constraint claim_root_exists FOREIGN KEY (root_id) REFERENCES waymark.claim(id),
  constraint claim_source_id_fkey FOREIGN KEY (source_id) REFERENCES waymark.source(id),
  constraint claim_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.claim(id),
  constraint claim_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint claim_root CHECK (((supersedes_id IS NULL) = (root_id = id)))
);

create table waymark.coding (
  id bigint not null,
  dossier_id bigint not null,
  assessment_id bigint not null,
  coder_id text not null,
  coder_name text not null,
  level text,
  state text,
  contrary boolean not null,
  rationale text not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint coding_pkey PRIMARY KEY (id),
  constraint coding_is_one_per_person UNIQUE (assessment_id, coder_id),
  constraint coding_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES waymark.assessment(id),
  constraint coding_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint coding_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint coding_contrary_goes_with_a_level CHECK (((level IS NOT NULL) OR (NOT contrary))),
  constraint coding_level CHECK ((level = ANY (ARRAY['none'::text, 'limited'::text, 'some'::text, 'substantial'::text, 'full'::text]))),
  constraint coding_rationale CHECK ((btrim(rationale) <> ''::text)),
  constraint coding_says_one_thing CHECK (((level IS NULL) <> (state IS NULL))),
  constraint coding_state CHECK ((state = ANY (ARRAY['not-assessed'::text, 'no-information'::text, 'not-applicable'::text, 'withdrawn'::text])))
);

create table waymark.column_mapping (
  user_id text not null,
  dossier_id bigint not null,
  table_name text not null,
  heads_sha256 text not null,
  mapping jsonb not null,
  changed_at timestamp(3) with time zone not null,
  constraint column_mapping_pkey PRIMARY KEY (user_id, dossier_id, table_name, heads_sha256),
  constraint column_mapping_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id)
);

create table waymark.comment (
  id uuid default gen_random_uuid() not null,
  dossier_id bigint not null,
  subject_kind text not null,
  subject_key text not null,
  author_id text not null,
  author_name text not null,
  text text not null,
  mentions text[] not null,
  written_at timestamp(3) with time zone not null,
  removed_at timestamp(3) with time zone,
  constraint comment_pkey PRIMARY KEY (id),
  constraint comment_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id)
);

create table waymark.commitment (
  dossier_id bigint not null,
  key text not null,
  actor_id bigint not null,
  date waymark.partial_date not null,
  date_last date generated always as (waymark.last_day((date)::text)) stored,
  summary text not null,
  source_id bigint not null,
  locator text,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint commitment_pkey PRIMARY KEY (id),
  constraint commitment_id_in_dossier UNIQUE (dossier_id, id),
  constraint commitment_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES waymark.actor(id),
  constraint commitment_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint commitment_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint commitment_root_exists FOREIGN KEY (root_id) REFERENCES waymark.commitment(id),
  constraint commitment_source_id_fkey FOREIGN KEY (source_id) REFERENCES waymark.source(id),
  constraint commitment_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.commitment(id),
  constraint commitment_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint commitment_root CHECK (((supersedes_id IS NULL) = (root_id = id)))
);

create table waymark.dossier (
  key text not null,
  title text not null,
  partner text not null,
  note text,
  self_publication boolean default false not null,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint dossier_pkey PRIMARY KEY (id),
  constraint dossier_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint dossier_root_exists FOREIGN KEY (root_id) REFERENCES waymark.dossier(id),
  constraint dossier_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.dossier(id),
  constraint dossier_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint dossier_root CHECK (((supersedes_id IS NULL) = (root_id = id)))
);

create table waymark.dossier_head (
  dossier_id bigint not null,
  begins_at timestamp(3) with time zone not null,
  public_at timestamp(3) with time zone not null,
  constraint dossier_head_pkey PRIMARY KEY (dossier_id),
  constraint dossier_head_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id)
);

create table waymark.draft (
  id uuid default gen_random_uuid() not null,
  dossier_id bigint not null,
  recommendation_id bigint not null,
  author_id text not null,
  rev integer default 1 not null,
  content jsonb not null,
  updated_at timestamp(3) with time zone default clock_timestamp() not null,
  constraint draft_pkey PRIMARY KEY (id),
  constraint draft_is_one_per_author_and_recommendation UNIQUE (author_id, recommendation_id),
  constraint draft_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint draft_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES waymark.recommendation(id)
);

create table waymark.edition (
  id bigint not null,
  dossier_id bigint not null,
  as_of date not null,
  known_at timestamp(3) with time zone not null,
  method text not null,
  title text not null,
  note text,
  corrects_id bigint,
  corrects_what text,
  embargo_until timestamp(3) with time zone,
  data_sha256 text not null,
  proposer_id text not null,
  proposer_name text not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint edition_pkey PRIMARY KEY (id),
  constraint edition_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES waymark.edition(id),
  constraint edition_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint edition_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint edition_correction_says_what CHECK (((corrects_id IS NULL) = (corrects_what IS NULL))),
  constraint edition_data_sha256 CHECK ((data_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint edition_embargo_is_to_the_minute CHECK ((date_trunc('minute'::text, embargo_until) = embargo_until)),
  constraint edition_title CHECK ((btrim(title) <> ''::text))
);

create table waymark.edition_archive (
  edition_id bigint not null,
  zip bytea not null,
  constraint edition_archive_pkey PRIMARY KEY (edition_id),
  constraint edition_archive_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES waymark.edition(id)
);

create table waymark.edition_decision (
  edition_id bigint not null,
  outcome text not null,
  comment text,
  slug text,
  issued_at timestamp(3) with time zone,
  zip_sha256 text,
  zip_bytes bigint,
  manifest_sha256 text,
  signature text,
  key text,
  checkpoint text,
  tree_size bigint,
  decider_id text not null,
  decider_name text not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint edition_decision_pkey PRIMARY KEY (edition_id),
  constraint edition_slug_is_unique UNIQUE (slug),
  constraint edition_decision_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES waymark.edition(id),
  constraint edition_decision_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint edition_decision_outcome CHECK ((outcome = ANY (ARRAY['published'::text, 'returned'::text, 'retracted'::text]))),
  constraint edition_decision_publishes_whole CHECK (
CASE
    WHEN (outcome = 'published'::text) THEN (num_nulls(slug, issued_at, zip_sha256, zip_bytes, manifest_sha256, signature, key, checkpoint, tree_size) = 0)
    ELSE (num_nonnulls(slug, issued_at, zip_sha256, zip_bytes, manifest_sha256, signature, key, checkpoint, tree_size) = 0)
END),
  constraint edition_decision_returns_with_a_comment CHECK (((outcome = 'returned'::text) = (comment IS NOT NULL))),
  constraint edition_manifest_sha256 CHECK ((manifest_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint edition_slug CHECK ((slug ~ '^\d{4}-\d{2}-\d{2}-[a-z]{6}$'::text)),
  constraint edition_tree_size CHECK ((tree_size >= 0)),
  constraint edition_zip_bytes CHECK ((zip_bytes > 0)),
  constraint edition_zip_sha256 CHECK ((zip_sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table waymark.evidence (
  assessment_id bigint not null,
  "position" integer not null,
  source_id bigint not null,
  locator text,
  stance text not null,
  kind text not null,
  origin text not null,
  fact_date waymark.partial_date,
  excerpt text,
  entry bigint not null,
  item_id bigint,
  constraint evidence_pkey PRIMARY KEY (assessment_id, "position"),
  constraint evidence_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES waymark.assessment(id),
  constraint evidence_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint evidence_item_id_fkey FOREIGN KEY (item_id) REFERENCES waymark.evidence_item(id),
  constraint evidence_source_id_fkey FOREIGN KEY (source_id) REFERENCES waymark.source(id),
  constraint evidence_stance CHECK ((stance = ANY (ARRAY['supports'::text, 'contradicts'::text, 'context'::text])))
);

create table waymark.evidence_item (
  dossier_id bigint not null,
  source_id bigint not null,
  file_id bigint,
  locator text,
  kind text not null,
  origin text not null,
  fact_date waymark.partial_date,
  captured_on date,
  language text not null,
  excerpt text,
  author_id text not null,
  author_name text not null,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint evidence_item_pkey PRIMARY KEY (id),
  constraint evidence_item_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint evidence_item_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint evidence_item_file_id_fkey FOREIGN KEY (file_id) REFERENCES waymark.file(id),
  constraint evidence_item_root_exists FOREIGN KEY (root_id) REFERENCES waymark.evidence_item(id),
  constraint evidence_item_source_id_fkey FOREIGN KEY (source_id) REFERENCES waymark.source(id),
  constraint evidence_item_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.evidence_item(id),
  constraint evidence_item_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint evidence_item_root CHECK (((supersedes_id IS NULL) = (root_id = id)))
);

create table waymark.file (
  id bigint not null,
  dossier_id bigint not null,
  sha256 text not null,
  bytes bigint not null,
  media_type text not null,
  name text not null,
  how text not null,
  url text,
  final_url text,
  http_status integer,
  headers jsonb,
  tool text not null,
  collected_at timestamp(3) with time zone not null,
  collector_id text not null,
  collector_name text not null,
  working_sha256 text,
  working_bytes bigint,
  working_type text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint file_pkey PRIMARY KEY (id),
  constraint file_is_kept_once UNIQUE (dossier_id, sha256),
  constraint file_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint file_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint file_bytes CHECK ((bytes > 0)),
  constraint file_capture_names_its_address CHECK (((how = 'capture'::text) = (url IS NOT NULL))),
  constraint file_how CHECK ((how = ANY (ARRAY['upload'::text, 'capture'::text]))),
  constraint file_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint file_working_copy CHECK ((((working_sha256 IS NULL) = (working_bytes IS NULL)) AND ((working_sha256 IS NULL) = (working_type IS NULL)))),
  constraint file_working_sha256 CHECK ((working_sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table waymark.file_check (
  file_id bigint not null,
  checked_at timestamp(3) with time zone not null,
  fault text,
  constraint file_check_pkey PRIMARY KEY (file_id),
  constraint file_check_file_id_fkey FOREIGN KEY (file_id) REFERENCES waymark.file(id),
  constraint file_check_fault CHECK ((fault = ANY (ARRAY['missing'::text, 'altered'::text])))
);

create table waymark.file_text (
  file_id bigint not null,
  text text not null,
  folded text generated always as (waymark.fold("left"(text, 200000))) stored,
  constraint file_text_pkey PRIMARY KEY (file_id),
  constraint file_text_file_id_fkey FOREIGN KEY (file_id) REFERENCES waymark.file(id)
);

create table waymark.grid_preference (
  user_id text not null,
  dossier_id bigint not null,
  columns jsonb not null,
  constraint grid_preference_pkey PRIMARY KEY (user_id, dossier_id),
  constraint grid_preference_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id)
);

create table waymark.job (
  id uuid default gen_random_uuid() not null,
  dossier_id bigint not null,
  kind text not null,
  owner_id text not null,
  owner_name text not null,
  state text not null,
  stage text,
  done integer default 0 not null,
  total integer,
  input jsonb not null,
  report jsonb,
  cancel_asked boolean default false not null,
  created_at timestamp(3) with time zone not null,
  started_at timestamp(3) with time zone,
  finished_at timestamp(3) with time zone,
  leased_until timestamp(3) with time zone,
  constraint job_pkey PRIMARY KEY (id),
  constraint job_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint job_state CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);

create table waymark.job_file (
  job_id uuid not null,
  role text not null,
  name text not null,
  media_type text not null,
  content bytea not null,
  constraint job_file_pkey PRIMARY KEY (job_id, role),
  constraint job_file_job_id_fkey FOREIGN KEY (job_id) REFERENCES waymark.job(id) ON DELETE CASCADE,
  constraint job_file_role CHECK ((role = ANY (ARRAY['input'::text, 'output'::text])))
);

create table waymark.latest_finding (
  recommendation_id bigint not null,
  assessment_id bigint,
  effective waymark.partial_date,
  effective_last date,
  level text,
  state text,
  contrary boolean,
  confidence text,
  author_name text,
  settled_at timestamp(3) with time zone not null,
  constraint latest_finding_pkey PRIMARY KEY (recommendation_id),
  constraint latest_finding_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES waymark.recommendation(id)
);

create table waymark.link_check (
  source_id bigint not null,
  url text not null,
  checked_at timestamp(3) with time zone not null,
  outcome text not null,
  http_status integer,
  failing_since timestamp(3) with time zone,
  constraint link_check_pkey PRIMARY KEY (source_id),
  constraint link_check_source_id_fkey FOREIGN KEY (source_id) REFERENCES waymark.source(id),
  constraint link_check_outcome CHECK ((outcome = ANY (ARRAY['answers'::text, 'gone'::text, 'unreachable'::text, 'refused'::text])))
);

create table waymark.linkage (
  dossier_id bigint not null,
  recommendation_id bigint not null,
  milestone_id bigint not null,
  role text not null,
  required text,
  note text,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  ended waymark.partial_date,
  ended_last date generated always as (waymark.last_day((ended)::text)) stored,
  constraint linkage_pkey PRIMARY KEY (id),
  constraint linkage_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint linkage_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint linkage_milestone_id_fkey FOREIGN KEY (milestone_id) REFERENCES waymark.milestone(id),
  constraint linkage_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES waymark.recommendation(id),
  constraint linkage_root_exists FOREIGN KEY (root_id) REFERENCES waymark.linkage(id),
  constraint linkage_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.linkage(id),
  constraint linkage_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint linkage_required_names_a_level CHECK (((role <> 'required'::text) OR (required IS NOT NULL))),
  constraint linkage_role CHECK ((role = ANY (ARRAY['required'::text, 'expected'::text, 'context'::text]))),
  constraint linkage_root CHECK (((supersedes_id IS NULL) = (root_id = id)))
);

create table waymark.linkage_commitment (
  version_id bigint not null,
  "position" integer not null,
  commitment_id bigint not null,
  entry bigint not null,
  constraint linkage_commitment_pkey PRIMARY KEY (version_id, "position"),
  constraint linkage_commitment_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES waymark.commitment(id),
  constraint linkage_commitment_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint linkage_commitment_version_id_fkey FOREIGN KEY (version_id) REFERENCES waymark.linkage(id)
);

create table waymark.meeting (
  id bigint not null,
  dossier_id bigint not null,
  series_id bigint not null,
  number integer not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint meeting_pkey PRIMARY KEY (id),
  constraint meeting_number_is_one_of_its_series UNIQUE (series_id, number),
  constraint meeting_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint meeting_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint meeting_series_id_fkey FOREIGN KEY (series_id) REFERENCES waymark.meeting_series(id),
  constraint meeting_number CHECK ((number > 0))
);

create table waymark.meeting_decision (
  id uuid not null,
  dossier_id bigint not null,
  series_id bigint not null,
  meeting_id bigint not null,
  item text not null,
  text text not null,
  sensitivity text not null,
  audience text not null,
  review_on date,
  superseded_by uuid,
  sealed_at timestamp(3) with time zone not null,
  constraint meeting_decision_pkey PRIMARY KEY (id),
  constraint meeting_decision_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint meeting_decision_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES waymark.meeting(id)
);

create table waymark.meeting_event (
  id uuid not null,
  meeting_id bigint not null,
  seq integer not null,
  kind text not null,
  body jsonb not null,
  actor_id text not null,
  actor_name text not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint meeting_event_pkey PRIMARY KEY (id),
  constraint meeting_event_seq_is_one_of_its_meeting UNIQUE (meeting_id, seq),
  constraint meeting_event_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint meeting_event_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES waymark.meeting(id),
  constraint meeting_event_seq CHECK ((seq > 0))
);

create table waymark.meeting_series (
  id bigint not null,
  series_id bigint not null,
  dossier_id bigint not null,
  title text not null,
  rhythm text not null,
  template jsonb not null,
  ended boolean not null,
  supersedes_id bigint,
  author_id text not null,
  author_name text not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint meeting_series_pkey PRIMARY KEY (id),
  constraint meeting_series_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint meeting_series_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint meeting_series_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.meeting_series(id),
  constraint meeting_series_title CHECK ((btrim(title) <> ''::text))
);

create table waymark.meeting_standing (
  meeting_id bigint not null,
  dossier_id bigint not null,
  series_id bigint not null,
  seq integer not null,
  state text not null,
  title text,
  held_on date,
  starts_at text,
  place text,
  agenda_as_of date,
  agenda_known_at timestamp(3) with time zone,
  minutes_sha256 text,
  zone text default 'UTC'::text not null,
  constraint meeting_standing_pkey PRIMARY KEY (meeting_id),
  constraint meeting_standing_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint meeting_standing_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES waymark.meeting(id)
);

create table waymark.member (
  user_id text not null,
  name text not null,
  role text not null,
  disabled boolean default false not null,
  rev integer default 1 not null,
  changed_at timestamp(3) with time zone not null,
  constraint member_pkey PRIMARY KEY (user_id),
  constraint member_role CHECK ((role = ANY (ARRAY['viewer'::text, 'analyst'::text, 'reviewer'::text, 'administrator'::text])))
);

create table waymark.milestone (
  dossier_id bigint not null,
  key text not null,
  track_id bigint not null,
  kind text not null,
  title text not null,
  planned waymark.partial_date,
  planned_last date generated always as (waymark.last_day((planned)::text)) stored,
  occurred waymark.partial_date,
  occurred_last date generated always as (waymark.last_day((occurred)::text)) stored,
  source_id bigint not null,
  locator text,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint milestone_pkey PRIMARY KEY (id),
  constraint milestone_id_in_dossier UNIQUE (dossier_id, id),
  constraint milestone_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint milestone_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint milestone_root_exists FOREIGN KEY (root_id) REFERENCES waymark.milestone(id),
  constraint milestone_source_id_fkey FOREIGN KEY (source_id) REFERENCES waymark.source(id),
  constraint milestone_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.milestone(id),
  constraint milestone_track_id_fkey FOREIGN KEY (track_id) REFERENCES waymark.track(id),
  constraint milestone_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint milestone_root CHECK (((supersedes_id IS NULL) = (root_id = id)))
);

create table waymark.milestone_event (
  dossier_id bigint not null,
  milestone_id bigint not null,
  kind text not null,
  effective waymark.partial_date not null,
  effective_last date generated always as (waymark.last_day((effective)::text)) stored,
  planned waymark.partial_date,
  planned_last date generated always as (waymark.last_day((planned)::text)) stored,
  void boolean default false not null,
  note text,
  source_id bigint not null,
  locator text,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint milestone_event_pkey PRIMARY KEY (id),
  constraint milestone_event_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint milestone_event_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint milestone_event_milestone_id_fkey FOREIGN KEY (milestone_id) REFERENCES waymark.milestone(id),
  constraint milestone_event_root_exists FOREIGN KEY (root_id) REFERENCES waymark.milestone_event(id),
  constraint milestone_event_source_id_fkey FOREIGN KEY (source_id) REFERENCES waymark.source(id),
  constraint milestone_event_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.milestone_event(id),
  constraint milestone_event_kind CHECK ((kind = ANY (ARRAY['moved'::text, 'cancelled'::text]))),
  constraint milestone_event_moves_to_a_date CHECK (((kind = 'moved'::text) = (planned IS NOT NULL))),
  constraint milestone_event_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint milestone_event_root CHECK (((supersedes_id IS NULL) = (root_id = id)))
);

create table waymark.notification (
  id uuid default gen_random_uuid() not null,
  user_id text not null,
  kind text not null,
  dossier_id bigint not null,
  subject_kind text not null,
  subject_key text not null,
  count integer default 1 not null,
  created_at timestamp(3) with time zone not null,
  read_at timestamp(3) with time zone,
  mailed_at timestamp(3) with time zone,
  mail_tries integer default 0 not null,
  mail_after timestamp(3) with time zone,
  constraint notification_pkey PRIMARY KEY (id),
  constraint notification_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint notification_count CHECK ((count > 0))
);

create table waymark.personal_data (
  row_id bigint not null,
  salt text not null,
  content jsonb not null,
  constraint personal_data_pkey PRIMARY KEY (row_id)
);

create table waymark.presence (
  user_id text not null,
  user_name text not null,
  dossier_id bigint not null,
  subject_kind text not null,
  subject_key text not null,
  doing text not null,
  seen_at timestamp(3) with time zone not null,
  constraint presence_pkey PRIMARY KEY (dossier_id, subject_kind, subject_key, user_id),
  constraint presence_doing CHECK ((doing = ANY (ARRAY['reading'::text, 'writing'::text])))
);

create table waymark.progress_step (
  dossier_id bigint not null,
  key text not null,
  recommendation_id bigint not null,
  step text not null,
  "position" integer not null,
  kind text not null,
  text text not null,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint progress_step_pkey PRIMARY KEY (id),
  constraint progress_step_id_in_dossier UNIQUE (dossier_id, id),
  constraint progress_step_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint progress_step_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint progress_step_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES waymark.recommendation(id),
  constraint progress_step_root_exists FOREIGN KEY (root_id) REFERENCES waymark.progress_step(id),
  constraint progress_step_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.progress_step(id),
  constraint progress_step_kind CHECK ((kind = ANY (ARRAY['structure'::text, 'process'::text, 'outcome'::text]))),
  constraint progress_step_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint progress_step_root CHECK (((supersedes_id IS NULL) = (root_id = id)))
);

create table waymark.publication (
  assessment_id bigint not null,
  dossier_id bigint not null,
  recommendation_id bigint not null,
  step_id bigint,
  effective waymark.partial_date not null,
  effective_last date generated always as (waymark.last_day((effective)::text)) stored,
  level text,
  state text,
  contrary boolean not null,
  supersedes_id bigint,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint publication_pkey PRIMARY KEY (assessment_id),
  constraint publication_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint publication_of_its_assessment FOREIGN KEY (recommendation_id, assessment_id) REFERENCES waymark.assessment(recommendation_id, id),
  constraint publication_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.publication(assessment_id)
);

create table waymark.recommendation (
  dossier_id bigint not null,
  key text not null,
  area_id bigint not null,
  title text not null,
  text text not null,
  basis text not null,
  wording text not null,
  source_id bigint not null,
  locator text,
  issued waymark.partial_date not null,
  issued_last date generated always as (waymark.last_day((issued)::text)) stored,
  criterion text,
  review_months integer not null,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint recommendation_pkey PRIMARY KEY (id),
  constraint recommendation_id_in_dossier UNIQUE (dossier_id, id),
  constraint recommendation_area_id_fkey FOREIGN KEY (area_id) REFERENCES waymark.area(id),
  constraint recommendation_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint recommendation_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint recommendation_root_exists FOREIGN KEY (root_id) REFERENCES waymark.recommendation(id),
  constraint recommendation_source_id_fkey FOREIGN KEY (source_id) REFERENCES waymark.source(id),
  constraint recommendation_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.recommendation(id),
  constraint recommendation_basis CHECK ((basis = ANY (ARRAY['explicit'::text, 'implied'::text]))),
  constraint recommendation_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint recommendation_review CHECK (((review_months >= 1) AND (review_months <= 240))),
  constraint recommendation_root CHECK (((supersedes_id IS NULL) = (root_id = id))),
  constraint recommendation_wording CHECK ((wording = ANY (ARRAY['as-issued'::text, 'paraphrase'::text])))
);

create table waymark.recommendation_actor (
  version_id bigint not null,
  role text not null,
  "position" integer not null,
  actor_id bigint not null,
  entry bigint not null,
  constraint recommendation_actor_pkey PRIMARY KEY (version_id, role, "position"),
  constraint recommendation_actor_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES waymark.actor(id),
  constraint recommendation_actor_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint recommendation_actor_version_id_fkey FOREIGN KEY (version_id) REFERENCES waymark.recommendation(id),
  constraint recommendation_actor_role CHECK ((role = ANY (ARRAY['issued-by'::text, 'addressee'::text, 'responsible'::text])))
);

create table waymark.recommendation_lineage (
  version_id bigint not null,
  "position" integer not null,
  kind text not null,
  target_id bigint not null,
  entry bigint not null,
  constraint recommendation_lineage_pkey PRIMARY KEY (version_id, "position"),
  constraint recommendation_lineage_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint recommendation_lineage_target_id_fkey FOREIGN KEY (target_id) REFERENCES waymark.recommendation(id),
  constraint recommendation_lineage_version_id_fkey FOREIGN KEY (version_id) REFERENCES waymark.recommendation(id),
  constraint recommendation_lineage_kind CHECK ((kind = ANY (ARRAY['continues'::text, 'narrows'::text, 'merges'::text, 'replaces'::text])))
);

create table waymark.review (
  id bigint not null,
  assessment_id bigint not null,
  outcome text not null,
  comment text,
  reviewer_id text not null,
  reviewer_name text not null,
  self_published boolean not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint review_pkey PRIMARY KEY (id),
  constraint review_is_final UNIQUE (assessment_id),
  constraint review_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES waymark.assessment(id),
  constraint review_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint review_outcome CHECK ((outcome = ANY (ARRAY['published'::text, 'returned'::text, 'retracted'::text]))),
  constraint review_return_says_why CHECK (((outcome <> 'returned'::text) OR (btrim(COALESCE(comment, ''::text)) <> ''::text)))
);

create table waymark.round (
  dossier_id bigint not null,
  key text not null,
  title text not null,
  date waymark.partial_date not null,
  date_last date generated always as (waymark.last_day((date)::text)) stored,
  place text,
  source_id bigint not null,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint round_pkey PRIMARY KEY (id),
  constraint round_id_in_dossier UNIQUE (dossier_id, id),
  constraint round_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint round_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint round_root_exists FOREIGN KEY (root_id) REFERENCES waymark.round(id),
  constraint round_source_id_fkey FOREIGN KEY (source_id) REFERENCES waymark.source(id),
  constraint round_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.round(id),
  constraint round_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint round_root CHECK (((supersedes_id IS NULL) = (root_id = id)))
);

create table waymark.saved_view (
  id uuid default gen_random_uuid() not null,
  dossier_id bigint not null,
  owner_id text not null,
  owner_name text not null,
  name text not null,
  query text not null,
  shared boolean not null,
  rev integer default 1 not null,
  changed_at timestamp(3) with time zone not null,
  constraint saved_view_pkey PRIMARY KEY (id),
  constraint saved_view_name_is_unique UNIQUE (dossier_id, owner_id, name),
  constraint saved_view_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint saved_view_name CHECK ((btrim(name) <> ''::text))
);

create table waymark.search_text (
  dossier_id bigint not null,
  recommendation_id bigint,
  kind text not null,
  row_id bigint not null,
  "position" integer not null,
  folded text not null,
  constraint search_text_kind CHECK ((kind = ANY (ARRAY['recommendation'::text, 'assessment'::text, 'evidence'::text, 'item'::text])))
);

create table waymark.source (
  dossier_id bigint not null,
  key text not null,
  title text not null,
  publisher text not null,
  kind text not null,
  date waymark.partial_date not null,
  date_last date generated always as (waymark.last_day((date)::text)) stored,
  url text,
  language text not null,
  file text,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint source_pkey PRIMARY KEY (id),
  constraint source_id_in_dossier UNIQUE (dossier_id, id),
  constraint source_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint source_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint source_root_exists FOREIGN KEY (root_id) REFERENCES waymark.source(id),
  constraint source_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.source(id),
  constraint source_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint source_root CHECK (((supersedes_id IS NULL) = (root_id = id)))
);

create table waymark.source_publication (
  source_id bigint not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint source_publication_pkey PRIMARY KEY (source_id),
  constraint source_publication_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint source_publication_source_id_fkey FOREIGN KEY (source_id) REFERENCES waymark.source(id)
);

create table waymark.track (
  dossier_id bigint not null,
  key text not null,
  title text not null,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint track_pkey PRIMARY KEY (id),
  constraint track_id_in_dossier UNIQUE (dossier_id, id),
  constraint track_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint track_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint track_root_exists FOREIGN KEY (root_id) REFERENCES waymark.track(id),
  constraint track_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.track(id),
  constraint track_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint track_root CHECK (((supersedes_id IS NULL) = (root_id = id)))
);

create table waymark.translation (
  dossier_id bigint not null,
  subject_kind text not null,
  subject_id bigint not null,
  of_version bigint not null,
  field text not null,
  language text not null,
  text text,
  translator_id text not null,
  translator_name text not null,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  personal_sha256 text,
  constraint translation_pkey PRIMARY KEY (id),
  constraint translation_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint translation_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint translation_root_exists FOREIGN KEY (root_id) REFERENCES waymark.translation(id),
  constraint translation_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.translation(id),
  constraint translation_language CHECK ((language = ANY (ARRAY['en'::text, 'ru'::text, 'kk'::text]))),
  constraint translation_of_a_case_is_erasable CHECK ((((subject_kind = 'case'::text) = (text IS NULL)) AND ((text IS NULL) = (personal_sha256 IS NOT NULL)))),
  constraint translation_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint translation_root CHECK (((supersedes_id IS NULL) = (root_id = id))),
  constraint translation_subject CHECK ((subject_kind = ANY (ARRAY['dossier'::text, 'area'::text, 'round'::text, 'milestone'::text, 'commitment'::text, 'recommendation'::text, 'step'::text, 'finding'::text, 'case'::text]))),
  constraint translation_text CHECK ((btrim(text) <> ''::text))
);

create table waymark.uptake_event (
  dossier_id bigint not null,
  recommendation_id bigint not null,
  kind text not null,
  date waymark.partial_date not null,
  date_last date generated always as (waymark.last_day((date)::text)) stored,
  round_id bigint,
  forum text,
  source_id bigint not null,
  locator text,
  note text,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  void boolean default false not null,
  constraint uptake_event_pkey PRIMARY KEY (id),
  constraint uptake_event_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint uptake_event_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint uptake_event_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES waymark.recommendation(id),
  constraint uptake_event_root_exists FOREIGN KEY (root_id) REFERENCES waymark.uptake_event(id),
  constraint uptake_event_round_id_fkey FOREIGN KEY (round_id) REFERENCES waymark.round(id),
  constraint uptake_event_source_id_fkey FOREIGN KEY (source_id) REFERENCES waymark.source(id),
  constraint uptake_event_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.uptake_event(id),
  constraint uptake_event_kind CHECK ((kind = ANY (ARRAY['proposed'::text, 'raised'::text, 'stated'::text, 'adopted'::text, 'committed'::text]))),
  constraint uptake_event_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint uptake_event_root CHECK (((supersedes_id IS NULL) = (root_id = id)))
);

create table waymark.waiver (
  dossier_id bigint not null,
  linkage_id bigint not null,
  effective waymark.partial_date not null,
  effective_last date generated always as (waymark.last_day((effective)::text)) stored,
  ended waymark.partial_date,
  ended_last date generated always as (waymark.last_day((ended)::text)) stored,
  why text not null,
  source_id bigint not null,
  locator text,
  id bigint not null,
  root_id bigint not null,
  supersedes_id bigint,
  reason text,
  file_hash text,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint waiver_pkey PRIMARY KEY (id),
  constraint waiver_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES waymark.dossier(id),
  constraint waiver_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint waiver_linkage_id_fkey FOREIGN KEY (linkage_id) REFERENCES waymark.linkage(id),
  constraint waiver_root_exists FOREIGN KEY (root_id) REFERENCES waymark.waiver(id),
  constraint waiver_source_id_fkey FOREIGN KEY (source_id) REFERENCES waymark.source(id),
  constraint waiver_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES waymark.waiver(id),
  constraint waiver_ends_after_it_began CHECK ((waymark.last_day((ended)::text) >= waymark.last_day((effective)::text))),
  constraint waiver_reason CHECK (((reason IS NULL) OR (supersedes_id IS NOT NULL))),
  constraint waiver_root CHECK (((supersedes_id IS NULL) = (root_id = id))),
  constraint waiver_says_why CHECK ((btrim(why) <> ''::text))
);

create table waymark.withdrawal (
  id bigint not null,
  assessment_id bigint not null,
  recommendation_id bigint not null,
  reason text not null,
  actor_id text not null,
  actor_name text not null,
  entry bigint not null,
  recorded_at timestamp(3) with time zone not null,
  constraint withdrawal_pkey PRIMARY KEY (id),
  constraint withdrawal_happens_once UNIQUE (assessment_id),
  constraint withdrawal_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES waymark.publication(assessment_id),
  constraint withdrawal_entry_fkey FOREIGN KEY (entry) REFERENCES waymark.audit_entry(seq) DEFERRABLE INITIALLY DEFERRED,
  constraint withdrawal_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES waymark.recommendation(id),
  constraint withdrawal_reason CHECK ((btrim(reason) <> ''::text))
);

CREATE OR REPLACE FUNCTION waymark.assessment_to_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into waymark.search_text select dossier_id, recommendation_id, 'assessment', id, 0, waymark.fold(rationale) from added;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION waymark.entry_digests(first_entry bigint, last_entry bigint)
 RETURNS TABLE(entry bigint, "table" text, count bigint, sha256 text)
 LANGUAGE sql
 STABLE
 SET "TimeZone" TO 'UTC'
 SET "DateStyle" TO 'ISO'
AS $function$
  select h.entry, 'dossier', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.dossier t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'actor', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.actor t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'source', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.source t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'area', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.area t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'round', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.round t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'commitment', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.commitment t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'track', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.track t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'milestone', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.milestone t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'recommendation', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.recommendation t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'recommendation_actor', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.recommendation_actor t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'recommendation_lineage', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.recommendation_lineage t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'progress_step', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.progress_step t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'linkage', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.linkage t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'linkage_commitment', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.linkage_commitment t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'uptake_event', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(case when t.void then to_jsonb(t) else to_jsonb(t) - 'void' end)::text, 'UTF8')) as hash
        from waymark.uptake_event t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'claim', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(case when t.void then to_jsonb(t) else to_jsonb(t) - 'void' end)::text, 'UTF8')) as hash
        from waymark.claim t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'assessment', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.assessment t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'evidence', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.evidence t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'review', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.review t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'publication', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.publication t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'withdrawal', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.withdrawal t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'source_publication', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.source_publication t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'case_record', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.case_record t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'case_recommendation', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.case_recommendation t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'case_status', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(case when t.void then to_jsonb(t) else to_jsonb(t) - 'void' end)::text, 'UTF8')) as hash
        from waymark.case_status t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'waiver', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.waiver t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'milestone_event', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.milestone_event t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'file', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.file t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'evidence_item', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.evidence_item t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'coding', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.coding t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'case_proposal', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.case_proposal t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'case_decision', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.case_decision t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'translation', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.translation t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'edition', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.edition t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'edition_decision', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.edition_decision t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'meeting_series', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.meeting_series t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'meeting', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.meeting t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'meeting_event', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.meeting_event t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'action_event', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.action_event t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'assessment_decision', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.assessment_decision t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'case_hearing', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.case_hearing t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'briefing', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.briefing t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'briefing_version', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.briefing_version t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'briefing_outcome', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.briefing_outcome t where t.entry between first_entry and last_entry) h group by h.entry
  union all
  select h.entry, 'briefing_template', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')) as hash
        from waymark.briefing_template t where t.entry between first_entry and last_entry) h group by h.entry
$function$
;

CREATE OR REPLACE FUNCTION waymark.evidence_item_to_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into waymark.search_text select dossier_id, null, 'item', id, 0, waymark.fold(excerpt) from added where excerpt is not null;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION waymark.evidence_to_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into waymark.search_text select a.dossier_id, a.recommendation_id, 'evidence', a.id, e.position, waymark.fold(e.excerpt)
     from added e join waymark.assessment a on a.id = e.assessment_id where e.excerpt is not null;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION waymark.first_day(d text)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select make_date(substr(d, 1, 4)::int, coalesce(nullif(substr(d, 6, 2), ''), '1')::int, coalesce(nullif(substr(d, 9, 2), ''), '1')::int)
$function$
;

CREATE OR REPLACE FUNCTION waymark.fold(t text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select translate(regexp_replace(normalize(lower(t collate "und-x-icu"), NFD), '[\u0300-\u036f]', '', 'g'),
                   'әғқңөұүһіў', 'агкноуухиу')
$function$
;

CREATE OR REPLACE FUNCTION waymark.last_day(d text)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select case length(d)
    when 4 then make_date(substr(d, 1, 4)::int, 12, 31)
    when 7 then (make_date(substr(d, 1, 4)::int, substr(d, 6, 2)::int, 1) + interval '1 month' - interval '1 day')::date
    else make_date(substr(d, 1, 4)::int, substr(d, 6, 2)::int, substr(d, 9, 2)::int)
  end
$function$
;

CREATE OR REPLACE FUNCTION waymark.recommendation_to_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into waymark.search_text select dossier_id, root_id, 'recommendation', id, 0, waymark.fold(title || ' ' || text) from added;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION waymark.settle_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform waymark.settle_findings(array(select recommendation_id from added));
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION waymark.settle_findings(ids bigint[])
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into waymark.latest_finding
    (recommendation_id, assessment_id, effective, effective_last, level, state, contrary, confidence, author_name, settled_at)
  select r.id, f.assessment_id, f.effective, f.effective_last, f.level, f.state, f.contrary, a.confidence, a.author_name,
         greatest((select max(p.recorded_at) from waymark.publication p where p.recommendation_id = r.id),
                  (select max(w.recorded_at) from waymark.withdrawal w where w.recommendation_id = r.id))
  from (select distinct id from unnest(ids) as id) r
  left join lateral (
    select p.* from waymark.publication p
    where p.recommendation_id = r.id and p.step_id is null
      and not exists (select from waymark.publication c where c.supersedes_id = p.assessment_id)
      and not exists (select from waymark.withdrawal w where w.assessment_id = p.assessment_id)
    order by p.effective_last desc, p.recorded_at desc, p.assessment_id desc limit 1) f on true
  left join waymark.assessment a on a.id = f.assessment_id
  on conflict (recommendation_id) do update set
    assessment_id = excluded.assessment_id, effective = excluded.effective, effective_last = excluded.effective_last,
    level = excluded.level, state = excluded.state, contrary = excluded.contrary, confidence = excluded.confidence,
    author_name = excluded.author_name, settled_at = excluded.settled_at
$function$
;

CREATE TRIGGER assessment_to_search AFTER INSERT ON waymark.assessment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION waymark.assessment_to_search();

CREATE TRIGGER evidence_to_search AFTER INSERT ON waymark.evidence REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION waymark.evidence_to_search();

CREATE TRIGGER evidence_item_to_search AFTER INSERT ON waymark.evidence_item REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION waymark.evidence_item_to_search();

CREATE TRIGGER publication_settles AFTER INSERT ON waymark.publication REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION waymark.settle_added();

CREATE TRIGGER recommendation_to_search AFTER INSERT ON waymark.recommendation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION waymark.recommendation_to_search();

CREATE TRIGGER withdrawal_settles AFTER INSERT ON waymark.withdrawal REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION waymark.settle_added();

create view public_record.actor as
 SELECT id,
    root_id,
    supersedes_id,
    dossier_id,
    key,
    name,
    kind,
    recorded_at
   FROM waymark.actor;

create view public_record.area as
 SELECT id,
    root_id,
    supersedes_id,
    dossier_id,
    key,
    title,
    summary,
    "position",
    recorded_at
   FROM waymark.area;

create view public_record.case_recommendation with (security_barrier=true) as
 SELECT r.version_id,
    r."position",
    r.recommendation_id
   FROM (waymark.case_recommendation r
     JOIN public_record.case_record c ON ((c.id = r.version_id)));

create view public_record.case_record with (security_barrier=true) as
 SELECT c.id,
    c.root_id,
    c.supersedes_id,
    c.dossier_id,
    c.key,
    c.kind,
    c.recorded_at,
    (d.content ->> 'publicName'::text) AS public_name,
    (d.content ->> 'summary'::text) AS summary
   FROM (waymark.case_record c
     JOIN waymark.personal_data d ON ((d.row_id = c.id)))
  WHERE ((c.sensitivity = 'public'::text) AND (NOT (EXISTS ( SELECT 1
           FROM waymark.case_record later
          WHERE ((later.root_id = c.root_id) AND (later.id > c.id) AND (later.sensitivity <> 'public'::text))))));

create view public_record.case_status with (security_barrier=true) as
 SELECT s.id,
    s.root_id,
    s.supersedes_id,
    s.dossier_id,
    s.case_id,
    s.status,
    s.date,
    s.date_last,
    s.source_id,
    s.recorded_at,
    (d.content ->> 'note'::text) AS note,
    s.void
   FROM ((waymark.case_status s
     JOIN waymark.personal_data d ON ((d.row_id = s.id)))
     JOIN ( SELECT c.root_id,
            min(c.id) AS began
           FROM public_record.case_record c
          GROUP BY c.root_id) shown ON ((shown.root_id = s.case_id)))
  WHERE ((NOT (s.void AND (s.id < shown.began))) AND (NOT (EXISTS ( SELECT 1
           FROM waymark.case_status later
          WHERE ((later.supersedes_id = s.id) AND (later.id < shown.began))))));

create view public_record.case_tombstone with (security_barrier=true) as
 SELECT dossier_id,
    ('c'::text || "left"(encode(sha256(convert_to(('waymark/case/'::text || root_id), 'UTF8'::name)), 'hex'::text), 12)) AS address,
    ((COALESCE(( SELECT min(later.recorded_at) AS min
           FROM waymark.case_record later
          WHERE ((later.root_id = shown.root_id) AND (later.id > shown.last_id))), ( SELECT max(d.recorded_at) AS max
           FROM (waymark.case_decision d
             JOIN waymark.case_proposal p ON ((p.id = d.proposal_id)))
          WHERE ((p.case_id = shown.root_id) AND (p.change = 'erase'::text)))) AT TIME ZONE 'UTC'::text))::date AS taken_down_on
   FROM ( SELECT c.dossier_id,
            c.root_id,
            max(c.id) AS last_id
           FROM waymark.case_record c
          WHERE (c.sensitivity = 'public'::text)
          GROUP BY c.dossier_id, c.root_id) shown
  WHERE (NOT (EXISTS ( SELECT
           FROM public_record.case_record now
          WHERE (now.root_id = shown.root_id))));

create view public_record.claim as
 SELECT id,
    root_id,
    supersedes_id,
    dossier_id,
    recommendation_id,
    actor_id,
    date,
    date_last,
    level,
    text,
    source_id,
    locator,
    recorded_at,
    void
   FROM waymark.claim;

create view public_record.commitment as
 SELECT id,
    root_id,
    supersedes_id,
    dossier_id,
    key,
    actor_id,
    date,
    date_last,
    summary,
    source_id,
    locator,
    recorded_at
   FROM waymark.commitment;

create view public_record.dossier with (security_barrier=true) as
 SELECT d.id,
    d.root_id,
    d.supersedes_id,
    d.key,
    d.title,
    d.partner,
    d.note,
    d.recorded_at,
    h.begins_at,
    h.public_at
   FROM (waymark.dossier d
     JOIN waymark.dossier_head h ON ((h.dossier_id = d.root_id)));

create view public_record.edition with (security_barrier=true) as
 SELECT d.slug,
    e.dossier_id,
    e.as_of,
    e.known_at,
    e.method,
    e.title,
    e.note,
    d.issued_at,
    corrected.slug AS corrects,
        CASE
            WHEN (corrected.slug IS NULL) THEN NULL::text
            ELSE e.corrects_what
        END AS corrects_what,
    e.data_sha256,
    d.zip_sha256,
    d.zip_bytes,
    d.manifest_sha256,
    d.signature,
    d.key,
    d.checkpoint,
    d.tree_size
   FROM ((waymark.edition e
     JOIN waymark.edition_decision d ON (((d.edition_id = e.id) AND (d.outcome = 'published'::text))))
     LEFT JOIN waymark.edition_decision corrected ON (((corrected.edition_id = e.corrects_id) AND (corrected.outcome = 'published'::text) AND (corrected.issued_at <= clock_timestamp()))))
  WHERE (d.issued_at <= clock_timestamp());

create view public_record.edition_archive with (security_barrier=true) as
 SELECT d.slug,
    a.zip
   FROM (waymark.edition_archive a
     JOIN waymark.edition_decision d ON (((d.edition_id = a.edition_id) AND (d.outcome = 'published'::text))))
  WHERE (d.issued_at <= clock_timestamp());

create view public_record.evidence with (security_barrier=true) as
 SELECT e.assessment_id,
    e."position",
    e.source_id,
    e.locator,
    e.stance,
    e.kind,
    e.origin,
    e.fact_date,
    e.excerpt
   FROM (waymark.evidence e
     JOIN waymark.publication p ON ((p.assessment_id = e.assessment_id)));

create view public_record.finding with (security_barrier=true) as
 SELECT p.assessment_id,
    p.dossier_id,
    p.recommendation_id,
    p.step_id,
    p.effective,
    p.effective_last,
    p.level,
    p.state,
    p.contrary,
    p.supersedes_id,
    a.reason,
    a.rationale,
    a.confidence,
    p.recorded_at
   FROM (waymark.publication p
     JOIN waymark.assessment a ON ((a.id = p.assessment_id)));

create view public_record.linkage as
 SELECT id,
    root_id,
    supersedes_id,
    dossier_id,
    recommendation_id,
    milestone_id,
    role,
    required,
    note,
    recorded_at,
    ended,
    ended_last
   FROM waymark.linkage;

create view public_record.linkage_commitment as
 SELECT version_id,
    "position",
    commitment_id
   FROM waymark.linkage_commitment;

create view public_record.milestone as
 SELECT id,
    root_id,
    supersedes_id,
    dossier_id,
    key,
    track_id,
    kind,
    title,
    planned,
    planned_last,
    occurred,
    occurred_last,
    source_id,
    locator,
    recorded_at
   FROM waymark.milestone;

create view public_record.milestone_event as
 SELECT id,
    root_id,
    supersedes_id,
    dossier_id,
    milestone_id,
    kind,
    effective,
    effective_last,
    planned,
    planned_last,
    void,
    note,
    source_id,
    locator,
    recorded_at
   FROM waymark.milestone_event;

create view public_record.progress_step as
 SELECT id,
    root_id,
    supersedes_id,
    dossier_id,
    recommendation_id,
    step,
    "position",
    kind,
    text,
    recorded_at
   FROM waymark.progress_step;

create view public_record.publication as
 SELECT assessment_id,
    dossier_id,
    recommendation_id,
    step_id,
    effective,
    effective_last,
    level,
    state,
    contrary,
    supersedes_id,
    recorded_at
   FROM waymark.publication;

create view public_record.recommendation as
 SELECT id,
    root_id,
    supersedes_id,
    dossier_id,
    key,
    area_id,
    title,
    text,
    basis,
    wording,
    source_id,
    locator,
    issued,
    issued_last,
    criterion,
    review_months,
    recorded_at
   FROM waymark.recommendation;

create view public_record.recommendation_actor as
 SELECT version_id,
    role,
    "position",
    actor_id
   FROM waymark.recommendation_actor;

create view public_record.recommendation_lineage as
 SELECT version_id,
    "position",
    kind,
    target_id
   FROM waymark.recommendation_lineage;

create view public_record.round as
 SELECT id,
    root_id,
    supersedes_id,
    dossier_id,
    key,
    title,
    date,
    date_last,
    place,
    source_id,
    recorded_at
   FROM waymark.round;

create view public_record.source with (security_barrier=true) as
 SELECT s.id,
    s.root_id,
    s.supersedes_id,
    s.dossier_id,
    s.key,
    s.title,
    s.publisher,
    s.kind,
    s.date,
    s.date_last,
    s.url,
    s.language,
    s.file,
    GREATEST(s.recorded_at, p.recorded_at) AS recorded_at
   FROM (waymark.source s
     JOIN waymark.source_publication p ON ((p.source_id = s.root_id)))
  WHERE ((NOT (s.root_id IN ( SELECT cs.source_id
           FROM waymark.case_status cs
          WHERE ((EXISTS ( SELECT
                   FROM waymark.case_record once
                  WHERE ((once.root_id = cs.case_id) AND (once.sensitivity = 'public'::text)))) AND (NOT (EXISTS ( SELECT
                   FROM public_record.case_record now
                  WHERE (now.root_id = cs.case_id)))))))) OR (EXISTS ( SELECT
           FROM public_record.case_status r
          WHERE (r.source_id = s.root_id))) OR (EXISTS ( SELECT
           FROM public_record.evidence r
          WHERE (r.source_id = s.root_id))) OR (EXISTS ( SELECT
           FROM waymark.round r
          WHERE (r.source_id = s.root_id))) OR (EXISTS ( SELECT
           FROM waymark.commitment r
          WHERE (r.source_id = s.root_id))) OR (EXISTS ( SELECT
           FROM waymark.milestone r
          WHERE (r.source_id = s.root_id))) OR (EXISTS ( SELECT
           FROM waymark.recommendation r
          WHERE (r.source_id = s.root_id))) OR (EXISTS ( SELECT
           FROM waymark.uptake_event r
          WHERE (r.source_id = s.root_id))) OR (EXISTS ( SELECT
           FROM waymark.claim r
          WHERE (r.source_id = s.root_id))) OR (EXISTS ( SELECT
           FROM waymark.waiver r
          WHERE (r.source_id = s.root_id))) OR (EXISTS ( SELECT
           FROM waymark.milestone_event r
          WHERE (r.source_id = s.root_id))));

create view public_record.track as
 SELECT id,
    root_id,
    supersedes_id,
    dossier_id,
    key,
    title,
    recorded_at
   FROM waymark.track;

create view public_record.translation with (security_barrier=true) as
 SELECT t.id,
    t.root_id,
    t.supersedes_id,
    t.dossier_id,
    t.subject_kind,
    t.subject_id,
    t.of_version,
    t.field,
    t.language,
    COALESCE(t.text, (said.content ->> 'text'::text)) AS text,
    t.recorded_at
   FROM (waymark.translation t
     LEFT JOIN waymark.personal_data said ON (((t.text IS NULL) AND (said.row_id = t.id))))
  WHERE
        CASE t.subject_kind
            WHEN 'finding'::text THEN (EXISTS ( SELECT
               FROM waymark.publication p
              WHERE (p.assessment_id = t.subject_id)))
            WHEN 'case'::text THEN ((said.row_id IS NOT NULL) AND (EXISTS ( SELECT
               FROM (((public_record.case_record made
                 JOIN waymark.personal_data m ON ((m.row_id = made.id)))
                 JOIN waymark.case_record latest ON (((latest.root_id = made.root_id) AND (NOT (EXISTS ( SELECT
                       FROM waymark.case_record later
                      WHERE ((later.supersedes_id IS NOT NULL) AND (later.supersedes_id = latest.id))))))))
                 JOIN waymark.personal_data d ON ((d.row_id = latest.id)))
              WHERE ((made.id = t.of_version) AND ((m.content ->> 'publicName'::text) = (d.content ->> 'publicName'::text)) AND ((m.content ->> 'summary'::text) = (d.content ->> 'summary'::text)) AND (NOT ((m.content ->> 'naming'::text) IS DISTINCT FROM (d.content ->> 'naming'::text))) AND (NOT ((m.content ->> 'realName'::text) IS DISTINCT FROM (d.content ->> 'realName'::text)))))))
            ELSE true
        END;

create view public_record.uptake_event as
 SELECT id,
    root_id,
    supersedes_id,
    dossier_id,
    recommendation_id,
    kind,
    date,
    date_last,
    round_id,
    forum,
    source_id,
    locator,
    note,
    recorded_at,
    void
   FROM waymark.uptake_event;

create view public_record.waiver as
 SELECT id,
    root_id,
    supersedes_id,
    dossier_id,
    linkage_id,
    effective,
    effective_last,
    ended,
    ended_last,
    why,
    source_id,
    locator,
    recorded_at
   FROM waymark.waiver;

create view public_record.withdrawal with (security_barrier=true) as
 SELECT assessment_id,
    recommendation_id,
    recorded_at
   FROM waymark.withdrawal w;

CREATE INDEX "account_userId_idx" ON auth.account USING btree ("userId");
CREATE INDEX attempt_by_time ON auth.attempt USING btree (last_try_at);
CREATE INDEX "session_userId_idx" ON auth.session USING btree ("userId");
CREATE INDEX "twoFactor_secret_idx" ON auth."twoFactor" USING btree (secret);
CREATE INDEX "twoFactor_userId_idx" ON auth."twoFactor" USING btree ("userId");
CREATE INDEX used_code_by_time ON auth.used_code USING btree (used_at);
CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier);
CREATE INDEX action_event_by_action ON waymark.action_event USING btree (action_id, recorded_at);
CREATE INDEX action_event_by_entry ON waymark.action_event USING btree (entry);
CREATE INDEX action_point_of_meeting ON waymark.action_point USING btree (meeting_id);
CREATE INDEX action_point_of_owner ON waymark.action_point USING btree (owner_id, due_on) WHERE (state = 'open'::text);
CREATE INDEX action_point_of_series ON waymark.action_point USING btree (series_id, due_on) WHERE (state = 'open'::text);
CREATE INDEX action_point_open ON waymark.action_point USING btree (dossier_id, due_on) WHERE (state = 'open'::text);
CREATE INDEX actor_by_entry ON waymark.actor USING btree (entry);
CREATE INDEX actor_by_root ON waymark.actor USING btree (root_id);
CREATE UNIQUE INDEX actor_is_superseded_once ON waymark.actor USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE UNIQUE INDEX actor_key_is_unique ON waymark.actor USING btree (dossier_id, key) WHERE (supersedes_id IS NULL);
CREATE INDEX area_by_entry ON waymark.area USING btree (entry);
CREATE INDEX area_by_root ON waymark.area USING btree (root_id);
CREATE UNIQUE INDEX area_is_superseded_once ON waymark.area USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE UNIQUE INDEX area_key_is_unique ON waymark.area USING btree (dossier_id, key) WHERE (supersedes_id IS NULL);
CREATE INDEX assessment_by_author ON waymark.assessment USING btree (dossier_id, author_id, id) WHERE (file_hash IS NULL);
CREATE INDEX assessment_by_entry ON waymark.assessment USING btree (entry);
CREATE INDEX assessment_by_recommendation ON waymark.assessment USING btree (recommendation_id, effective_last DESC, id DESC);
CREATE INDEX assessment_by_supersedes ON waymark.assessment USING btree (supersedes_id) WHERE (supersedes_id IS NOT NULL);
CREATE INDEX assessment_from_file ON waymark.assessment USING btree (dossier_id, id) WHERE (file_hash IS NOT NULL);
CREATE INDEX assessment_decision_by_entry ON waymark.assessment_decision USING btree (entry);
CREATE INDEX assessment_decision_by_meeting ON waymark.assessment_decision USING btree (meeting_id);
CREATE INDEX assignment_by_subject ON waymark.assignment USING btree (dossier_id, subject_kind, subject_key);
CREATE INDEX assignment_of_person ON waymark.assignment USING btree (assignee_id, due_on) WHERE (done_at IS NULL);
CREATE INDEX audit_entry_by_subject ON waymark.audit_entry USING btree (subject_dossier, subject_kind, subject_key, seq DESC);
CREATE INDEX briefing_by_entry ON waymark.briefing USING btree (entry);
CREATE INDEX briefing_of_dossier ON waymark.briefing USING btree (dossier_id, id DESC);
CREATE INDEX briefing_outcome_by_entry ON waymark.briefing_outcome USING btree (entry);
CREATE INDEX briefing_outcome_of_briefing ON waymark.briefing_outcome USING btree (briefing_id, recorded_at);
CREATE INDEX briefing_template_by_entry ON waymark.briefing_template USING btree (entry);
CREATE INDEX briefing_template_of_dossier ON waymark.briefing_template USING btree (dossier_id, id DESC);
CREATE INDEX briefing_version_by_entry ON waymark.briefing_version USING btree (entry);
CREATE INDEX case_decision_by_entry ON waymark.case_decision USING btree (entry);
CREATE INDEX case_hearing_ahead ON waymark.case_hearing USING btree (dossier_id, date_last);
CREATE INDEX case_hearing_by_case ON waymark.case_hearing USING btree (case_id);
CREATE INDEX case_hearing_by_entry ON waymark.case_hearing USING btree (entry);
CREATE UNIQUE INDEX case_hearing_superseded_once ON waymark.case_hearing USING btree (supersedes_id) WHERE (supersedes_id IS NOT NULL);
CREATE INDEX case_proposal_by_case ON waymark.case_proposal USING btree (case_id);
CREATE INDEX case_proposal_by_entry ON waymark.case_proposal USING btree (entry);
CREATE INDEX case_recommendation_by_entry ON waymark.case_recommendation USING btree (entry);
CREATE INDEX case_recommendation_by_recommendation ON waymark.case_recommendation USING btree (recommendation_id);
CREATE INDEX case_record_by_entry ON waymark.case_record USING btree (entry);
CREATE INDEX case_record_by_root ON waymark.case_record USING btree (root_id);
CREATE UNIQUE INDEX case_record_is_superseded_once ON waymark.case_record USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE UNIQUE INDEX case_record_key_is_unique ON waymark.case_record USING btree (dossier_id, key) WHERE (supersedes_id IS NULL);
CREATE INDEX case_status_by_case ON waymark.case_status USING btree (case_id);
CREATE INDEX case_status_by_entry ON waymark.case_status USING btree (entry);
CREATE UNIQUE INDEX case_status_is_superseded_once ON waymark.case_status USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE INDEX claim_by_entry ON waymark.claim USING btree (entry);
CREATE INDEX claim_by_recommendation ON waymark.claim USING btree (recommendation_id);
CREATE INDEX claim_by_root ON waymark.claim USING btree (root_id);
CREATE UNIQUE INDEX claim_is_superseded_once ON waymark.claim USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE INDEX claim_recorded ON waymark.claim USING btree (dossier_id, recorded_at);
CREATE INDEX coding_by_entry ON waymark.coding USING btree (entry);
CREATE INDEX coding_of_dossier ON waymark.coding USING btree (dossier_id, id);
CREATE INDEX coding_recorded ON waymark.coding USING btree (dossier_id, recorded_at);
CREATE INDEX comment_by_subject ON waymark.comment USING btree (dossier_id, subject_kind, subject_key, written_at);
CREATE INDEX commitment_by_entry ON waymark.commitment USING btree (entry);
CREATE INDEX commitment_by_root ON waymark.commitment USING btree (root_id);
CREATE UNIQUE INDEX commitment_is_superseded_once ON waymark.commitment USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE UNIQUE INDEX commitment_key_is_unique ON waymark.commitment USING btree (dossier_id, key) WHERE (supersedes_id IS NULL);
CREATE INDEX dossier_by_entry ON waymark.dossier USING btree (entry);
CREATE INDEX dossier_by_root ON waymark.dossier USING btree (root_id);
CREATE UNIQUE INDEX dossier_is_superseded_once ON waymark.dossier USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE UNIQUE INDEX dossier_key_is_unique ON waymark.dossier USING btree (key) WHERE (supersedes_id IS NULL);
CREATE INDEX edition_by_corrected ON waymark.edition USING btree (corrects_id) WHERE (corrects_id IS NOT NULL);
CREATE INDEX edition_by_entry ON waymark.edition USING btree (entry);
CREATE INDEX edition_of_dossier ON waymark.edition USING btree (dossier_id, id DESC);
CREATE INDEX edition_decision_by_entry ON waymark.edition_decision USING btree (entry);
CREATE INDEX evidence_against ON waymark.evidence USING btree (assessment_id) WHERE (stance = 'contradicts'::text);
CREATE INDEX evidence_by_entry ON waymark.evidence USING btree (entry);
CREATE INDEX evidence_by_item ON waymark.evidence USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX evidence_by_source ON waymark.evidence USING btree (source_id);
CREATE INDEX evidence_item_by_entry ON waymark.evidence_item USING btree (entry);
CREATE INDEX evidence_item_by_file ON waymark.evidence_item USING btree (file_id) WHERE (file_id IS NOT NULL);
CREATE INDEX evidence_item_by_root ON waymark.evidence_item USING btree (root_id);
CREATE INDEX evidence_item_by_source ON waymark.evidence_item USING btree (source_id);
CREATE UNIQUE INDEX evidence_item_is_superseded_once ON waymark.evidence_item USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE INDEX evidence_item_of_dossier ON waymark.evidence_item USING btree (dossier_id, id DESC);
CREATE INDEX evidence_item_search ON waymark.evidence_item USING gin (waymark.fold(excerpt) public.gin_trgm_ops) WHERE (excerpt IS NOT NULL);
CREATE INDEX file_by_entry ON waymark.file USING btree (entry);
CREATE INDEX file_text_search ON waymark.file_text USING gin (folded public.gin_trgm_ops);
CREATE INDEX job_of_owner ON waymark.job USING btree (dossier_id, owner_id, created_at DESC);
CREATE INDEX job_waiting ON waymark.job USING btree (created_at) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));
CREATE INDEX linkage_by_entry ON waymark.linkage USING btree (entry);
CREATE INDEX linkage_by_milestone ON waymark.linkage USING btree (dossier_id, milestone_id);
CREATE INDEX linkage_by_recommendation ON waymark.linkage USING btree (recommendation_id);
CREATE INDEX linkage_by_root ON waymark.linkage USING btree (root_id);
CREATE UNIQUE INDEX linkage_is_superseded_once ON waymark.linkage USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE UNIQUE INDEX linkage_is_unique ON waymark.linkage USING btree (recommendation_id, milestone_id) WHERE (supersedes_id IS NULL);
CREATE INDEX linkage_commitment_by_commitment ON waymark.linkage_commitment USING btree (commitment_id);
CREATE INDEX linkage_commitment_by_entry ON waymark.linkage_commitment USING btree (entry);
CREATE INDEX meeting_by_dossier ON waymark.meeting USING btree (dossier_id);
CREATE INDEX meeting_by_entry ON waymark.meeting USING btree (entry);
CREATE INDEX meeting_decision_by_dossier ON waymark.meeting_decision USING btree (dossier_id, sealed_at DESC);
CREATE INDEX meeting_decision_by_item ON waymark.meeting_decision USING btree (dossier_id, item);
CREATE INDEX meeting_decision_of_meeting ON waymark.meeting_decision USING btree (meeting_id);
CREATE INDEX meeting_decision_to_review ON waymark.meeting_decision USING btree (series_id, review_on) WHERE ((review_on IS NOT NULL) AND (superseded_by IS NULL));
CREATE INDEX meeting_event_by_entry ON waymark.meeting_event USING btree (entry);
CREATE INDEX meeting_series_by_dossier ON waymark.meeting_series USING btree (dossier_id, series_id, id DESC);
CREATE INDEX meeting_series_by_entry ON waymark.meeting_series USING btree (entry);
CREATE UNIQUE INDEX meeting_series_superseded_once ON waymark.meeting_series USING btree (supersedes_id) WHERE (supersedes_id IS NOT NULL);
CREATE INDEX meeting_standing_by_day ON waymark.meeting_standing USING btree (dossier_id, held_on DESC, meeting_id DESC);
CREATE INDEX meeting_standing_from_day ON waymark.meeting_standing USING btree (held_on, meeting_id);
CREATE INDEX meeting_standing_of_series ON waymark.meeting_standing USING btree (series_id, held_on DESC, meeting_id DESC);
CREATE INDEX milestone_by_entry ON waymark.milestone USING btree (entry);
CREATE INDEX milestone_by_root ON waymark.milestone USING btree (root_id);
CREATE UNIQUE INDEX milestone_is_superseded_once ON waymark.milestone USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE UNIQUE INDEX milestone_key_is_unique ON waymark.milestone USING btree (dossier_id, key) WHERE (supersedes_id IS NULL);
CREATE INDEX milestone_event_by_entry ON waymark.milestone_event USING btree (entry);
CREATE INDEX milestone_event_by_milestone ON waymark.milestone_event USING btree (milestone_id);
CREATE INDEX milestone_event_by_root ON waymark.milestone_event USING btree (root_id);
CREATE UNIQUE INDEX milestone_event_is_superseded_once ON waymark.milestone_event USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE INDEX notification_of_user ON waymark.notification USING btree (user_id, created_at DESC);
CREATE INDEX notification_to_mail ON waymark.notification USING btree (created_at) WHERE ((mailed_at IS NULL) AND (read_at IS NULL));
CREATE INDEX personal_data_search ON waymark.personal_data USING gin (waymark.fold(((COALESCE((content ->> 'publicName'::text), ''::text) || ' '::text) || COALESCE((content ->> 'summary'::text), ''::text))) public.gin_trgm_ops);
CREATE INDEX progress_step_by_entry ON waymark.progress_step USING btree (entry);
CREATE INDEX progress_step_by_recommendation ON waymark.progress_step USING btree (recommendation_id);
CREATE INDEX progress_step_by_root ON waymark.progress_step USING btree (root_id);
CREATE UNIQUE INDEX progress_step_is_superseded_once ON waymark.progress_step USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE UNIQUE INDEX progress_step_key_is_unique ON waymark.progress_step USING btree (dossier_id, key) WHERE (supersedes_id IS NULL);
CREATE INDEX publication_by_entry ON waymark.publication USING btree (entry);
CREATE INDEX publication_by_recommendation ON waymark.publication USING btree (recommendation_id);
CREATE INDEX publication_by_supersedes ON waymark.publication USING btree (supersedes_id, recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE INDEX publication_by_time ON waymark.publication USING btree (dossier_id, recorded_at DESC, assessment_id DESC);
CREATE INDEX publication_in_force ON waymark.publication USING btree (recommendation_id, effective_last DESC, recorded_at DESC, assessment_id DESC) INCLUDE (level, state, contrary, effective, dossier_id) WHERE (step_id IS NULL);
CREATE INDEX publication_of_step ON waymark.publication USING btree (step_id, effective_last DESC) WHERE (step_id IS NOT NULL);
CREATE INDEX publication_recorded ON waymark.publication USING btree (dossier_id, recorded_at) WHERE (step_id IS NULL);
CREATE INDEX recommendation_by_entry ON waymark.recommendation USING btree (entry);
CREATE INDEX recommendation_by_root ON waymark.recommendation USING btree (root_id);
CREATE INDEX recommendation_by_time ON waymark.recommendation USING btree (dossier_id, recorded_at DESC, id DESC);
CREATE INDEX recommendation_counted ON waymark.recommendation USING btree (dossier_id, root_id) INCLUDE (id, area_id, issued_last, review_months, recorded_at);
CREATE UNIQUE INDEX recommendation_is_superseded_once ON waymark.recommendation USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE UNIQUE INDEX recommendation_key_is_unique ON waymark.recommendation USING btree (dossier_id, key) WHERE (supersedes_id IS NULL);
CREATE INDEX recommendation_actor_by_entry ON waymark.recommendation_actor USING btree (entry);
CREATE INDEX recommendation_lineage_by_entry ON waymark.recommendation_lineage USING btree (entry);
CREATE INDEX recommendation_lineage_by_target ON waymark.recommendation_lineage USING btree (target_id);
CREATE INDEX review_by_entry ON waymark.review USING btree (entry);
CREATE INDEX round_by_entry ON waymark.round USING btree (entry);
CREATE INDEX round_by_root ON waymark.round USING btree (root_id);
CREATE UNIQUE INDEX round_is_superseded_once ON waymark.round USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE UNIQUE INDEX round_key_is_unique ON waymark.round USING btree (dossier_id, key) WHERE (supersedes_id IS NULL);
CREATE UNIQUE INDEX search_text_in_order ON waymark.search_text USING btree (dossier_id, kind, row_id DESC, "position");
CREATE INDEX search_text_of_recommendation ON waymark.search_text USING btree (recommendation_id) WHERE (recommendation_id IS NOT NULL);
CREATE INDEX search_text_words ON waymark.search_text USING gin (folded public.gin_trgm_ops);
CREATE INDEX source_by_entry ON waymark.source USING btree (entry);
CREATE INDEX source_by_root ON waymark.source USING btree (root_id);
CREATE UNIQUE INDEX source_is_superseded_once ON waymark.source USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE UNIQUE INDEX source_key_is_unique ON waymark.source USING btree (dossier_id, key) WHERE (supersedes_id IS NULL);
CREATE INDEX source_publication_by_entry ON waymark.source_publication USING btree (entry);
CREATE INDEX track_by_entry ON waymark.track USING btree (entry);
CREATE INDEX track_by_root ON waymark.track USING btree (root_id);
CREATE UNIQUE INDEX track_is_superseded_once ON waymark.track USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE UNIQUE INDEX track_key_is_unique ON waymark.track USING btree (dossier_id, key) WHERE (supersedes_id IS NULL);
CREATE INDEX translation_by_entry ON waymark.translation USING btree (entry);
CREATE INDEX translation_by_root ON waymark.translation USING btree (root_id);
CREATE INDEX translation_by_subject ON waymark.translation USING btree (subject_id, language);
CREATE UNIQUE INDEX translation_is_superseded_once ON waymark.translation USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE UNIQUE INDEX translation_is_unique ON waymark.translation USING btree (subject_id, field, language) WHERE (supersedes_id IS NULL);
CREATE INDEX translation_of_dossier ON waymark.translation USING btree (dossier_id, subject_kind);
CREATE INDEX uptake_event_by_entry ON waymark.uptake_event USING btree (entry);
CREATE INDEX uptake_event_by_recommendation ON waymark.uptake_event USING btree (recommendation_id);
CREATE INDEX uptake_event_by_round ON waymark.uptake_event USING btree (round_id) WHERE (round_id IS NOT NULL);
CREATE INDEX uptake_event_by_time ON waymark.uptake_event USING btree (dossier_id, recorded_at DESC, id DESC);
CREATE UNIQUE INDEX uptake_event_is_superseded_once ON waymark.uptake_event USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE INDEX waiver_by_entry ON waymark.waiver USING btree (entry);
CREATE INDEX waiver_by_linkage ON waymark.waiver USING btree (linkage_id);
CREATE INDEX waiver_by_root ON waymark.waiver USING btree (root_id);
CREATE UNIQUE INDEX waiver_is_superseded_once ON waymark.waiver USING btree (supersedes_id) INCLUDE (recorded_at) WHERE (supersedes_id IS NOT NULL);
CREATE INDEX withdrawal_by_entry ON waymark.withdrawal USING btree (entry);
CREATE INDEX withdrawal_by_recommendation ON waymark.withdrawal USING btree (recommendation_id);
CREATE INDEX withdrawal_by_time ON waymark.withdrawal USING btree (recorded_at DESC, assessment_id DESC);

comment on column waymark.assessment.based_on is 'Version of the recommendation''s record that the author saw: how many findings had been published or withdrawn.';
comment on column waymark.case_status.void is 'True in a version that says: this was recorded by mistake.';
comment on column waymark.claim.void is 'True in a version that says: this was recorded by mistake.';
comment on column waymark.evidence.item_id is 'The version of the item of evidence that the assessment used; null where it was written with the assessment.';
comment on column waymark.linkage.ended is 'From the last day of it on the link holds no more; null while it holds.';
comment on column waymark.notification.count is 'Of how many records it speaks, of which subject_key is the first.';
comment on column waymark.notification.mail_after is 'Not to be mailed before this instant: somebody is at it, or it failed and is tried again.';
comment on column waymark.uptake_event.void is 'True in a version that says: this was recorded by mistake.';
comment on table auth."twoFactor" is 'Second factors. secret and backupCodes are encrypted with a key derived from WAYMARK_SECRET, which is not in the database.';
comment on table auth."user" is 'Who can sign in. Role and disabled flag are in waymark.member, where changes are audited; a user without a member row cannot sign in.';
comment on table auth.account is 'The password of a user, as an argon2id hash (PHC string). Columns of other sign-in providers stay empty.';
comment on table auth.attempt is 'Limits on sign-in. key: a keyed digest of what is limited (account and address, address, account), never the text itself.';
comment on table auth.session is 'Open sessions. token: SHA-256 of what the cookie carries. updatedAt: last seen, to the minute. expiresAt: the absolute end.';
comment on table auth.used_code is 'Codes of the second factor accepted in the last minutes, so that none is accepted twice.';
comment on table auth.verification is 'Sign-ins that wait for the second factor. identifier: digest of what the challenge cookie carries. Rows live ten minutes.';
comment on table waymark.action_digest is 'Who was mailed about overdue action points on which day, so that nobody is twice. Holds nothing of what they are about.';
comment on table waymark.action_event is 'What became of an action point after the meeting that took it.';
comment on table waymark.action_point is 'Projection: an action point as the meeting that took it and what came after have left it.';
comment on table waymark.actor is 'A body that asks, is asked, or speaks.';
comment on table waymark.area is 'A concern area: a theme of a dossier.';
comment on table waymark.assessment is 'A dated finding as its author wrote it, published or not.';
comment on table waymark.assessment_decision is 'The decision of a meeting that an assessment was proposed by.';
comment on table waymark.assignment is 'Work on a record that one person was asked to do, by a day.';
comment on table waymark.audit_entry is 'The chain: one entry a write, each hash covers the entry before. rows holds a digest of what was written.';
comment on table waymark.briefing is 'A paper for a dialogue round: one on record, or one that is planned (title, date, place). What it says, its versions say.';
comment on table waymark.briefing_outcome is 'What a dialogue round brought was recorded for the whole briefing at once. id is chosen by whoever asks, so that asking twice records once.';
comment on table waymark.briefing_template is 'The Word template that briefings of a dossier are set in: the last row counts; one without a file says that there is none any more. The bytes, and what was read of them, are in the file store.';
comment on table waymark.briefing_version is 'What a briefing said: the words of its writers (body), and what the record said at a cut (facts). Facts that a version did not change stand in the version facts_of. Facts hold no names of cases.';
comment on table waymark.calendar_token is 'The secret in the address of a person''s calendar feed, hashed.';
comment on table waymark.case_decision is 'What became of a proposal on a case.';
comment on table waymark.case_hearing is 'A day in court that is to come, or was. Known at the desk only; holds no words about the person.';
comment on table waymark.case_proposal is 'A wish to make a case public, to change one that is, to lower its secrecy or to erase it, for one version of it. It takes a second person. What would be said lies in personal_data.';
comment on table waymark.case_recommendation is 'Recommendations that a version of a case bears on.';
comment on table waymark.case_record is 'A person, outlet, group or event at stake; what is personal lies in personal_data.';
comment on table waymark.case_status is 'A dated status of a case.';
comment on table waymark.claim is 'What a party says of its own implementation; shown beside the finding, never counted.';
comment on table waymark.coding is 'A second rating of the same question, given before the coder saw the first.';
comment on table waymark.column_mapping is 'Which column of a person''s spreadsheet is which field, remembered by its heads.';
comment on table waymark.comment is 'What colleagues say to each other about a record. Internal, and never part of what is published.';
comment on table waymark.commitment is 'An EU statement that ties relations to reform.';
comment on table waymark.dossier is 'One EU dialogue with one partner country.';
comment on table waymark.dossier_head is 'When the public record of a dossier begins and last changed; a projection.';
comment on table waymark.draft is 'Work in progress of one author; not part of the record.';
comment on table waymark.edition is 'A cut through the record that somebody wants to freeze and publish. data_sha256: of the canonical JSON of what the public record said there.';
comment on table waymark.edition_archive is 'The zip of an edition as it was published. The ledger covers it by zip_sha256.';
comment on table waymark.edition_decision is 'What became of an edition that was proposed; of a published one its address, signature and the checkpoint of the log.';
comment on table waymark.evidence is 'Items of sources that an assessment rests on, in order.';
comment on table waymark.evidence_item is 'One thing that a source shows, kept once and used by any number of assessments.';
comment on table waymark.file is 'A file that was uploaded or captured. Its bytes lie in the file store under their SHA-256; working_* is the copy without metadata.';
comment on table waymark.file_check is 'When a file was last read whole and compared with its hash.';
comment on table waymark.file_text is 'The words of a file, for the search. Derived from its bytes.';
comment on table waymark.grid_preference is 'The columns of the register that a person chose.';
comment on table waymark.job is 'Long work that a person can leave: an import, an export, a capture.';
comment on table waymark.job_file is 'The file that a job reads or made.';
comment on table waymark.latest_finding is 'Projection: the finding of a recommendation that is in force when everything is known and every day has come; no assessment where none is left. settled_at is the instant at which its last finding or withdrawal was recorded.';
comment on table waymark.link_check is 'Whether the address of a source answered when it was last asked.';
comment on table waymark.linkage is 'Recommendation x milestone: the role, and the level that must be reached.';
comment on table waymark.linkage_commitment is 'The commitments that a version of a linkage rests on.';
comment on table waymark.meeting is 'A review meeting. What it is, its events say.';
comment on table waymark.meeting_decision is 'Projection: a sealed decision, for search and for the day on which it comes back.';
comment on table waymark.meeting_event is 'One thing that happened to a meeting: planned, an item moved, a sentence written, a decision sealed. The meeting is what its events make, in the order of seq. id is chosen by whoever asks, so that asking twice records once.';
comment on table waymark.meeting_series is 'Meetings that follow one another: how often, and what each begins with. A change is a new row; series_id is the id of the first.';
comment on table waymark.meeting_standing is 'Projection: where each meeting stands after its last event, for lists.';
comment on table waymark.member is 'Role of an account.';
comment on table waymark.milestone is 'A dated step in the agreement''s life; occurred once the last day of occurred has come.';
comment on table waymark.milestone_event is 'A planned date that was moved, or a milestone that was cancelled, from a day on. void: this never happened.';
comment on table waymark.notification is 'Something that a person should know. Holds ids and keys, never names or texts.';
comment on table waymark.personal_data is 'The one table of the record from which rows may be erased (a person''s data). row_id is a row of case_record, case_status, case_proposal or translation.';
comment on table waymark.presence is 'Who looks at a record just now. Forgotten after a minute, and by a restart.';
comment on table waymark.progress_step is 'A checkable part of a recommendation, with assessments of its own.';
comment on table waymark.publication is 'A published finding: what readers, scores and gates see.';
comment on table waymark.recommendation is 'One ask, as issued, with where it stands in its source.';
comment on table waymark.recommendation_actor is 'Who issued a version of a recommendation, whom it is addressed to, who is responsible for it.';
comment on table waymark.recommendation_lineage is 'Earlier recommendations that a version continues, narrows, merges or replaces.';
comment on table waymark.review is 'What became of a submitted assessment: published, returned or taken back. Once only.';
comment on table waymark.round is 'One meeting of the human-rights dialogue.';
comment on table waymark.saved_view is 'A state of the register, as its address holds it, under a name.';
comment on table waymark.search_text is 'The texts that the search looks through, folded. Derived from the record; row_id is a row of the table that kind names, of evidence its assessment.';
comment on table waymark.source is 'A document or statement on which something in the record rests.';
comment on table waymark.source_publication is 'From when on a source is public.';
comment on table waymark.track is 'A line of agreements on which milestones lie.';
comment on table waymark.translation is 'A field of the record in another language. of_version is the version that was translated; another wording makes it out of date. The text of a case lies in personal_data.';
comment on table waymark.uptake_event is 'One step by which a recommendation was taken up. The second axis; never merged with implementation.';
comment on table waymark.waiver is 'A condition that was set aside, from a day on, with reason and source. linkage_id is the first version of the link.';
comment on table waymark.withdrawal is 'A published finding that counts no more, with the reason.';

grant execute on function waymark.assessment_to_search() to public;
grant execute on function waymark.entry_digests(bigint,bigint) to public;
grant execute on function waymark.evidence_item_to_search() to public;
grant execute on function waymark.evidence_to_search() to public;
grant execute on function waymark.first_day(text) to public;
grant execute on function waymark.fold(text) to public;
grant execute on function waymark.last_day(text) to public;
grant execute on function waymark.recommendation_to_search() to public;
grant execute on function waymark.settle_added() to public;
grant execute on function waymark.settle_findings(bigint[]) to public;
grant usage on schema auth to waymark_app;
grant usage on schema auth to waymark_auth;
grant usage on schema public_record to waymark_app;
grant usage on schema public_record to waymark_public;
grant usage on schema waymark to waymark_app;
grant usage on schema waymark to waymark_auth;
grant update, usage on sequence waymark.record_id to waymark_app;
grant delete, insert, select, update on table auth."twoFactor" to waymark_auth;
grant select ("twoFactorEnabled"), select (email), select (id), select (name) on table auth."user" to waymark_app;
grant delete, insert, select, update on table auth."user" to waymark_auth;
grant delete, insert, select, update on table auth.account to waymark_auth;
grant delete, insert, select, update on table auth.attempt to waymark_auth;
grant delete, insert, select, update on table auth.session to waymark_auth;
grant delete, insert, select, update on table auth.used_code to waymark_auth;
grant delete, insert, select, update on table auth.verification to waymark_auth;
grant select on table public_record.actor to waymark_app;
grant select on table public_record.actor to waymark_public;
grant select on table public_record.area to waymark_app;
grant select on table public_record.area to waymark_public;
grant select on table public_record.case_recommendation to waymark_app;
grant select on table public_record.case_recommendation to waymark_public;
grant select on table public_record.case_record to waymark_app;
grant select on table public_record.case_record to waymark_public;
grant select on table public_record.case_status to waymark_app;
grant select on table public_record.case_status to waymark_public;
grant select on table public_record.case_tombstone to waymark_app;
grant select on table public_record.case_tombstone to waymark_public;
grant select on table public_record.claim to waymark_app;
grant select on table public_record.claim to waymark_public;
grant select on table public_record.commitment to waymark_app;
grant select on table public_record.commitment to waymark_public;
grant select on table public_record.dossier to waymark_app;
grant select on table public_record.dossier to waymark_public;
grant select on table public_record.edition to waymark_app;
grant select on table public_record.edition to waymark_public;
grant select on table public_record.edition_archive to waymark_app;
grant select on table public_record.edition_archive to waymark_public;
grant select on table public_record.evidence to waymark_app;
grant select on table public_record.evidence to waymark_public;
grant select on table public_record.finding to waymark_app;
grant select on table public_record.finding to waymark_public;
grant select on table public_record.linkage to waymark_app;
grant select on table public_record.linkage to waymark_public;
grant select on table public_record.linkage_commitment to waymark_app;
grant select on table public_record.linkage_commitment to waymark_public;
grant select on table public_record.milestone to waymark_app;
grant select on table public_record.milestone to waymark_public;
grant select on table public_record.milestone_event to waymark_app;
grant select on table public_record.milestone_event to waymark_public;
grant select on table public_record.progress_step to waymark_app;
grant select on table public_record.progress_step to waymark_public;
grant select on table public_record.publication to waymark_app;
grant select on table public_record.publication to waymark_public;
grant select on table public_record.recommendation to waymark_app;
grant select on table public_record.recommendation to waymark_public;
grant select on table public_record.recommendation_actor to waymark_app;
grant select on table public_record.recommendation_actor to waymark_public;
grant select on table public_record.recommendation_lineage to waymark_app;
grant select on table public_record.recommendation_lineage to waymark_public;
grant select on table public_record.round to waymark_app;
grant select on table public_record.round to waymark_public;
grant select on table public_record.source to waymark_app;
grant select on table public_record.source to waymark_public;
grant select on table public_record.track to waymark_app;
grant select on table public_record.track to waymark_public;
grant select on table public_record.translation to waymark_app;
grant select on table public_record.translation to waymark_public;
grant select on table public_record.uptake_event to waymark_app;
grant select on table public_record.uptake_event to waymark_public;
grant select on table public_record.waiver to waymark_app;
grant select on table public_record.waiver to waymark_public;
grant select on table public_record.withdrawal to waymark_app;
grant select on table public_record.withdrawal to waymark_public;
grant delete, insert, select, update on table waymark.action_digest to waymark_app;
grant insert, select on table waymark.action_event to waymark_app;
grant delete, insert, select, update on table waymark.action_point to waymark_app;
grant insert, select on table waymark.actor to waymark_app;
grant insert, select on table waymark.area to waymark_app;
grant insert, select on table waymark.assessment to waymark_app;
grant insert, select on table waymark.assessment_decision to waymark_app;
grant delete, insert, select, update on table waymark.assignment to waymark_app;
grant insert, select on table waymark.audit_entry to waymark_app;
grant insert, select on table waymark.briefing to waymark_app;
grant insert, select on table waymark.briefing_outcome to waymark_app;
grant insert, select on table waymark.briefing_template to waymark_app;
grant insert, select on table waymark.briefing_version to waymark_app;
grant delete, insert, select, update on table waymark.calendar_token to waymark_app;
grant insert, select on table waymark.case_decision to waymark_app;
grant insert, select on table waymark.case_hearing to waymark_app;
grant insert, select on table waymark.case_proposal to waymark_app;
grant insert, select on table waymark.case_recommendation to waymark_app;
grant insert, select on table waymark.case_record to waymark_app;
grant insert, select on table waymark.case_status to waymark_app;
grant insert, select on table waymark.claim to waymark_app;
grant insert, select on table waymark.coding to waymark_app;
grant delete, insert, select, update on table waymark.column_mapping to waymark_app;
grant delete, insert, select, update on table waymark.comment to waymark_app;
grant insert, select on table waymark.commitment to waymark_app;
grant insert, select on table waymark.dossier to waymark_app;
grant delete, insert, select, update on table waymark.dossier_head to waymark_app;
grant delete, insert, select, update on table waymark.draft to waymark_app;
grant insert, select on table waymark.edition to waymark_app;
grant insert, select on table waymark.edition_archive to waymark_app;
grant insert, select on table waymark.edition_decision to waymark_app;
grant insert, select on table waymark.evidence to waymark_app;
grant insert, select on table waymark.evidence_item to waymark_app;
grant insert, select on table waymark.file to waymark_app;
grant delete, insert, select, update on table waymark.file_check to waymark_app;
grant delete, insert, select, update on table waymark.file_text to waymark_app;
grant delete, insert, select, update on table waymark.grid_preference to waymark_app;
grant delete, insert, select, update on table waymark.job to waymark_app;
grant delete, insert, select, update on table waymark.job_file to waymark_app;
grant insert, select, update on table waymark.latest_finding to waymark_app;
grant delete, insert, select, update on table waymark.link_check to waymark_app;
grant insert, select on table waymark.linkage to waymark_app;
grant insert, select on table waymark.linkage_commitment to waymark_app;
grant insert, select on table waymark.meeting to waymark_app;
grant delete, insert, select, update on table waymark.meeting_decision to waymark_app;
grant insert, select on table waymark.meeting_event to waymark_app;
grant insert, select on table waymark.meeting_series to waymark_app;
grant delete, insert, select, update on table waymark.meeting_standing to waymark_app;
grant delete, insert, select, update on table waymark.member to waymark_app;
grant select on table waymark.member to waymark_auth;
grant insert, select on table waymark.milestone to waymark_app;
grant insert, select on table waymark.milestone_event to waymark_app;
grant delete, insert, select, update on table waymark.notification to waymark_app;
grant delete, insert, select on table waymark.personal_data to waymark_app;
grant delete, insert, select, update on table waymark.presence to waymark_app;
grant insert, select on table waymark.progress_step to waymark_app;
grant insert, select on table waymark.publication to waymark_app;
grant insert, select on table waymark.recommendation to waymark_app;
grant insert, select on table waymark.recommendation_actor to waymark_app;
grant insert, select on table waymark.recommendation_lineage to waymark_app;
grant insert, select on table waymark.review to waymark_app;
grant insert, select on table waymark.round to waymark_app;
grant delete, insert, select, update on table waymark.saved_view to waymark_app;
grant insert, select on table waymark.search_text to waymark_app;
grant insert, select on table waymark.source to waymark_app;
grant insert, select on table waymark.source_publication to waymark_app;
grant insert, select on table waymark.track to waymark_app;
grant insert, select on table waymark.translation to waymark_app;
grant insert, select on table waymark.uptake_event to waymark_app;
grant insert, select on table waymark.waiver to waymark_app;
grant insert, select on table waymark.withdrawal to waymark_app;
