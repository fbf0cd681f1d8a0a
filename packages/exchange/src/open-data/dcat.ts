import {
  type Catalogue,
  type CatalogueEdition,
  type CatalogueView,
  dataLicence,
  describeDossier,
  getDescriptions,
  keywords,
  mediaTypes,
} from './catalogue.ts'

const eu = 'http://publications.europa.eu/resource/authority'

/** Terms of the document. Kept in it, so that it can be read without asking for another. */
const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** Languages of the EU's vocabulary, by ISO 639-1. Others are left out: DCAT-AP knows no language that is not on the list. */
const euLanguages: Readonly<Record<string, string>> = {
  en: 'ENG',
  ru: 'RUS',
  kk: 'KAZ',
  fr: 'FRA',
  de: 'DEU',
}

/** ISO 3166-1 alpha-3 for the EU's list of countries, of the partners that there are dossiers of. */
const euCountries: Readonly<Record<string, string>> = {
  KZ: 'KAZ',
  KG: 'KGZ',
  TJ: 'TJK',
  TM: 'TKM',
  UZ: 'UZB',
}

const themes = {
  JUST: 'Justice, legal system and public safety',
  INTR: 'International issues',
} as const
const taxonomy = { id: `${eu}/data-theme`, title: 'Data theme' }
const fileTypes = { json: 'JSON', csv: 'CSV', xlsx: 'XLSX' } as const

const english = (text: string) => ({ '@value': text, '@language': 'en' })
const instant = (text: string) => ({ '@value': text, '@type': 'xsd:dateTime' })
const day = (text: string) => ({ '@value': text, '@type': 'xsd:date' })
const typed = (id: string, type: string | readonly string[]) => ({ '@id': id, '@type': type })
const document = (id: string) => typed(id, 'foaf:Document')

const licence = {
  ...typed(dataLicence.url, 'dct:LicenseDocument'),
  'dct:title': english(dataLicence.title),
  'dct:type': {
    ...typed('http://purl.org/adms/licencetype/Attribution', 'skos:Concept'),
    'skos:prefLabel': english('Attribution'),
  },
}
const availability = {
  ...typed(`${eu}/planned-availability/AVAILABLE`, 'skos:Concept'),
  'skos:prefLabel': english('available'),
}
const accessRights = typed(`${eu}/access-right/PUBLIC`, 'dct:RightsStatement')
const rights = {
  '@type': 'dct:RightsStatement',
  'rdfs:label': english(
    'Texts quoted from sources belong to their authors; the licence does not cover them.',
  ),
}

const themeNodes = Object.entries(themes).map(([code, label]) => ({
  ...typed(`${eu}/data-theme/${code}`, 'skos:Concept'),
  'skos:prefLabel': english(label),
  'skos:inScheme': { '@id': taxonomy.id },
}))

function buildContactPoint(contact: string | null) {
  if (contact === null) return {}
  const isPage = contact.startsWith('http')
  return {
    'dcat:contactPoint': {
      '@type': ['vcard:Kind', 'vcard:Organization'],
      'vcard:fn': english('Contact for these data'),
      [isPage ? 'vcard:hasURL' : 'vcard:hasEmail']: { '@id': isPage ? contact : `mailto:${contact}` },
    },
  }
}

/** What a data set says of itself whatever it holds: who, when, where, in which languages, and that all may use it. */
function buildCommon({ origin, publisher, contact, dossier, temporal, languages }: Catalogue) {
  const country = euCountries[dossier.partner]
  return {
    'dct:publisher': {
      ...typed(`${origin}/#publisher`, 'foaf:Agent'),
      'foaf:name': english(publisher),
      'foaf:homepage': document(`${origin}/`),
    },
    ...buildContactPoint(contact),
    ...(country === undefined ? {} : { 'dct:spatial': typed(`${eu}/country/${country}`, 'dct:Location') }),
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      ...(temporal.from === null ? {} : { 'dcat:startDate': day(temporal.from) }),
      'dcat:endDate': day(temporal.to),
    },
    'dct:language': languages.flatMap((language) => {
      const code = euLanguages[language]
      return code === undefined ? [] : [typed(`${eu}/language/${code}`, 'dct:LinguisticSystem')]
    }),
  }
}

function buildFile(
  { format, url }: CatalogueView['files'][number],
  { title, page }: CatalogueView,
  { modified }: Catalogue,
  dictionary: string,
) {
  const mediaType = mediaTypes[format]
  return {
    ...typed(`${url}#distribution`, 'dcat:Distribution'),
    'dct:title': english(fileTypes[format]),
    'dct:description': english(`${title}, as a file of type ${fileTypes[format]}.`),
    // The class stands there for validators that do not conclude that everything is a resource.
    'dcat:accessURL': typed(page, ['foaf:Document', 'rdfs:Resource']),
    'dcat:downloadURL': typed(url, 'rdfs:Resource'),
    'dcat:mediaType': typed(`https://www.iana.org/assignments/media-types/${mediaType}`, 'dct:MediaType'),
    'dct:format': typed(`${eu}/file-type/${fileTypes[format]}`, 'dct:MediaTypeOrExtent'),
    'dct:license': licence,
    'dct:rights': rights,
    'dct:modified': instant(modified),
    'foaf:page': document(dictionary),
    'dcatap:availability': availability,
  }
}

