import type { z } from 'zod'
import { cutInput } from '../common/cut.ts'
import type { Context } from '../context.ts'
import type { Body } from './answer.ts'
import { briefDocuments } from './brief-documents.ts'
import { buildCatalogueFile, catalogueKinds } from './catalogues.ts'
import { buildFeed, feedInput } from './feeds.ts'
import type { Site } from './site.ts'

/** A file beside the views: what describes them, and what is new. */
export type Document = {
  /** With a name in braces for each part that names something. */
  readonly path: string
  readonly mediaType: string
  readonly description: string
  readonly input: z.ZodObject
  /** @param address of the request, under the origin that readers use */
  readonly read: (
    ctx: Context,
    input: Readonly<Record<string, unknown>>,
    address: URL,
    site: Site,
  ) => Promise<Body>
}

const dossierInput = cutInput.pick({ dossier: true })

const descriptions = {
  'catalog.jsonld': 'The data of the dossier as a DCAT-AP 3 catalogue in JSON-LD.',
  'dataset.jsonld': 'The data of the dossier as a schema.org Dataset in JSON-LD.',
  'datapackage.json': 'The tables of the dossier as a Frictionless Data Package, with the schema of each.',
} as const satisfies Record<(typeof catalogueKinds)[number], string>

const feed = {
  mediaType: 'application/atom+xml',
  read: (ctx, input, address) => buildFeed(ctx, feedInput.parse(input), address),
} as const satisfies Partial<Document>

/** Every public file of a dossier that is not a view. */
export const documents: readonly Document[] = [
  ...catalogueKinds.map(
    (kind): Document => ({
      path: `/{dossier}/${kind}`,
      mediaType: kind.endsWith('.jsonld') ? 'application/ld+json' : 'application/json',
      description: descriptions[kind],
      input: dossierInput,
      read: (ctx, input, address, site) =>
        buildCatalogueFile(ctx, dossierInput.parse(input).dossier, kind, site, address.origin),
    }),
  ),
  {
    ...feed,
    path: '/{dossier}/feed.atom',
    description: 'What is new on the public record of the dossier.',
    input: feedInput.omit({ area: true, ref: true }),
  },
  {
    ...feed,
    path: '/{dossier}/areas/{area}/feed.atom',
    description: 'What is new about the recommendations of a concern area.',
    input: feedInput.omit({ ref: true }).required({ area: true }),
  },
  {
    ...feed,
    path: '/{dossier}/recommendations/{ref}/feed.atom',
    description: 'What is new about a recommendation.',
    input: feedInput.omit({ area: true }).required({ ref: true }),
  },
  ...briefDocuments,
]

const patterns = documents.map((document) => ({
  document,
  pattern: new RegExp(
    `^${document.path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[A-Za-z0-9-]{1,80})')}$`,
  ),
}))

/** The document that an address names by its path, with the names in it; null where it names none. */
export function parseDocumentAddress(
  pathname: string,
): { readonly document: Document; readonly names: Readonly<Record<string, string>> } | null {
  for (const { document, pattern } of patterns) {
    const match = pattern.exec(pathname)
    if (match) return { document, names: { ...match.groups } }
  }
  return null
}
