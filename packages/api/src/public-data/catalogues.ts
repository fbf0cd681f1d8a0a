import { listEditions } from '@waymark/db/queries/edition.query'
import { listSourcesForPackage } from '@waymark/db/queries/open-data.query'
import { getTimelineEnds } from '@waymark/db/queries/timeline.query'
import type { Catalogue, CatalogueView } from '@waymark/exchange/open-data/catalogue'
import { buildDatapackage } from '@waymark/exchange/open-data/datapackage'
import { buildDcat } from '@waymark/exchange/open-data/dcat'
import { buildSchemaOrg } from '@waymark/exchange/open-data/schema-org'
import { getLanguageOfText } from '@waymark/recommendation/text-language'
import { getCut, type ResolvedCut } from '../common/resolve-cut.ts'
import type { Context } from '../context.ts'
import type { Body } from './answer.ts'
import { getDataWords, listViewColumns } from './dictionary.ts'
import type { Site } from './site.ts'
import { viewList, viewNames } from './view-list.ts'

/** The views that can be had whole: those of one object each are described by the API. */
const wholeViews = viewNames.filter((name) => !viewList[name].path.includes(':'))

const words = getDataWords('en')

function listCatalogueViews(base: string): CatalogueView[] {
  return wholeViews.map((name) => {
    const page = `${base}${viewList[name].path}`
    const columns = listViewColumns(name, 'en')
    const formats = columns === null ? (['json'] as const) : (['json', 'csv', 'xlsx'] as const)
    return {
      name,
      title: words.views[name].title,
      description: words.views[name].text,
      page,
      files: formats.map((format) => ({ format, url: `${page}.${format}` })),
      columns,
    }
  })
}

/** The languages of a dossier's originals, as what it says of itself tells them. */
const listLanguages = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => getLanguageOfText(text) ?? [])),
]

async function buildCatalogue(
  ctx: Context,
  { head, record, today }: ResolvedCut,
  { publisher, contact }: Site,
  origin: string,
): Promise<Catalogue> {
  const db = ctx.record.public
  const [ends, editions] = await Promise.all([getTimelineEnds(db, record), listEditions(db, head.id)])
  return {
    origin,
    publisher,
    contact,
    dossier: { key: head.key, title: head.title, note: head.note, partner: head.partner },
    issued: head.beginsAt,
    modified: head.publicAt,
    temporal: { from: ends.first, to: today },
    languages: listLanguages([head.title, head.note ?? '']),
    views: listCatalogueViews(`${origin}/${head.key}`),
    editions: editions.map(({ id, title, issuedAt, zipBytes, zipSha256 }) => ({
      id,
      title,
      page: `${origin}/${head.key}/editions/${id}`,
      file: `${origin}/${head.key}/editions/${id}.zip`,
      mediaType: 'application/zip',
      published: issuedAt,
      bytes: zipBytes,
      sha256: zipSha256,
    })),
  }
}

const jsonLd = 'application/ld+json; charset=utf-8'
const format = (value: object): string => `${JSON.stringify(value, null, 1)}\n`

/** What describes a dossier's data to programs, by the last part of the address. */
const kinds = {
  'catalog.jsonld': async (catalogue: Catalogue) => ({
    bytes: format(buildDcat(catalogue)),
    mediaType: jsonLd,
  }),
  'dataset.jsonld': async (catalogue: Catalogue) => ({
    bytes: format(buildSchemaOrg(catalogue)),
    mediaType: jsonLd,
  }),
  'datapackage.json': async (catalogue: Catalogue, ctx: Context, { record }: ResolvedCut) => ({
    bytes: format(buildDatapackage(catalogue, await listSourcesForPackage(ctx.record.public, record))),
    mediaType: 'application/json; charset=utf-8',
  }),
} as const satisfies Record<
  string,
  (catalogue: Catalogue, ctx: Context, resolved: ResolvedCut) => Promise<Body>
>
export type CatalogueKind = keyof typeof kinds
export const catalogueKinds = Object.keys(kinds) as CatalogueKind[]

/** A catalogue of the dossier as it is now. Refusals: `not-found`. */
export async function buildCatalogueFile(
  ctx: Context,
  dossier: string,
  kind: CatalogueKind,
  site: Site,
  origin: string,
): Promise<Body> {
  const resolved = await getCut(ctx, { dossier })
  return kinds[kind](await buildCatalogue(ctx, resolved, site, origin), ctx, resolved)
}
