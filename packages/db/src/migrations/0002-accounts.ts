// What: accounts in their own schema `auth`: the tables of better-auth 1.7 (password, sessions, second factor),
//       limits on sign-in, and one-use codes; who may read them.
// Locks: creates new objects only; nothing existing is touched.
// Re-run: not needed; runs in one transaction and is recorded by the migrator.
//
// Names: tables and columns of better-auth carry its own names (camelCase, quoted) and every column that it declares,
// so that its schema check finds nothing to do. Tables of ours beside them follow the style of the record.
import { type Kysely, sql } from 'kysely'

const tables = `
create schema auth;
revoke all on schema auth from public;

create table auth."user" (
  id text primary key,
  name text not null constraint user_has_a_name check (name <> ''),
  email text not null unique constraint user_email_is_lower_case check (email = lower(email)),
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz(3) not null default current_timestamp,
  "updatedAt" timestamptz(3) not null default current_timestamp,
  "twoFactorEnabled" boolean default false
);
comment on table auth."user" is 'Who can sign in. Role and disabled flag are in waymark.member, where changes are audited; a user without a member row cannot sign in.';

create table auth.session (
  id text primary key,
  "expiresAt" timestamptz(3) not null,
  token text not null unique constraint session_token_is_a_digest check (token ~ '^[0-9a-f]{64}$'),
  "createdAt" timestamptz(3) not null default current_timestamp,
  "updatedAt" timestamptz(3) not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" (id) on delete cascade
);
comment on table auth.session is 'Open sessions. token: SHA-256 of what the cookie carries. updatedAt: last seen, to the minute. expiresAt: the absolute end.';
-- Serves: the list of a user''s sessions, and ending all of them.
create index "session_userId_idx" on auth.session ("userId");

create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null constraint account_is_by_password check ("providerId" = 'credential'),
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz(3),
  "refreshTokenExpiresAt" timestamptz(3),
  scope text,
  password text constraint account_password_is_argon2id check (password like '$argon2id$v=19$%'),
  "createdAt" timestamptz(3) not null default current_timestamp,
  "updatedAt" timestamptz(3) not null,
  constraint account_is_one_a_user unique ("providerId", "accountId")
);
comment on table auth.account is 'The password of a user, as an argon2id hash (PHC string). Columns of other sign-in providers stay empty.';
-- Serves: sign-in, which reads a user with the account.
create index "account_userId_idx" on auth.account ("userId");

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz(3) not null,
  "createdAt" timestamptz(3) not null default current_timestamp,
  "updatedAt" timestamptz(3) not null default current_timestamp
);
comment on table auth.verification is 'Sign-ins that wait for the second factor. identifier: digest of what the challenge cookie carries. Rows live ten minutes.';
-- Serves: the second step of sign-in.
create index verification_identifier_idx on auth.verification (identifier);

create table auth."twoFactor" (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  verified boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz(3),
  constraint two_factor_is_one_a_user unique ("userId")
);
comment on table auth."twoFactor" is 'Second factors. secret and backupCodes are encrypted with a key derived from WAYMARK_SECRET, which is not in the database.';
-- Both serve better-auth''s schema check alone; the unique constraint above serves the look-up.
create index "twoFactor_secret_idx" on auth."twoFactor" (secret);
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");

create table auth.used_code (
  user_id text not null references auth."user" (id) on delete cascade,
  code_sha256 text not null,
  used_at timestamptz(3) not null,
  constraint code_is_used_once primary key (user_id, code_sha256)
);
comment on table auth.used_code is 'Codes of the second factor accepted in the last minutes, so that none is accepted twice.';
-- Serves: forgetting codes that are no longer valid anyway.
create index used_code_by_time on auth.used_code (used_at);

create table auth.attempt (
  key text primary key,
  tries integer not null,
  last_try_at timestamptz(3) not null,
  blocked_until timestamptz(3),
  last_success_at timestamptz(3)
);
comment on table auth.attempt is 'Limits on sign-in. key: a keyed digest of what is limited (account and address, address, account), never the text itself.';
-- Serves: forgetting rows that no longer limit anything.
create index attempt_by_time on auth.attempt (last_try_at);
`

const grants = `
grant usage on schema auth to waymark_auth, waymark_app;
grant select, insert, update, delete on all tables in schema auth to waymark_auth;
-- Names for lists of users; nothing of credentials, sessions or second factors.
grant select (id, name, email, "twoFactorEnabled") on auth."user" to waymark_app;
-- A session counts only while the member behind it is enabled.
grant usage on schema waymark to waymark_auth;
grant select on waymark.member to waymark_auth;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, grants]) await sql.raw(part).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`revoke select on waymark.member from waymark_auth`.execute(db)
  await sql`revoke usage on schema waymark from waymark_auth`.execute(db)
  await sql`drop schema auth cascade`.execute(db)
}
