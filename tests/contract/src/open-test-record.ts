import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountRole } from '@waymark/access/role'
import { type Auth, buildAuth } from '@waymark/api/accounts/auth'
import type { Context } from '@waymark/api/context'
import { type ImportReport, importDossier } from '@waymark/api/features/dossier/import.command'
import type { FileAccess } from '@waymark/api/features/file/file-access'
import { type MeetingWatch, watchMeetings } from '@waymark/api/features/meeting/meeting-watch'
import { createCallerFactory } from '@waymark/api/procedure'
import { buildPublicDataApp } from '@waymark/api/public-data/public-data-app'
import { appRouter } from '@waymark/api/router'
import type { Act } from '@waymark/db/in-transaction'
import { migrate } from '@waymark/db/migrate'
import { type OpenDatabase, openDatabase } from '@waymark/db/open'
import { refreshStatistics } from '@waymark/db/refresh-statistics'
import { buildLoginPasswords, buildLoginUrl, ensureRoles, groupRoles } from '@waymark/db/roles'
import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { formatDossierFile } from '@waymark/exchange/dossier-file/write'
import { openFileStore } from '@waymark/files/file-store'
import { inspectFile } from '@waymark/files/inspect-file'
import { inspectTemplate } from '@waymark/files/inspect-template'
import { ok, refused } from '@waymark/kernel/result'
import { createSigningKey, parseSigningKey } from '@waymark/ledger/signed-note'
import { cloneDatabase, type DatabaseClone } from '@waymark/testdb/clone-database'
import type { Hono } from 'hono'
import pg from 'pg'

/** The record of an installation on a database of its own, opened with the product's own login roles. */
export type TestRecord = {
  readonly db: OpenDatabase
  readonly auth: Auth
  /** A store in a folder of its own; the public internet is one invented page. */
  readonly files: FileAccess
  /** The folder of the store. */
  readonly filesDir: string
  readonly meetings: MeetingWatch
  /** URLs of the three login roles and of the owner, who is a superuser. */
  readonly urls: Readonly<Record<'owner' | 'app' | 'public' | 'auth', string>>
  /** Runs SQL as the superuser. */
  readonly query: <R extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<R[]>
  readonly close: () => Promise<void>
}

export type Actor = NonNullable<Context['actor']>
export type Caller = ReturnType<typeof callAs>

export const operator: Act = { kind: 'operator', id: 'operator', name: 'Operator' }
export const secret = 'a synthetic secret of more than 32 characters'
const cheap = { memory: 64, passes: 1, parallelism: 1, tagLength: 32 }

/** One dossier file that a template is filled with, and the name of the template. */
export type Filled = { readonly template: string; readonly bytes: Uint8Array }

/** A migrated database: empty, or with one dossier imported by the operator. */
export async function openTestRecord(filled?: Filled): Promise<TestRecord> {
  const clone = await cloneDatabase({
    template: filled?.template ?? 'contract',
    migrate: async (url) => {
      await migrateEmpty(url)
      if (filled) await fill(url, filled.bytes)
    },
  })
  return openTestRecordOn(clone, await mkdtemp(join(tmpdir(), 'waymark-contract-')))
}

/** The record that a database holds, with a store in a folder; closing drops both. */
export async function openTestRecordOn(clone: DatabaseClone, filesDir: string): Promise<TestRecord> {
  const owner = new pg.Client({ connectionString: clone.url })
  await owner.connect()
  const passwords = buildLoginPasswords(secret, clone.name)
  await ensureRoles(owner, { database: clone.name, passwords })
  const url = (kind: 'app' | 'public' | 'auth') => buildLoginUrl(clone.url, kind, clone.name, passwords)
  const urls = { owner: clone.url, app: url('app'), public: url('public'), auth: url('auth') }
  const db = await openPools(urls)
  const meetings = watchMeetings(urls.app, () => {})
  return {
    db,
    files: openTestFiles(filesDir),
    filesDir,
    auth: buildAuth({ pool: db.auth, record: db.app, secret, baseUrl: 'http://localhost:3000', cost: cheap }),
    urls,
    query: async (text, values = []) => (await owner.query(text, values)).rows,
    meetings,
    close: async () => {
      await meetings.close()
      await db.close()
      await owner.end()
      await clone.drop()
      await rm(filesDir, { recursive: true })
    },
  }
}

