import type { Cell } from './cells.ts'
import { foldHead } from './head-synonyms.ts'
import { listHeads, type MappedSheet, type ReadSheet } from './mapped-sheet.ts'
import type { Register } from './register.ts'

/** Heads of an export of the UN's Universal Human Rights Index, as it writes them and as people rename them. */
const heads = {
  code: [
    'document code',
    'document symbol',
    'symbol',
    'код документа',
    'обозначение документа',
    'құжат коды',
  ],
  paragraph: ['paragraph', 'paragraph number', 'paragraph no', 'para', 'пункт', 'тармақ'],
  text: ['text', 'recommendation text', 'annotation text', 'recommendation', 'текст', 'мәтін'],
  mechanism: ['mechanism', 'body', 'treaty body', 'механизм', 'тетік'],
  year: ['year', 'publication year', 'год', 'жыл'],
  date: ['reporting publication date', 'publication date', 'reporting date', 'date', 'дата', 'күні'],
  themes: ['themes', 'theme', 'темы', 'тақырыптар'],
  persons: ['affected persons', 'concerned persons', 'groups'],
  type: ['annotation type', 'type', 'тип'],
  url: ['url', 'link', 'document link'],
  // The index has no such column: people add it.
  addressee: ['addressee', 'addressees', 'addressed to', 'адресат', 'адресаты', 'кімге'],
} as const
type Field = keyof typeof heads
type Columns = Readonly<Partial<Record<Field, number>>>

function getColumns(sheet: ReadSheet): Columns {
  const folded = listHeads(sheet).map(foldHead)
  return Object.fromEntries(
    (Object.keys(heads) as Field[]).flatMap((field) => {
      const at = folded.findIndex((head) => heads[field].map(foldHead).includes(head))
      return at < 0 ? [] : [[field, at]]
    }),
  )
}

/** True for a sheet that is an export of the UN's index: it has document code, paragraph and text. */
export const isUhriSheet = (sheet: ReadSheet): boolean => {
  const { code, paragraph, text } = getColumns(sheet)
  return code !== undefined && paragraph !== undefined && text !== undefined
}

export type UhriChoice = {
  /** Area of recommendations whose themes say nothing else. */
  readonly area: string
  /** Key of the actor to whom they are addressed where the row does not say: the state. */
  readonly addressee: string
  /** Area of a theme, by the theme as it is written. */
  readonly themeAreas?: Readonly<Record<string, string>>
}

/** The themes that a sheet names, each once. */
export const listUhriThemes = (sheet: ReadSheet): string[] => {
  const { themes } = getColumns(sheet)
  if (themes === undefined) return []
  return [...new Set(sheet.rows.slice(1).flatMap((row) => splitThemes(row[themes] ?? null)))].sort()
}

const splitThemes = (cell: Cell): string[] =>
  cell === null
    ? []
    : String(cell)
        .split(/\s*[;\n|]\s*|\s+-\s+/)
        .map((one) => one.replace(/^-\s*/, '').trim())
        .filter(Boolean)

/** FNV-1a, 32 bits: tells long codes apart whose beginnings are the same. */
function hashText(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

const buildWords = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '')

/** `UN-CCPR-C-KAZ-CO-2-15`: always the same for the same document and paragraph. */
export function buildUhriRef(code: string, paragraph: string): string {
  const ref = `UN-${buildWords(code)}-${buildWords(paragraph)}`.toUpperCase()
  return ref.length <= 40
    ? ref
    : `${buildWords(ref.slice(0, 31))}-${hashText(`${code} ${paragraph}`).toUpperCase()}`
}

const buildKey = (prefix: string, text: string): string => {
  const key = `${prefix}-${buildWords(text)}`.toLowerCase().replace(/-+$/, '')
  return key.length <= 80 ? key : `${buildWords(key.slice(0, 71))}-${hashText(text)}`
}

/** The first words of a text as a title of at most 140 characters. */
function cutTitle(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= 140 ? line : `${line.slice(0, 139).replace(/\s+\S*$/, '')}…`
}

type Item = {
  readonly number: number
  readonly cells: readonly Cell[]
  readonly get: (field: Field) => string
}

/**
 * The recommendations of UN bodies as sources (one a document code), the bodies as actors, and recommendations addressed to the state.
 * What is on record is left as it was edited: of a known recommendation only the text is compared, of a known source nothing.
 * Rows that the index calls something else than a recommendation (a concern, an observation) are left out.
 */
