import { buildCsv, type CsvValue } from '@waymark/exchange/formats/csv'
import { buildXlsxBook } from '@waymark/exchange/formats/xlsx-book'
import { editionFiles } from '@waymark/ledger/edition'
import type { Context } from '../../context.ts'
import { editionId } from './edition.input.ts'
import type { EditionView } from './edition.view.ts'
import { tablePath, workbookPath } from './edition-files.ts'
import { getEditionFile, listPublicEditions } from './get-edition.query.ts'

const mediaTypes = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const
type Format = keyof typeof mediaTypes

/** An answer that is sent: `filename` where it is to be kept as a file rather than shown. */
type Body = {
  readonly bytes: string | Uint8Array<ArrayBuffer>
  readonly mediaType: string
  readonly filename?: string
}

/** `id` is null where the list is asked for. */
export type EditionAddress = {
  readonly dossier: string
  readonly id: string | null
  readonly format: Format
}

const pattern =
  /^\/(?<dossier>[a-z0-9]+(?:-[a-z0-9]+)*)\/editions(?:\/(?<id>[A-Za-z0-9-]{1,80}))?\.(?<format>json|csv|xlsx|zip)$/

/** An address of editions as files; null for anything else. A list has no zip. */
export function parseEditionAddress(pathname: string): EditionAddress | null {
  const { dossier, id = null, format } = pattern.exec(pathname)?.groups ?? {}
  if (dossier === undefined || dossier.length > 80 || (id === null && format === 'zip')) return null
  return { dossier, id, format: format as Format }
}

/**
 * The file at an address, or null where there is no such edition (yet). Files of an edition are those of its zip, byte for
 * byte; the table is that of the recommendations. Refusals: `not-found` of the dossier.
 */
export async function readEditionBody(
  ctx: Context,
  { dossier, id, format }: EditionAddress,
): Promise<Body | null> {
  const mediaType = mediaTypes[format]
  if (id === null) {
    const { editions, key } = await listPublicEditions(ctx, { dossier })
    if (format === 'json') return { bytes: `${JSON.stringify({ dossier, key, editions })}\n`, mediaType }
    const rows = editions.map(buildRow)
    const filename = `${dossier}-editions.xlsx`
    return format === 'csv'
      ? { bytes: buildCsv(columns, rows, { byteOrderMark: true }), mediaType }
      : { bytes: buildBook(rows), mediaType, filename }
  }
  if (!editionId.safeParse(id).success) return null
  const bytes = await getEditionFile(ctx, { dossier, id }, paths[format])
  if (bytes === null) return null
  const isShown = format === 'json'
  return {
    bytes: new Uint8Array(bytes),
    mediaType,
    ...(isShown ? {} : { filename: `${dossier}-edition-${id}.${format}` }),
  }
}

const paths = {
  json: editionFiles.data,
  csv: tablePath('recommendations'),
  xlsx: workbookPath,
  zip: null,
} as const satisfies Record<Format, string | null>

const headers = [
  'id',
  'title',
  'asOf',
  'knownAt',
  'method',
  'issuedAt',
  'corrects',
  'correctsWhat',
  'dataSha256',
  'zipSha256',
  'zipBytes',
  'treeSize',
  'key',
] as const

type Row = Readonly<Record<(typeof headers)[number], CsvValue>>

const buildRow = ({ corrects, ...edition }: EditionView): Row => ({
  ...edition,
  corrects: corrects?.id ?? null,
  correctsWhat: corrects?.what ?? null,
})

const columns = headers.map((header) => ({ header, get: (row: Row) => row[header] }))

const buildBook = (rows: readonly Row[]) =>
  buildXlsxBook([
    {
      name: 'Editions',
      columns: headers.map((header) => ({ header })),
      rows: rows.map((row) => headers.map((header) => row[header])),
    },
  ])
