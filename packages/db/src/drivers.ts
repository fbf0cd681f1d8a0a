import pg from 'pg'

/**
 * How values leave the driver, in one place and per pool (never by `pg.types.setTypeParser`, which is global).
 * No `Date` is made: a `date` read as a Date in Asia/Almaty becomes the day before.
 */
export const recordTypes: pg.CustomTypesConfig = {
  getTypeParser: getRecordParser as pg.CustomTypesConfig['getTypeParser'],
}

/**
 * For the account tables only: better-auth compares instants as `Date` objects, and a text compared with a Date is
 * neither earlier nor later, so that a session would never expire. Everything else is as in `recordTypes`.
 */
export const accountTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === TIMESTAMPTZ
      ? (text: string) => new Date(parseInstant(text))
      : getRecordParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

const TIMESTAMPTZ = 1184
const TEXT_ARRAY = 1009

type Parser = (text: string) => unknown

const asText: Parser = (text) => text

const scalars: Readonly<Record<number, Parser>> = {
  20: parseInteger,
  1082: asText,
  1114: asText,
  [TIMESTAMPTZ]: parseInstant,
  1700: parseNumber,
}

/** An array's type and the type of its elements. */
const arrays: Readonly<Record<number, number>> = {
  1016: 20,
  1182: 1082,
  1115: 1114,
  1185: TIMESTAMPTZ,
  1231: 1700,
}

function getRecordParser(oid: number, format?: 'text'): Parser {
  const scalar = scalars[oid]
  if (scalar) return scalar
  const element = scalars[arrays[oid] ?? 0]
  if (element) return (text) => parseEach(parseTexts(text), element)
  return pg.types.getTypeParser(oid, format) as Parser
}

const parseTexts = pg.types.getTypeParser(TEXT_ARRAY as number) as (text: string) => Nested

type Nested = readonly (string | null | Nested)[]

function parseEach(values: Nested, parse: Parser): unknown[] {
  return values.map((value) =>
    value === null ? null : typeof value === 'string' ? parse(value) : parseEach(value, parse),
  )
}

/** @throws RangeError beyond ±(2^53 − 1): a rounded identifier would name another row. */
function parseInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The integer ${text} does not fit a JavaScript number`)
  return value
}

/** @throws RangeError for NaN and the infinities, which JSON cannot carry. */
function parseNumber(text: string): number {
  const value = Number(text)
  if (!Number.isFinite(value)) throw new RangeError(`Not a finite number: ${text}`)
  return value
}

const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?$/

/**
 * '2013-11-27 15:00:00.5+06' → '2013-11-27T09:00:00.500Z'. Finer than a millisecond is cut off (columns are
 * `timestamptz(3)`).
 * @throws RangeError for infinity and for years outside 0001 to 9999.
 */
function parseInstant(text: string): string {
  const found = INSTANT.exec(text)
  if (!found) throw new RangeError(`Not an instant of the years 0001 to 9999: ${text}`)
  const [, year, month, day, hour, minute, second, fraction = '', sign, ...offset] = found
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`
  const [hours = 0, minutes = 0, seconds = 0] = offset.map((part) => Number(part ?? 0))
  const ahead = (sign === '-' ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds)
  return ahead === 0 ? written : new Date(Date.parse(written) - ahead * 1000).toISOString()
}
