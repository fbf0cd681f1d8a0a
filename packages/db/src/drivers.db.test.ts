import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { accountTypes, recordTypes } from './drivers.ts'

const run = promisify(execFile)
const zones = ['UTC', 'Asia/Almaty', 'America/Los_Angeles', 'Pacific/Kiritimati']

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ connectionString: inject('testDatabaseServer').url, types: recordTypes })
  await client.connect()
})
afterAll(() => client.end())

async function read(sql: string): Promise<unknown> {
  const { rows } = await client.query(`select ${sql} as value`)
  return rows[0].value
}

// The zone of a process is fixed when it starts, so each zone has a process of its own.
test.each(zones)('10,000 dates and instants written and read in %s shift by nothing', async (TZ) => {
  const script = fileURLToPath(new URL('./drivers.round-trip.ts', import.meta.url))
  const { stdout } = await run(process.execPath, [script, inject('testDatabaseServer').url], {
    env: { PATH: process.env.PATH, TZ },
  })
  expect(JSON.parse(stdout)).toEqual({ zone: TZ, dates: 10_000, instants: 10_000, shifted: [] })
})

test('an instant is text in UTC with milliseconds, whatever the session time zone', async () => {
  for (const zone of [...zones, 'Asia/Kolkata', 'Europe/Amsterdam']) {
    await client.query(`select set_config('TimeZone', $1, false)`, [zone])
    expect(await read(`timestamptz '2013-11-27 15:00:00.5+06'`)).toBe('2013-11-27T09:00:00.500Z')
    expect(await read(`timestamptz '1900-01-01 00:00:00.123456Z'`)).toBe('1900-01-01T00:00:00.123Z')
  }
})

test('arrays are read like their elements, with nulls and dimensions kept', async () => {
  expect(await read(`array[date '2013-11-27', null]`)).toEqual(['2013-11-27', null])
  expect(await read('array[1::bigint, 9007199254740991, null]')).toEqual([1, 9007199254740991, null])
  expect(await read(`array[[timestamptz '2013-11-27 09:00Z'], [null::timestamptz]]`)).toEqual([
    ['2013-11-27T09:00:00.000Z'],
    [null],
  ])
  expect(await read('array[0.5::numeric, 100]')).toEqual([0.5, 100])
  expect(await read(`'{}'::date[]`)).toEqual([])
})

test('count and average are numbers', async () => {
  expect(await read('count(*)')).toBe(1)
  expect(await read('(select avg(x) from (values (1), (2)) v(x))')).toBe(1.5)
})

test.each([
  '9007199254740992::bigint',
  `'NaN'::numeric`,
  `'infinity'::timestamptz`,
  `timestamptz '0044-03-15 BC'`,
  `array['infinity'::timestamptz]`,
])('%s is refused instead of being read wrong', async (sql) => {
  await expect(read(sql)).rejects.toThrow(RangeError)
})

test('account tables have instants as Date, so that a session can expire, and dates as text', async () => {
  const accounts = new pg.Client({ connectionString: inject('testDatabaseServer').url, types: accountTypes })
  await accounts.connect()
  const { rows } = await accounts.query(
    `select timestamptz '2013-11-27 15:00+06' as at, date '2013-11-27' as "on"`,
  )
  expect(rows[0]).toEqual({ at: new Date('2013-11-27T09:00:00.000Z'), on: '2013-11-27' })
  await accounts.end()
})

test('the parsers of other connections in the process are untouched', async () => {
  const plain = new pg.Client({ connectionString: inject('testDatabaseServer').url })
  await plain.connect()
  const { rows } = await plain.query(`select timestamptz '2013-11-27 09:00Z' as at, 1::bigint as n`)
  expect(rows[0]).toEqual({ at: new Date('2013-11-27T09:00:00Z'), n: '1' })
  await plain.end()
})
