/**
 * What DCAT-AP 3.0 demands of the classes that our catalogue uses, as SHACL. The table states the cardinalities and ranges of
 * the specification (SEMIC, DCAT-AP 3.0.0, "Application profile", and its tables of controlled vocabularies) in words of our
 * own; the specification's own shapes file is not part of this repository. It is complete for these classes: each property
 * for which the profile sets a minimum, a maximum, a class or a datatype, used by us or not. What the profile only recommends
 * and every record can tell is asked for too, apart.
 */

type Rule = {
  readonly min?: 1
  readonly max?: 1
  readonly class?: string
  readonly datatype?: string
  /** Where the profile names a vocabulary: how the addresses of its terms begin. */
  readonly within?: string
  /** The value must be an IRI: no text, no blank node. */
  readonly iri?: true
}

const eu = 'http://publications.europa.eu/resource/authority'
const text: Rule = { datatype: 'text' }
const agent: Rule = { max: 1, class: 'foaf:Agent' }
const licence: Rule = { max: 1, class: 'dct:LicenseDocument' }
const date: Rule = { max: 1, datatype: 'date' }
const language: Rule = { class: 'dct:LinguisticSystem', within: `${eu}/language/` }
const rights: Rule = { max: 1, class: 'dct:RightsStatement' }
const legislation: Rule = { class: 'eli:LegalResource' }
const theme: Rule = { class: 'skos:Concept', within: `${eu}/data-theme/` }
const place: Rule = { class: 'dct:Location' }
const period: Rule = { class: 'dct:PeriodOfTime' }
const contact: Rule = { class: 'vcard:Kind' }
const page: Rule = { class: 'foaf:Document' }
const mediaType: Rule = {
  max: 1,
  class: 'dct:MediaType',
  within: 'https://www.iana.org/assignments/media-types/',
}

const rules: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  'dcat:Catalog': {
    'dct:title': { ...text, min: 1 },
    'dct:description': { ...text, min: 1 },
    'dct:publisher': { ...agent, min: 1 },
    'dcat:dataset': { class: 'dcat:Dataset' },
    'dcat:service': { class: 'dcat:DataService' },
    'dcat:catalog': { class: 'dcat:Catalog' },
    'dcat:record': { class: 'dcat:CatalogRecord' },
    'dct:hasPart': { class: 'dcat:Catalog' },
    'dct:creator': agent,
    'dct:license': licence,
    'dct:rights': rights,
    'dct:language': language,
    'dct:issued': date,
    'dct:modified': date,
    'dct:spatial': place,
    'dct:temporal': period,
    'foaf:homepage': { ...page, max: 1 },
    'dcat:themeTaxonomy': { class: 'skos:ConceptScheme' },
    'dcatap:applicableLegislation': legislation,
  },
  'dcat:Dataset': {
    'dct:title': { ...text, min: 1 },
    'dct:description': { ...text, min: 1 },
    'dct:publisher': agent,
    'dct:creator': { class: 'foaf:Agent' },
    'dcat:contactPoint': contact,
    'dcat:distribution': { class: 'dcat:Distribution' },
    'adms:sample': { class: 'dcat:Distribution' },
    'dcat:theme': theme,
    'dct:accessRights': { ...rights, within: `${eu}/access-right/` },
    'dct:accrualPeriodicity': { max: 1, class: 'dct:Frequency', within: `${eu}/frequency/` },
    'dct:conformsTo': { class: 'dct:Standard' },
    'dct:language': language,
    'dct:issued': date,
    'dct:modified': date,
    'dct:spatial': { ...place, within: `${eu}/country/` },
    'dct:temporal': period,
    'dct:type': { max: 1, class: 'skos:Concept' },
    'dct:provenance': { class: 'dct:ProvenanceStatement' },
    'dct:source': { class: 'dcat:Dataset' },
    'dct:relation': { class: 'rdfs:Resource' },
    'dct:isReferencedBy': { class: 'rdfs:Resource' },
    'dcat:hasVersion': { class: 'dcat:Dataset' },
    'dcat:inSeries': { class: 'dcat:DatasetSeries' },
    'dcat:landingPage': page,
    'foaf:page': page,
    'dcat:qualifiedRelation': { class: 'dcat:Relationship' },
    'prov:qualifiedAttribution': { class: 'prov:Attribution' },
    'prov:wasGeneratedBy': { class: 'prov:Activity' },
    'adms:identifier': { class: 'adms:Identifier' },
    'dcat:spatialResolutionInMeters': { datatype: 'xsd:decimal' },
    'dcat:temporalResolution': { datatype: 'xsd:duration' },
    'dcatap:applicableLegislation': legislation,
  },
  'dcat:Distribution': {
    'dcat:accessURL': { min: 1, class: 'rdfs:Resource', iri: true },
    'dcat:downloadURL': { class: 'rdfs:Resource', iri: true },
    'dcat:accessService': { class: 'dcat:DataService' },
    'dct:format': { max: 1, class: 'dct:MediaTypeOrExtent', within: `${eu}/file-type/` },
    'dcat:mediaType': mediaType,
    'dcat:compressFormat': mediaType,
    'dcat:packageFormat': mediaType,
    'dcat:byteSize': { max: 1, datatype: 'xsd:nonNegativeInteger' },
    'spdx:checksum': { max: 1, class: 'spdx:Checksum' },
    'dct:license': licence,
    'dct:rights': rights,
    'odrl:hasPolicy': { max: 1, class: 'odrl:Policy' },
    'dct:language': language,
    'dct:issued': date,
    'dct:modified': date,
    'dct:conformsTo': { class: 'dct:Standard' },
    'foaf:page': page,
    'adms:status': { max: 1, class: 'skos:Concept' },
    'dcatap:availability': { max: 1, class: 'skos:Concept', within: `${eu}/planned-availability/` },
    'dcat:spatialResolutionInMeters': { datatype: 'xsd:decimal' },
    'dcat:temporalResolution': { datatype: 'xsd:duration' },
    'dcatap:applicableLegislation': legislation,
  },
  'dcat:DataService': {
    'dct:title': { ...text, min: 1 },
    'dcat:endpointURL': { min: 1, class: 'rdfs:Resource', iri: true },
    'dcat:endpointDescription': { class: 'rdfs:Resource' },
    'dcat:servesDataset': { class: 'dcat:Dataset' },
    'dct:publisher': agent,
    'dcat:contactPoint': contact,
    'dct:license': licence,
    'dct:accessRights': { ...rights, within: `${eu}/access-right/` },
    'dct:format': { class: 'dct:MediaTypeOrExtent' },
    'dct:conformsTo': { class: 'dct:Standard' },
    'dcat:theme': theme,
    'dcat:landingPage': page,
    'dcatap:applicableLegislation': legislation,
  },
  'foaf:Agent': { 'foaf:name': { ...text, min: 1 }, 'dct:type': { max: 1, class: 'skos:Concept' } },
  'skos:Concept': { 'skos:prefLabel': { ...text, min: 1 } },
  'skos:ConceptScheme': { 'dct:title': { ...text, min: 1 } },
  'dct:LicenseDocument': { 'dct:type': { class: 'skos:Concept' } },
  'dct:Location': {
    'locn:geometry': { max: 1, class: 'locn:Geometry' },
    'dcat:bbox': { max: 1 },
    'dcat:centroid': { max: 1 },
  },
  'dct:PeriodOfTime': {
    'dcat:startDate': date,
    'dcat:endDate': date,
    'time:hasBeginning': { max: 1, class: 'time:Instant' },
    'time:hasEnd': { max: 1, class: 'time:Instant' },
  },
  'spdx:Checksum': {
    'spdx:algorithm': { min: 1, max: 1, class: 'spdx:ChecksumAlgorithm' },
    'spdx:checksumValue': { min: 1, max: 1, datatype: 'xsd:hexBinary' },
  },
  'adms:Identifier': { 'skos:notation': { min: 1, max: 1 } },
}

