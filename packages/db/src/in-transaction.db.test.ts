import { ok, refused } from '@waymark/kernel/result'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenedClone, openClone } from '../test/open-clone.ts'
import { createRows } from './bulk-insert.ts'
import { type Act, inTransaction, type Write } from './in-transaction.ts'
import type { OpenDatabase } from './open.ts'
import { verifyChain } from './queries/audit.query.ts'

const act: Act = { kind: 'operator', id: 'operator', name: 'Operator' }
let opened: OpenedClone
let db: OpenDatabase
beforeAll(async () => {
  opened = await openClone()
  db = opened.db
})
afterAll(() => opened.close())

let made = 0
async function createDossier(w: Write): Promise<number> {
  const id = await w.reserveIds(1)
  const version = {
    id,
    root_id: id,
    supersedes_id: null,
    reason: null,
    file_hash: null,
    entry: w.entry,
    recorded_at: w.recordedAt,
  }
  await createRows(w.trx, 'dossier', [
    {
      ...version,
      key: `synthetic-${made++}`,
      title: 'Synthetic',
      partner: 'XX',
      note: null,
      self_publication: false,
    },
  ])
  return id
}
const account = { action: 'test.write', subject: { kind: 'dossier', dossier: null, key: null } }
const count = async (table: 'dossier' | 'audit_entry') =>
  Number(
    (
      await db.app
        .selectFrom(table)
        .select((q) => q.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )
const counts = async () => [await count('dossier'), await count('audit_entry')]

test('a write appends exactly one entry, which covers its rows', async () => {
  const before = await counts()
  const result = await inTransaction(db.app, act, async (w) => ok({ value: await createDossier(w), account }))
  expect(result.ok).toBe(true)
  expect(await counts()).toEqual(before.map((n) => n + 1))
  expect(await verifyChain(db.app)).toMatchObject({ ok: true, faults: [] })
})

test('a refusal keeps nothing, also what was written before it', async () => {
  const before = await counts()
  const result = await inTransaction(db.app, act, async (w) => {
    await createDossier(w)
    return refused({ code: 'not-found' as const })
  })
  expect(result).toEqual({ ok: false, error: { code: 'not-found' } })
  expect(await counts()).toEqual(before)
})

test('an error keeps nothing and reaches the caller', async () => {
  const before = await counts()
  const failing = inTransaction(db.app, act, async (w) => {
    await createDossier(w)
    throw new Error('the cause')
  })
  await expect(failing).rejects.toThrow('the cause')
  expect(await counts()).toEqual(before)
})

test('rows without an account of them are not kept', async () => {
  const before = await counts()
  const silent = inTransaction(db.app, act, async (w) => ok({ value: await createDossier(w), account: null }))
  await expect(silent).rejects.toThrow('without an account')
  expect(await counts()).toEqual(before)
})

test('forty writers at once leave one gapless chain with strictly later instants', async () => {
  const before = await count('audit_entry')
  await Promise.all(
    Array.from({ length: 40 }, () =>
      inTransaction(db.app, act, async (w) => ok({ value: await createDossier(w), account })),
    ),
  )
  const entries = await db.app.selectFrom('audit_entry').select(['seq', 'at']).orderBy('seq').execute()
  expect(entries.length).toBe(before + 40)
  expect(entries.map((e) => e.seq)).toEqual(entries.map((_, i) => i + 1))
  for (const [i, e] of entries.entries()) expect(i === 0 || e.at > (entries[i - 1]?.at ?? '')).toBe(true)
  expect(await verifyChain(db.app)).toMatchObject({ ok: true, entries: before + 40 })
})
