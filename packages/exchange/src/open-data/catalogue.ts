/** What is told of a dossier's data in every catalogue: DCAT-AP, schema.org, Frictionless. Addresses are absolute. */
export type Catalogue = {
  /** Scheme and host of the installation. */
  readonly origin: string
  readonly publisher: string
  /** A mail address or a page; null where the operator has named none. */
  readonly contact: string | null
  readonly dossier: {
    readonly key: string
    readonly title: string
    readonly note: string | null
    /** ISO 3166-1 alpha-2. */
    readonly partner: string
  }
  /** When the record of this dossier begins, and when it last changed: instants. */
  readonly issued: string
  readonly modified: string
  /** First and last day that the record tells of; the first null where nothing has a date. */
  readonly temporal: { readonly from: string | null; readonly to: string }
  /** Languages of the texts, ISO 639-1. */
  readonly languages: readonly string[]
  readonly views: readonly CatalogueView[]
  readonly editions: readonly CatalogueEdition[]
}

export type CatalogueView = {
  readonly name: string
  readonly title: string
  readonly description: string
  /** The page that shows the same. */
  readonly page: string
  readonly files: readonly CatalogueFile[]
  /** The table's columns; null where the view makes no table. */
  readonly columns: readonly CatalogueColumn[] | null
}

export type CatalogueFile = { readonly format: 'json' | 'csv' | 'xlsx'; readonly url: string }

export type CatalogueColumn = {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'partial-date' | 'instant'
  readonly values: readonly string[] | null
  readonly always: boolean
  readonly description: string
}

/** A published, unchanging state of the whole dossier as one file, with its SHA-256 in hexadecimal digits. */
export type CatalogueEdition = {
  readonly id: string
  readonly title: string
  readonly page: string
  readonly file: string
  readonly mediaType: string
  readonly published: string
  readonly bytes: number
  readonly sha256: string
}

/** The licence of the data. Texts that are quoted stay their authors'. */
export const dataLicence = {
  spdx: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const

/** The page that explains the data, and what describes them to programs. */
export const getDescriptions = ({ origin, dossier }: Pick<Catalogue, 'origin' | 'dossier'>) => {
  const base = `${origin}/${dossier.key}`
  return {
    page: `${base}/data`,
    catalogue: `${base}/catalog.jsonld`,
    dataset: `${base}/dataset.jsonld`,
    datapackage: `${base}/datapackage.json`,
    feed: `${base}/feed.atom`,
    api: `${origin}/openapi.json`,
  }
}

/** Words by which catalogues file the data. */
export const keywords = ['human rights', 'recommendations', 'implementation', 'European Union'] as const

export const mediaTypes = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<CatalogueFile['format'], string>

/** In one sentence what the dossier is, for catalogues; the note says what must be said wherever it is shown. */
export const describeDossier = ({ title, note }: Catalogue['dossier']): string =>
  [
    `${title}: recommendations on human rights, their implementation and uptake, and the milestones of the agreement tied to them, at any date.`,
    ...(note === null ? [] : [note]),
  ].join(' ')