/**
 * What the profile calls recommended, without what not every record can tell: a contact that the operator may not have named,
 * of what kind the publisher is, and where on the map a country lies.
 */
const recommended: Readonly<Record<string, readonly string[]>> = {
  'dcat:Catalog': [
    'dct:language',
    'dct:issued',
    'dct:modified',
    'dct:license',
    'dct:spatial',
    'dcat:themeTaxonomy',
    'foaf:homepage',
    'dcat:dataset',
  ],
  'dcat:Dataset': [
    'dcat:distribution',
    'dcat:keyword',
    'dct:publisher',
    'dct:spatial',
    'dct:temporal',
    'dcat:theme',
  ],
  'dcat:Distribution': ['dct:description', 'dct:format', 'dct:license', 'dcatap:availability'],
  'dcat:DataService': ['dcat:servesDataset', 'dcat:endpointDescription'],
  'dct:LicenseDocument': ['dct:type'],
  'dct:PeriodOfTime': ['dcat:startDate', 'dcat:endDate'],
}

const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  locn: 'http://www.w3.org/ns/locn#',
  odrl: 'http://www.w3.org/ns/odrl/2/',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  sh: 'http://www.w3.org/ns/shacl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  time: 'http://www.w3.org/2006/time#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** Texts may have a language. Dates are of any of the types by which DCAT writes them. */
const datatypes: Readonly<Record<string, string>> = {
  text: 'sh:or ([ sh:datatype xsd:string ] [ sh:datatype rdf:langString ]) ; sh:minLength 1',
  date: 'sh:or ([ sh:datatype xsd:date ] [ sh:datatype xsd:dateTime ] [ sh:datatype xsd:gYear ] [ sh:datatype xsd:gYearMonth ])',
}

function formatRule(path: string, rule: Rule): string {
  const parts = [
    `sh:path ${path}`,
    ...(rule.min === undefined ? [] : [`sh:minCount ${rule.min}`]),
    ...(rule.max === undefined ? [] : [`sh:maxCount ${rule.max}`]),
    ...(rule.class === undefined ? [] : [`sh:class ${rule.class}`]),
    ...(rule.datatype === undefined ? [] : [datatypes[rule.datatype] ?? `sh:datatype ${rule.datatype}`]),
    ...(rule.within === undefined ? [] : [`sh:pattern "^${rule.within}"`]),
    ...(rule.iri ? ['sh:nodeKind sh:IRI'] : []),
  ]
  return `[ ${parts.join(' ; ')} ]`
}

const formatShapes = (name: string, shapes: readonly (readonly [string, readonly string[]])[]) =>
  [
    ...Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`),
    ...shapes.map(
      ([target, properties], i) =>
        `<urn:shape:${name}:${i}> a sh:NodeShape ; sh:targetClass ${target} ; sh:property ${properties.join(', ')} .`,
    ),
  ].join('\n')

/** The shapes as Turtle. */
export const dcatShapes = formatShapes(
  'demanded',
  Object.entries(rules).map(([target, properties]) => [
    target,
    Object.entries(properties).map(([path, rule]) => formatRule(path, rule)),
  ]),
)

/** Those of what is recommended. */
export const recommendedShapes = formatShapes(
  'recommended',
  Object.entries(recommended).map(([target, paths]) => [
    target,
    paths.map((path) => formatRule(path, { min: 1 })),
  ]),
)
