import {
  contentLanguages,
  translatableFields,
  translatableKinds,
  translationStates,
} from '@waymark/recommendation/translatable'
import { buildCsv } from '../formats/csv.ts'
import { buildXlsxBook } from '../formats/xlsx-book.ts'
import type { ReadSheet } from './mapped-sheet.ts'
import { listHeads } from './mapped-sheet.ts'

/** One text of a dossier as a line of the translators' table. */
export type TranslationLine = {
  readonly kind: string
  readonly key: string
  readonly label: string
  readonly field: string
  readonly language: string
  readonly original: string
  readonly text: string | null
  readonly state: string
  /** The version of the translation that stands; 0 where there is none. */
  readonly version: number
}

const heads = {
  kind: ['Kind', 'What the text is of.'],
  key: ['Key', 'Names it on record: leave it as it is.'],
  label: ['Name', 'What it is called, to find it by.'],
  field: ['Field', 'Which of its texts.'],
  language: ['Language', 'The language to translate into.'],
  original: [
    'Original',
    'What is translated: leave it as it is. A row whose original has changed meanwhile is refused.',
  ],
  text: [
    'Translation',
    'The text in that language: the one column to write in. An empty cell changes nothing.',
  ],
  state: ['State', 'How it stood when the table was taken out.'],
  version: ['Number on record', 'Of the translation that stood then: leave it as it is.'],
} as const satisfies Record<keyof TranslationLine, readonly [head: string, about: string]>

const fields = Object.keys(heads) as readonly (keyof TranslationLine)[]
const getCell = (line: TranslationLine, field: keyof TranslationLine) => line[field]

/** The table as CSV, with the mark that lets Excel read it as UTF-8. */
export const buildTranslationCsv = (lines: readonly TranslationLine[]): string =>
  buildCsv(
    fields.map((field) => ({
      header: heads[field][0],
      get: (line: TranslationLine) => getCell(line, field),
    })),
    lines,
    { byteOrderMark: true },
  )

/** The table as a workbook, with a sheet that says what each column is. */
export const buildTranslationBook = (lines: readonly TranslationLine[]): Uint8Array<ArrayBuffer> =>
  buildXlsxBook([
    {
      name: 'Translations',
      columns: fields.map((field) => ({ header: heads[field][0] })),
      rows: lines.map((line) => fields.map((field) => getCell(line, field))),
    },
    {
      name: 'Dictionary',
      columns: ['Column', 'Values', 'Meaning'].map((header) => ({ header })),
      rows: fields.map((field) => [heads[field][0], choices[field]?.join(', ') ?? null, heads[field][1]]),
    },
  ])

const choices: Partial<Record<keyof TranslationLine, readonly string[]>> = {
  kind: translatableKinds,
  field: translatableFields,
  language: contentLanguages,
  state: translationStates,
}

/** A row as somebody brought it; `row`: its number in the sheet, as a person sees it. */
export type BroughtTranslation = {
  readonly row: number
  readonly kind: string
  readonly key: string
  readonly field: string
  readonly language: string
  readonly original: string
  readonly text: string
  readonly version: number
}

const needed = ['kind', 'key', 'field', 'language', 'original', 'text', 'version'] as const

/**
 * The rows of a sheet that has the heads of the table, in any order; null where one of them is missing. Rows without a
 * translation are left out: an empty cell changes nothing.
 */
export function readTranslations(sheet: ReadSheet): BroughtTranslation[] | null {
  const found = listHeads(sheet).map((head) => head.toLowerCase())
  const places = new Map(needed.map((field) => [field, found.indexOf(heads[field][0].toLowerCase())]))
  if ([...places.values()].some((place) => place < 0)) return null
  return sheet.rows.slice(1).flatMap((cells, i) => {
    const get = (field: (typeof needed)[number]) => String(cells[places.get(field) ?? -1] ?? '')
    const text = normalizeBreaks(get('text')).trim()
    if (text === '') return []
    const [kind, key, field, language] = [get('kind'), get('key'), get('field'), get('language')].map((s) =>
      s.trim(),
    )
    return [
      {
        row: i + 2,
        kind: kind ?? '',
        key: key ?? '',
        field: field ?? '',
        language: (language ?? '').toLowerCase(),
        original: normalizeBreaks(get('original')),
        text,
        version: Number(get('version').trim() || 0),
      },
    ]
  })
}

/** Spreadsheets write line breaks in their own way: a text that only went through one is the same text. */
export const normalizeBreaks = (text: string): string => text.replace(/\r\n?/g, '\n')
