import { getDossierHead } from '@waymark/db/queries/cut.query'
import { formats } from '@waymark/exchange/formats/formats'
import type { About, FurtherSheet } from '@waymark/exchange/formats/xlsx'
import { dataLicence } from '@waymark/exchange/open-data/catalogue'
import { z } from 'zod'
import { cut } from '../common/cut.ts'
import type { Context } from '../context.ts'
import { getDataWords, listViewColumns } from './dictionary.ts'
import { buildPermalink } from './permalink.ts'
import type { Rows } from './tables.ts'
import type { ViewName } from './view-list.ts'

/** Every view's data name their cut at the top. */
const anyData = z.looseObject(cut.shape)

const rights =
  'Texts quoted belong to their authors and are quoted with their source. An independent record. Not of the European Union or of any government.'

export type Workbook = { readonly bytes: Uint8Array<ArrayBuffer>; readonly filename: string }

/**
 * A view's table as a workbook, with a sheet that says what it is and one that says what each column means. The address there names the page, with everything
 * that was asked and the whole cut, also what was left to its default: a file that is passed on can be checked and cited.
 *
 * @param view the view's title and column names
 * @param page address of the page without its ending, with the parameters that were asked for
 */
export async function buildWorkbook(
  ctx: Pick<Context, 'record'>,
  view: { readonly name: ViewName; readonly title: string; readonly headers: readonly string[] },
  { data, rows }: { readonly data: object; readonly rows: Rows },
  page: URL,
): Promise<Workbook> {
  const { dossier, asOf, knownAt, method } = anyData.parse(data)
  const head = await getDossierHead(ctx.record.public, dossier)
  const about: About = [
    ['Table', view.title],
    ['Dossier', head === null ? dossier : `${head.title} (${dossier})`],
    ['As of', `${asOf} (asOf: the world on that day)`],
    ['Known at', `${knownAt} (knownAt: record cut-off)`],
    ['Method', method],
    ['Rows', String(rows.length)],
    ['Address', buildPermalink(page, { asOf, knownAt, method })],
    ['Licence', `${dataLicence.title} (CC BY 4.0), ${dataLicence.url}`],
    ['Rights', rights],
    ...(head?.note ? [['Note', head.note] as const] : []),
  ]
  const columns = view.headers.map((header) => ({ header, get: (row: Rows[number]) => row[header] ?? null }))
  return {
    bytes: formats.xlsx.build({
      columns,
      rows,
      name: view.title,
      about,
      further: buildDictionary(view.name),
    }),
    filename: formatFilename(page.pathname, asOf),
  }
}

/** What each column of the view's table means. */
function buildDictionary(view: ViewName): FurtherSheet {
  const { types, units } = getDataWords('en')
  return {
    name: 'Columns',
    heads: ['column', 'type', 'unit', 'values', 'meaning'],
    rows: (listViewColumns(view, 'en') ?? []).map(({ name, type, unit, values, description }) => [
      name,
      types[type],
      unit === null ? null : units[unit],
      values === null ? null : values.join(' | '),
      description,
    ]),
  }
}

/** `kazakhstan-linkage-2015-12-21.xlsx`: made of what an address consists of, so ASCII and without a quote. */
function formatFilename(pathname: string, asOf: string): string {
  const [dossier = '', ...place] = pathname.split('/').filter((part) => part !== '')
  return `${[dossier, ...(place.length > 0 ? place : ['scorecard']), asOf].join('-')}.xlsx`
}