export function buildUhriSheets(register: Register, sheet: ReadSheet, choice: UhriChoice): MappedSheet[] {
  const columns = getColumns(sheet)
  const width = Math.max(...sheet.rows.map((row) => row.length), 0)
  const items = sheet.rows
    .map(
      (cells, i): Item => ({
        number: i + 1,
        cells,
        get: (field) => {
          const at = columns[field]
          const cell = at === undefined ? null : (cells[at] ?? null)
          return cell === null ? '' : String(cell).trim()
        },
      }),
    )
    .slice(1)
    .filter(({ get }) => get('code') !== '' || get('text') !== '')
    .filter(({ get }) => get('type') === '' || /recommend|рекоменд|ұсын/i.test(get('type')))
  const build = (
    shape: MappedSheet['shape'],
    own: Readonly<Record<string, Field>>,
    rows: readonly { item: Item; fields: Readonly<Record<string, Cell>> }[],
  ): MappedSheet => {
    const made = [...new Set(rows.flatMap(({ fields }) => Object.keys(fields)))]
    const mapping = Array.from({ length: width }, (_, at): string | null => {
      const field = Object.keys(own).find((name) => columns[own[name] as Field] === at)
      return field !== undefined && made.includes(field) ? field : null
    })
    const all = [...mapping, ...made.filter((field) => !mapping.includes(field))]
    return {
      shape,
      title: sheet.name,
      mapping: all,
      width,
      rows: rows.map(({ item, fields }) => ({
        number: item.number,
        cells: all.map((field) => (field === null ? null : (fields[field] ?? null))),
      })),
    }
  }
  const known = {
    actors: new Set(register.tables.actors.map(({ row }) => row.key)),
    sources: new Set(register.tables.sources.map(({ row }) => row.key)),
    recommendations: new Map(register.tables.recommendations.map(({ row }) => [row.ref, row])),
  }
  const actors = new Map(
    register.tables.actors.flatMap(({ row }) =>
      [row.key, row.name].map((name) => [foldHead(name), row.key] as const),
    ),
  )
  const getBody = ({ get }: Item) => get('mechanism') || 'United Nations'
  const getDate = ({ get }: Item) => parseDate(get('date')) ?? get('year')
  const firsts = (keyOf: (item: Item) => string) =>
    [...new Map([...items].reverse().map((item) => [keyOf(item), item])).values()].reverse()
  const refs = buildRefs(items)
  const fresh = items.filter((item) => !known.recommendations.has(refs.get(item) ?? ''))
  const old = items.filter((item) => known.recommendations.has(refs.get(item) ?? ''))
  return [
    build(
      'actors',
      { name: 'mechanism' },
      firsts(getBody)
        .filter((item) => !known.actors.has(buildKey('un', getBody(item))))
        .map((item) => ({
          item,
          fields: { key: buildKey('un', getBody(item)), name: getBody(item), kind: 'un-body' },
        })),
    ),
    build(
      'sources',
      { title: 'code', date: 'year', publisher: 'mechanism', url: 'url' },
      firsts(({ get }) => get('code'))
        .filter(({ get }) => !known.sources.has(buildKey('un', get('code'))))
        .map((item) => ({
          item,
          fields: {
            key: buildKey('un', item.get('code')),
            title: item.get('code'),
            publisher: getBody(item),
            kind: 'un',
            date: getDate(item),
            language: 'und',
            url: item.get('url') || null,
          },
        })),
    ),
    build(
      'recommendations',
      { text: 'text', issued: 'year', locator: 'paragraph', addressees: 'addressee' },
      fresh.map((item) => ({
        item,
        fields: {
          ref: refs.get(item) ?? '',
          area: getArea(item, choice),
          title: cutTitle(item.get('text')),
          text: item.get('text'),
          source: buildKey('un', item.get('code')),
          locator: item.get('paragraph') === '' ? null : `para. ${item.get('paragraph')}`,
          issued: getDate(item),
          issuedBy: buildKey('un', getBody(item)),
          addressees: getAddressees(item, choice, actors),
        },
      })),
    ),
    build(
      'recommendations',
      { text: 'text' },
      old.map((item) => ({ item, fields: { ref: refs.get(item) ?? '', text: item.get('text') } })),
    ),
  ].filter(({ rows }) => rows.length > 0)
}

/** Several recommendations of one paragraph are counted in the order of the file. */
function buildRefs(items: readonly Item[]): Map<Item, string> {
  const counts = new Map<string, number>()
  return new Map(
    items.map((item) => {
      const ref = buildUhriRef(item.get('code'), item.get('paragraph'))
      const count = (counts.get(ref) ?? 0) + 1
      counts.set(ref, count)
      return [item, count === 1 ? ref : `${ref.slice(0, 36)}-${count}`]
    }),
  )
}

const getArea = ({ get }: Item, { area, themeAreas = {} }: UhriChoice): string => {
  const theme = splitThemes(get('themes')).find((one) => Object.hasOwn(themeAreas, one))
  return theme === undefined ? area : (themeAreas[theme] ?? area)
}

/** Actors by key or name, as the row has them; a name that is none on record stays as it is, and is an error of its cell. */
const getAddressees = (
  { get }: Item,
  { addressee }: UhriChoice,
  actors: ReadonlyMap<string, string>,
): string =>
  get('addressee')
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => actors.get(foldHead(name)) ?? name)
    .join('; ') || addressee

/** A date as the index writes it (2016-08-09, 09/08/2016, 9 Aug 2016) as a date of the record; null for anything else. */
function parseDate(text: string): string | null {
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(text)
  if (iso) return text.slice(0, 10)
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text)
  if (slashed) return `${slashed[3]}-${slashed[2]?.padStart(2, '0')}-${slashed[1]?.padStart(2, '0')}`
  const worded = /^(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})$/.exec(text)
  const month = worded === null ? -1 : months.indexOf(worded[2]?.toLowerCase() ?? '')
  return worded === null || month < 0
    ? null
    : `${worded[3]}-${String(month + 1).padStart(2, '0')}-${worded[1]?.padStart(2, '0')}`
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
