import { prepareFirstStart } from '@waymark/api/installation'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callAs, openTestRecord, type TestRecord } from '../src/open-test-record.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})
afterAll(() => record.close())

test('after the first start the database knows how much it holds, so that the first readers do not wait', async () => {
  const installation = { record: record.db, auth: record.auth }
  expect(await prepareFirstStart(installation, { mode: 'production' })).toEqual({
    dossiers: ['kazakhstan'],
    accounts: null,
  })
  const unknown = await record.query(
    `select t.relname from pg_class t join pg_namespace n on n.oid = t.relnamespace
     where n.nspname = 'waymark' and t.relkind = 'r' and t.reltuples < 0`,
  )
  expect(unknown).toEqual([])
  expect(await prepareFirstStart(installation, { mode: 'production' })).toEqual({
    dossiers: [],
    accounts: null,
  })
  const { gates } = await callAs(record).milestone.get({ dossier: 'kazakhstan', key: 'epca-signed' })
  expect(gates.length).toBeGreaterThan(0)
})
