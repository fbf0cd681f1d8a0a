import { verifyChain } from '@waymark/db/queries/audit.query'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorkedRecord } from '../src/full-record.ts'
import type { TestRecord } from '../src/open-test-record.ts'
import { listLedgerTables } from '../src/tables.ts'

let record: TestRecord
let tables: string[]
beforeAll(async () => {
  record = await openWorkedRecord()
  tables = await listLedgerTables(record)
  // A superuser can switch off whatever would stop the change; only the chain is left to tell.
  await record.query('set session_replication_role = replica')
})
afterAll(() => record.close())

const verify = async () => {
  const { ok, faults, faultCount } = await verifyChain(record.db.app)
  expect(ok).toBe(faultCount === 0)
  return [...new Set(faults.map((fault) => fault.seq))]
}

type Place = { readonly ctid: string; readonly entry: string }
const listRows = (table: string) =>
  record.query<Place>(`select ctid::text as ctid, entry from waymark.${table} order by ctid`)

/** Columns of a table that can be written, with how to write something else that differs as little as can be. */
async function listChanges(table: string): Promise<{ column: string; set: string; type: string }[]> {
  const columns = await record.query<{ name: string; type: string }>(
    `select a.attname as name, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), null) as type
     from pg_attribute a join pg_type t on t.oid = a.atttypid
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
    [`waymark.${table}`],
  )
  return columns.flatMap(({ name, type }) => {
    const c = `"${name}"`
    const to = (set: string) => [{ column: name, set, type }]
    if (type === 'text')
      return to(
        `overlay(${c} placing (case when right(${c}, 1) = '1' then '2' else '1' end) from greatest(length(${c}), 1))`,
      )
    if (type === 'bigint' || type === 'integer') return to(`${c} + 1000`)
    if (type === 'boolean') return to(`not ${c}`)
    if (type.startsWith('timestamp')) return to(`${c} + interval '1 millisecond'`)
    return []
  })
}

test('a chain that nobody touched verifies, again and again', async () => {
  for (let i = 0; i < 20; i++)
    expect(await verifyChain(record.db.app)).toMatchObject({ ok: true, faults: [] })
})

test('every ledger table has rows here, so that none goes untested', async () => {
  expect(tables.length).toBeGreaterThanOrEqual(25)
  for (const table of tables) expect([table, (await listRows(table)).length > 0]).toEqual([table, true])
})

test('a cut-off set back, which would hide what was published since, is found', async () => {
  const [head] = await record.query<{ at: string }>('select public_at as at from waymark.dossier_head')
  await record.query(`update waymark.dossier_head set public_at = begins_at - interval '1 second'`)
  expect(await verify()).toHaveLength(1)
  // Also just behind the last write of each table whose rows are public as soon as they are recorded.
  for (const table of [
    'publication',
    'commitment',
    'milestone',
    'milestone_event',
    'linkage',
    'waiver',
    'uptake_event',
  ]) {
    await record.query(
      `update waymark.dossier_head set public_at = (select max(recorded_at) from waymark.${table}) - interval '1 millisecond'`,
    )
    expect([table, (await verify()).length]).toEqual([table, 1])
  }
  await record.query('update waymark.dossier_head set public_at = $1', [head?.at])
  expect(await verify()).toEqual([])
})

test('one character, number, flag or millisecond changed in any column of any ledger table is found, and its entry is named', async () => {
  let changed = 0
  for (const table of tables) {
    let inTable = 0
    for (const { column, set, type } of await listChanges(table)) {
      const rows = await listRows(table)
      const row = rows[changed % rows.length]
      if (!row) continue
      const [before] = await record.query<{ value: string | null }>(
        `select "${column}"::text as value from waymark.${table} where ctid = $1`,
        [row.ctid],
      )
      if (before?.value == null) continue
      // Some changes are impossible even for a superuser: a check of the column refuses them.
      const done = await record
        .query<{ ctid: string }>(
          `update waymark.${table} set "${column}" = ${set} where ctid = $1 returning ctid::text as ctid`,
          [row.ctid],
        )
        .catch((error: { code?: string }) =>
          /^23/.test(error.code ?? '') || error.code === '22008' ? [] : Promise.reject(error),
        )
      const [now] = done
      if (!now) continue
      const found = await verify()
      // A row that is moved to an entry which is not there is missing in one and too many in the other.
      const expected =
        column === 'entry' ? [Number(row.entry), Number(row.entry) + 1000] : [Number(row.entry)]
      expect([table, column, found]).toEqual([table, column, expected])
      await record.query(`update waymark.${table} set "${column}" = $1::text::${type} where ctid = $2`, [
        before.value,
        now.ctid,
      ])
      changed += 1
      inTable += 1
    }
    expect([table, inTable > 0]).toEqual([table, true])
  }
  expect(changed).toBeGreaterThan(150)
  expect(await verify()).toEqual([])
}, 240_000)

test('a row deleted from any ledger table is found, and its entry is named', async () => {
  for (const table of tables) {
    const [row] = await listRows(table)
    if (!row) continue
    await record.query('begin')
    await record.query(
      `create temp table kept on commit preserve rows as select * from waymark.${table} where ctid = '${row.ctid}'`,
    )
    await record.query(`delete from waymark.${table} where ctid = $1`, [row.ctid])
    await record.query('commit')
    expect([table, await verify()]).toEqual([table, [Number(row.entry)]])
    await putBack(table)
  }
  expect(await verify()).toEqual([])
}, 120_000)

/** Inserts what `kept` holds, with the columns that are not computed. */
async function putBack(table: string) {
  const columns = (await listWritable(table)).join(', ')
  await record.query(`insert into waymark.${table} (${columns}) select ${columns} from kept`)
  await record.query('drop table kept')
}

const listWritable = async (table: string) =>
  (
    await record.query<{ name: string }>(
      `select quote_ident(attname) as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [`waymark.${table}`],
    )
  ).map((row) => row.name)