function buildDataset(view: CatalogueView, catalogue: Catalogue, common: object) {
  const { origin, dossier, issued, modified } = catalogue
  const { page } = getDescriptions(catalogue)
  return {
    ...typed(`${origin}/${dossier.key}/data#${view.name}`, ['dcat:Dataset', 'dcat:Resource']),
    'dct:identifier': `${dossier.key}/${view.name}`,
    'dct:title': english(`${dossier.title}: ${view.title}`),
    'dct:description': english(view.description),
    ...common,
    'dct:issued': instant(issued),
    'dct:modified': instant(modified),
    'dct:accrualPeriodicity': typed(`${eu}/frequency/IRREG`, 'dct:Frequency'),
    'dct:accessRights': accessRights,
    'dcat:theme': themeNodes,
    'dcat:keyword': keywords.map(english),
    'dcat:landingPage': document(view.page),
    'foaf:page': document(page),
    'dcat:distribution': view.files.map((file) => buildFile(file, view, catalogue, page)),
  }
}

/** An edition never changes, so its file has a size and a checksum. */
function buildEdition(edition: CatalogueEdition, catalogue: Catalogue, common: object) {
  return {
    ...typed(`${edition.page}#dataset`, ['dcat:Dataset', 'dcat:Resource']),
    'dct:identifier': edition.id,
    'dct:title': english(edition.title),
    'dct:description': english(
      `${describeDossier(catalogue.dossier)} A published edition, which never changes.`,
    ),
    ...common,
    'dct:issued': instant(edition.published),
    'dct:accessRights': accessRights,
    'dcat:theme': themeNodes,
    'dcat:keyword': keywords.map(english),
    'dcat:landingPage': document(edition.page),
    'dcat:distribution': [
      {
        ...typed(`${edition.file}#distribution`, 'dcat:Distribution'),
        'dct:title': english('ZIP'),
        'dct:description': english('The whole edition as a signed archive.'),
        'dcat:accessURL': typed(edition.page, ['foaf:Document', 'rdfs:Resource']),
        'dcat:downloadURL': typed(edition.file, 'rdfs:Resource'),
        'dcat:mediaType': typed(
          `https://www.iana.org/assignments/media-types/${edition.mediaType}`,
          'dct:MediaType',
        ),
        'dct:format': typed(`${eu}/file-type/ZIP`, 'dct:MediaTypeOrExtent'),
        'dcatap:availability': availability,
        'dct:license': licence,
        'dct:rights': rights,
        'dct:issued': instant(edition.published),
        'dcat:byteSize': { '@value': String(edition.bytes), '@type': 'xsd:nonNegativeInteger' },
        'spdx:checksum': {
          '@type': 'spdx:Checksum',
          'spdx:algorithm': typed('spdx:checksumAlgorithm_sha256', 'spdx:ChecksumAlgorithm'),
          'spdx:checksumValue': { '@value': edition.sha256, '@type': 'xsd:hexBinary' },
        },
      },
    ],
  }
}

/**
 * A dossier's data as a DCAT-AP 3.0 catalogue in JSON-LD: a data set a view that can be had whole, one a published edition,
 * and the service that answers for any date. Sizes are told of editions only: the rest changes with every entry.
 */
export function buildDcat(catalogue: Catalogue): object {
  const { origin, dossier, issued, modified, views, editions } = catalogue
  const about = getDescriptions(catalogue)
  const common = buildCommon(catalogue)
  const datasets = [
    ...views.map((view) => buildDataset(view, catalogue, common)),
    ...editions.map((edition) => buildEdition(edition, catalogue, common)),
  ]
  return {
    '@context': context,
    ...typed(`${about.catalogue}#catalogue`, 'dcat:Catalog'),
    'dct:title': english(`Waymark: ${dossier.title}`),
    'dct:description': english(describeDossier(dossier)),
    ...common,
    'dct:license': licence,
    'dct:issued': instant(issued),
    'dct:modified': instant(modified),
    'foaf:homepage': document(`${origin}/${dossier.key}`),
    'dcat:themeTaxonomy': {
      ...typed(taxonomy.id, 'skos:ConceptScheme'),
      'dct:title': english(taxonomy.title),
    },
    'dcat:dataset': datasets,
    'dcat:service': {
      ...typed(`${about.api}#service`, 'dcat:DataService'),
      'dct:title': english(`Waymark: ${dossier.title}, at any date`),
      'dct:publisher': { '@id': `${origin}/#publisher` },
      'dcat:endpointURL': typed(`${origin}/${dossier.key}`, ['foaf:Document', 'rdfs:Resource']),
      'dcat:endpointDescription': typed(about.api, 'rdfs:Resource'),
      'dct:license': licence,
      'dct:accessRights': accessRights,
      'dcat:servesDataset': views.map((view) => ({ '@id': `${origin}/${dossier.key}/data#${view.name}` })),
    },
  }
}
