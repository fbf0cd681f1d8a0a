import type { JsonValue } from '@waymark/ledger/canonical-json'
import { z } from 'zod'

/** Whatever the action says of the state before and after; for people to read. */
const told = z.custom<JsonValue>((value) => value !== undefined)

export const auditEntry = z.strictObject({
  seq: z.int(),
  at: z.string(),
  actor: z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }),
  action: z.string(),
  subject: z.strictObject({ kind: z.string(), dossier: z.string().nullable(), key: z.string().nullable() }),
  before: told,
  after: told,
  rows: z.array(z.strictObject({ table: z.string(), count: z.int(), sha256: z.string() })),
  hash: z.string(),
})
export const auditList = z.strictObject({
  entries: z.array(auditEntry),
  total: z.int(),
  next: z.int().nullable(),
})

export const verification = z.strictObject({
  ok: z.boolean(),
  entries: z.int(),
  head: z.string(),
  faults: z.array(z.strictObject({ seq: z.int().nullable(), kind: z.string(), message: z.string() })),
})