/** What a fetch of the invented page gives; any other address is refused as one that is not public. */
export const inventedPage = {
  url: 'https://example.org/invented-page',
  html: '<!doctype html><html lang="en"><title>Invented</title><p>Invented words of a page.</p></html>',
}

const inventedTls = {
  protocol: 'TLSv1.3',
  certificates: ['example.org', 'Invented Authority'].map((subject, at) => ({
    subject,
    issuer: 'Invented Authority',
    fingerprint: `0${at}:AA`,
    validFrom: '2026-01-01T00:00:00.000Z',
    validTo: '2027-01-01T00:00:00.000Z',
    der: '',
  })),
}

const openTestFiles = (dir: string): FileAccess => ({
  store: openFileStore({ kind: 'folder' }, dir),
  inspect: inspectFile,
  readTemplate: inspectTemplate,
  capture: async (url) => {
    if (!url.startsWith(inventedPage.url)) return refused({ code: 'address-not-public' })
    const bytes = Buffer.from(inventedPage.html.replace('Invented words', `Invented words of ${url}`))
    const file = await inspectFile(bytes)
    if (!file.ok) return file
    const headers = { 'content-type': 'text/html; charset=utf-8' }
    return ok({ url, status: 200, headers, chain: [], tls: inventedTls, bytes, file: file.value })
  },
  checkLink: async (url) => (url.includes('gone') ? 'gone' : 'answers'),
})

const openPools = (urls: TestRecord['urls']) =>
  openDatabase({
    ownerUrl: urls.owner,
    appUrl: urls.app,
    publicUrl: urls.public,
    authUrl: urls.auth,
    embedded: false,
    unsafe: true,
    poolSize: 4,
    // The product's five seconds a statement are tested with the database package: here a busy machine cuts off nothing.
    statementTimeout: 60_000,
  })

async function migrateEmpty(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  for (const role of Object.values(groupRoles)) {
    await owner.query(
      `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    )
  }
  await owner.end()
  await migrate(url)
}

async function fill(url: string, bytes: Uint8Array): Promise<void> {
  const db = await openPools({ owner: url, app: url, public: url, auth: url })
  try {
    const result = await importDossier(db.app, operator, { bytes })
    if (!result.ok) throw new Error(JSON.stringify(result.error.errors.slice(0, 5)))
  } finally {
    await db.close()
  }
  // As after a large import: the test server never looks by itself, and plans without statistics are ten times slower.
  await refreshStatistics(url)
}

export const formatBytes = (file: DossierFile): Uint8Array =>
  new TextEncoder().encode(formatDossierFile(file))

/** Imports a dossier that must be accepted. */
export async function importFile(
  record: TestRecord,
  file: DossierFile | Uint8Array,
  act: Act = operator,
): Promise<ImportReport> {
  const bytes = file instanceof Uint8Array ? file : formatBytes(file)
  const result = await importDossier(record.db.app, act, { bytes })
  if (!result.ok) throw new Error(`The file was refused: ${JSON.stringify(result.error.errors.slice(0, 5))}`)
  return result.value
}

/** A synthetic person who is signed in. */
export const anActor = (role: AccountRole, id: string = role): Actor => ({
  id,
  name: `Synthetic ${id}`,
  email: `${id}@waymark.example.org`,
  role,
  twoFactor: false,
})

export const buildContext = ({ db, auth, files, meetings }: TestRecord, actor: Actor | null): Context => ({
  record: db,
  auth,
  files,
  editions: { key: testKey, baseUrl: 'https://record.example.org' },
  meetings,
  actor,
  now: () => new Date().toISOString(),
  language: 'en',
})

/** A key made up for tests. */
export const testKey = parseSigningKey(createSigningKey('record.example.org/waymark'))

const createCaller = createCallerFactory(appRouter)

/** Calls procedures as someone, or as the public. */
export const callAs = (record: TestRecord, actor: Actor | null = null) =>
  createCaller(buildContext(record, actor))

/** The public data addresses. A failure on our side throws where a test can see it. */
export const buildPublicData = (record: TestRecord): Hono =>
  buildPublicDataApp({
    createContext: () => buildContext(record, null),
    log: () => {},
    site: { origin: null, publisher: 'Waymark', contact: null },
  })
