import fc from 'fast-check'
import pg from 'pg'
import { recordTypes } from './drivers.ts'

// Started by drivers.db.test.ts once a time zone: writes dates and instants as text, reads them back, reports shifts.

const fixed = [
  '0001-01-01',
  '1582-10-15',
  '1900-01-01',
  '1970-01-01',
  '2013-11-27',
  '2024-02-29',
  '9999-12-31',
]
const day = fc
  .date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString())
const instants = fc.sample(day, 10_000)
const dates = [...fixed, ...instants.map((instant) => instant.slice(0, 10))].slice(0, 10_000)

const client = new pg.Client({ connectionString: process.argv[2] ?? '', types: recordTypes })
await client.connect()
const { rows } = await client.query<{ date: string; instant: string }>(
  `select d::date as date, i::timestamptz(3) as instant from unnest($1::text[], $2::text[]) with ordinality as t(d, i, n)
   order by n`,
  [dates, instants],
)
const asArray = await client.query<{ dates: string[]; instants: string[] }>(
  'select $1::date[] as dates, $2::timestamptz[] as instants',
  [dates, instants],
)
await client.end()

const arrays = asArray.rows[0]
const shifted = dates.flatMap((date, i) => {
  const read = [rows[i]?.date, arrays?.dates[i], rows[i]?.instant, arrays?.instants[i]]
  const right = read[0] === date && read[1] === date && read[2] === instants[i] && read[3] === instants[i]
  return right ? [] : [[date, instants[i], ...read]]
})
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
console.log(
  JSON.stringify({
    zone,
    dates: rows.length,
    instants: arrays?.instants.length,
    shifted: shifted.slice(0, 5),
  }),
)
