import {
  type Catalogue,
  dataLicence,
  describeDossier,
  getDescriptions,
  keywords,
  mediaTypes,
} from './catalogue.ts'

/** A dossier's data as a schema.org Dataset in JSON-LD, one download a file, for search engines of data. */
export function buildSchemaOrg(catalogue: Catalogue): object {
  const { origin, publisher, contact, dossier, issued, modified, temporal, languages, views, editions } =
    catalogue
  const { page } = getDescriptions(catalogue)
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': page,
    name: `Waymark: ${dossier.title}`,
    description: describeDossier(dossier),
    url: `${origin}/${dossier.key}`,
    identifier: dossier.key,
    license: dataLicence.url,
    isAccessibleForFree: true,
    inLanguage: languages,
    datePublished: issued,
    dateModified: modified,
    temporalCoverage: `${temporal.from ?? '..'}/${temporal.to}`,
    spatialCoverage: { '@type': 'Country', identifier: dossier.partner },
    keywords,
    creator: { '@type': 'Organization', name: publisher, url: `${origin}/` },
    publisher: {
      '@type': 'Organization',
      name: publisher,
      url: `${origin}/`,
      ...(contact === null
        ? {}
        : {
            contactPoint: {
              '@type': 'ContactPoint',
              contactType: 'data',
              [contact.startsWith('http') ? 'url' : 'email']: contact,
            },
          }),
    },
    variableMeasured: [
      ...new Set(views.flatMap(({ columns }) => columns?.map(({ name }) => name) ?? [])),
    ].sort(),
    distribution: [
      ...views.flatMap((view) =>
        view.files.map(({ format, url }) => ({
          '@type': 'DataDownload',
          name: `${view.title} (${format})`,
          encodingFormat: mediaTypes[format],
          contentUrl: url,
          license: dataLicence.url,
        })),
      ),
      ...editions.map((edition) => ({
        '@type': 'DataDownload',
        name: edition.title,
        encodingFormat: edition.mediaType,
        contentUrl: edition.file,
        contentSize: `${edition.bytes} B`,
        sha256: edition.sha256,
        license: dataLicence.url,
      })),
    ],
  }
}
