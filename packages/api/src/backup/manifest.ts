import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)

/** What a backup says of itself, in its last part. */
export const backupManifest = z.strictObject({
  format: z.literal('waymark-backup/1'),
  createdAt: z.string(),
  encrypted: z.boolean(),
  /** Migrations that made the schema, in order: the schema's version. */
  migrations: z.array(z.string()).min(1),
  /** The audit log of the snapshot, and its head signed (C2SP tlog-checkpoint) where the installation has a key. */
  log: z.strictObject({
    entries: count,
    head: hash.nullable(),
    checkpoint: z.string().nullable(),
    key: z.string().nullable(),
  }),
  tables: z.array(
    z.strictObject({ schema: z.string(), name: z.string(), columns: z.array(z.string()), rows: count }),
  ),
  sequences: z.array(
    z.strictObject({
      schema: z.string(),
      name: z.string(),
      last: z.string().regex(/^\d+$/),
      isCalled: z.boolean(),
    }),
  ),
  files: z.strictObject({
    held: count,
    /** Files that rows name and whose bytes were gone or altered when the backup was made. */
    missing: z.array(hash),
  }),
  /** Files of the data directory that it holds; an encrypted backup alone holds any. */
  kept: z.array(z.string()),
  parts: z.array(z.strictObject({ name: z.string(), bytes: count, sha256: hash })),
})
export type BackupManifest = z.infer<typeof backupManifest>

/** Files of the data directory that an encrypted backup takes along: what editions are signed with, and the secret of a demo. */
export const keptFiles = ['signing-key', 'secret'] as const

export const readmePart = 'README.txt'
export const filePart = (sha256: string): string => `files/${sha256}`
export const keptPart = (name: string): string => `kept/${name}`
export const tablePart = (table: string, number: number): string =>
  `tables/${table}/${String(number).padStart(6, '0')}.jsonl.gz`

/** What a part is, by its name; null for a name that no backup has. */
export function parsePartName(
  name: string,
):
  | { readonly kind: 'readme' }
  | { readonly kind: 'file'; readonly sha256: string }
  | { readonly kind: 'kept'; readonly name: string }
  | { readonly kind: 'table'; readonly table: string }
  | null {
  if (name === readmePart) return { kind: 'readme' }
  const file = /^files\/([0-9a-f]{64})$/.exec(name)?.[1]
  if (file !== undefined) return { kind: 'file', sha256: file }
  const kept = keptFiles.find((one) => name === keptPart(one))
  if (kept !== undefined) return { kind: 'kept', name: kept }
  const table = /^tables\/((?:auth|waymark)\.\w+)\/\d{6}\.jsonl\.gz$/.exec(name)?.[1]
  return table === undefined ? null : { kind: 'table', table }
}

/** What somebody reads who opens the file and does not know it. */
export const readme = `A backup of a Waymark installation (waymark-backup/1).

Restore it:  waymark restore FILE        look at it:  waymark restore FILE --check

tables/   every table of the record and the accounts, one row a line as JSON, gzip
files/    files of evidence, each under its SHA-256
kept/     secrets of the data directory; only in an encrypted backup
manifest.<its SHA-256>.json   length and SHA-256 of each part, rows of each table, the signed checkpoint of the audit log

It holds what nobody may read but the installation's own people: cases that are not public, drafts, accounts.
`