test('a row smuggled in under an entry of the past is found, and that entry is named', async () => {
  for (const [table, values] of [
    ['track', `'smuggled', 'Smuggled'`],
    ['area', `'smuggled', 'Smuggled'`],
  ] as const) {
    const extra = table === 'area' ? [', summary, position', `, 'x', 9`] : ['', '']
    await record.query(
      `insert into waymark.${table} (dossier_id, key, title, id, root_id, entry, recorded_at${extra[0]})
       select id, ${values}, 999001, 999001, 1, now()${extra[1]} from waymark.dossier limit 1`,
    )
    expect([table, await verify()]).toEqual([table, [1]])
    await record.query(`delete from waymark.${table} where id = 999001`)
  }
})

test('rows that name an entry which is not there are found', async () => {
  const [head] = await record.query<{ seq: string }>('select max(seq) as seq from waymark.audit_entry')
  const seq = Number(head?.seq) + 5
  await record.query(
    `insert into waymark.track (dossier_id, key, title, id, root_id, entry, recorded_at) select id, 'smuggled', 'Smuggled', 999001, 999001, ${seq}, now() from waymark.dossier limit 1`,
  )
  expect(await verify()).toEqual([seq])
  await record.query('delete from waymark.track where id = 999001')
})

describe('audit entries', () => {
  const keep = (where: string) =>
    record.query(`create temp table kept as select * from waymark.audit_entry where ${where}`)
  const restore = async (seqs: number[]) => {
    await record.query('delete from waymark.audit_entry where seq = any($1)', [seqs])
    await putBack('audit_entry')
    expect(await verify()).toEqual([])
  }

  test.each([
    `actor_name = 'Somebody else'`,
    `actor_id = 'x'`,
    `at = at + interval '1 millisecond'`,
    `action = 'assessment.retract'`,
    `subject_key = 'XX-2012-01'`,
    `after = jsonb_set(after, '{level}', '"full"')`,
    `before = null`,
    `rows = '[]'`,
    `hash = repeat('0', 64)`,
    `previous = repeat('f', 64)`,
  ])('set %s in one: that entry is named first', async (change) => {
    const [entry] = await record.query<{ seq: string }>(
      `select seq from waymark.audit_entry where action = 'assessment.publish' order by seq limit 1`,
    )
    const seq = Number(entry?.seq)
    await keep(`seq = ${seq}`)
    await record.query(`update waymark.audit_entry set ${change} where seq = $1`, [seq])
    expect((await verify())[0]).toBe(seq)
    await restore([seq])
  })

  test('one deleted from the middle: the entry after it is named', async () => {
    await keep('seq = 3')
    await record.query('delete from waymark.audit_entry where seq = 3')
    expect((await verify())[0]).toBe(4)
    await restore([3])
  })

  test('two swapped: the first of them is named', async () => {
    await keep('seq in (3, 4)')
    await record.query('update waymark.audit_entry set seq = -seq + 100 where seq in (3, 4)')
    await record.query('update waymark.audit_entry set seq = seq - 93 where seq in (96, 97)')
    expect((await verify())[0]).toBe(3)
    await restore([3, 4])
  })
})

test('what is shown of a person cannot be changed in the erasable table without being found', async () => {
  const [row] = await record.query<{ id: string; entry: string }>(
    `select c.id, c.entry from waymark.case_record c where c.key = 'invented-editor'`,
  )
  await record.query(
    `create temp table kept as select * from waymark.personal_data where row_id = ${row?.id}`,
  )
  for (const change of [`content = jsonb_set(content, '{publicName}', '"Somebody else"')`, `salt = 'x'`]) {
    await record.query(`update waymark.personal_data set ${change} where row_id = ${row?.id}`)
    expect([change, await verify()]).toEqual([change, [Number(row?.entry)]])
    await record.query(`delete from waymark.personal_data where row_id = ${row?.id}`)
    await record.query('insert into waymark.personal_data select * from kept')
  }
  await record.query('drop table kept')
  expect(await verify()).toEqual([])
})

test('erasing the data of a person leaves the chain whole', async () => {
  await record.query(`create temp table kept as select * from waymark.personal_data`)
  await record.query('delete from waymark.personal_data')
  expect(await verify()).toEqual([])
  await record.query('insert into waymark.personal_data select * from kept')
  await record.query('drop table kept')
})
