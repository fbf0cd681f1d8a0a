import { columns } from '@waymark/api/public-data/columns'
import { getDataWords, listColumns } from '@waymark/api/public-data/dictionary'
import { viewList } from '@waymark/api/public-data/view-list'
import { views } from '@waymark/api/public-data/views'
import { getStarterDossier } from '@waymark/dossiers/starter-dossiers'
import { parseCsvText } from '@waymark/exchange/formats/csv'
import { buildDcat } from '@waymark/exchange/open-data/dcat'
import { isPartialDate } from '@waymark/kernel/partial-date'
import { languages } from '@waymark/messages/language'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import { DataFactory } from 'n3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dcatShapes, recommendedShapes } from '../src/dcat-shapes.ts'
import { buildContext, buildPublicData, openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import { listViolations, parseJsonLd } from '../src/validate-graph.ts'

const dossier = 'kazakhstan'
const names = { ref: 'KZ-2013-12', key: 'epca-signed' }
let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord({ template: dossier, bytes: await getStarterDossier(dossier) })
})
afterAll(() => record.close())

const ask = async (path: string) => {
  const response = await buildPublicData(record).request(`https://record.example${path}`)
  expect([path, response.status]).toEqual([path, 200])
  return response
}
// biome-ignore lint/suspicious/noExplicitAny: what came is looked at, not trusted
const askJson = async (path: string): Promise<any> => (await ask(path)).json()

const isOf = {
  string: (v: unknown) => typeof v === 'string',
  integer: (v: unknown) => Number.isInteger(v),
  number: (v: unknown) => typeof v === 'number' && Number.isFinite(v),
  boolean: (v: unknown) => typeof v === 'boolean',
  date: (v: unknown) => typeof v === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(v) && isPartialDate(v),
  'partial-date': (v: unknown) => typeof v === 'string' && isPartialDate(v),
  instant: (v: unknown) => typeof v === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(v),
} as const

test.each(views.filter((view) => view.headers.length > 0))(
  'every value of $name is what the dictionary says of its column',
  async (view) => {
    const { table } = viewList[view.name]
    if (table === null) throw new Error('no table')
    const own = Object.entries(names).filter(([name]) => view.path.includes(`:${name}`))
    const input = { dossier, asOf: '2016-01-01', ...Object.fromEntries(own) }
    const { rows } = await view.read(buildContext(record, null), input)
    const described = listColumns(table, 'en')
    expect(described.map(({ name }) => name)).toEqual(view.headers)
    expect(rows?.length).toBeGreaterThan(0)
    for (const row of rows ?? []) {
      expect(Object.keys(row).sort()).toEqual([...view.headers].sort())
      for (const { name, type, values, always } of described) {
        const value = row[name]
        if (value === null || value === '') expect([name, always]).toEqual([name, false])
        else {
          expect([name, value, isOf[type](value)]).toEqual([name, value, true])
          if (values !== null) expect(values, name).toContain(value)
        }
      }
    }
  },
)

test('every view and column is described in each language, in sentences, and none is described that there is not', async () => {
  for (const lang of languages) {
    const { views: told } = await askJson(`/${dossier}/data.json?lang=${lang}`)
    expect(told.map(({ name }: { name: string }) => name)).toEqual(views.map(({ name }) => name))
    for (const view of told) {
      expect(view.description).toMatch(/^\p{Lu}.*\.$/u)
      for (const { description } of view.columns ?? []) expect(description).toMatch(/^[\p{L}].*\.$/u)
    }
  }
  const listKeys = (tables: object) =>
    Object.entries(tables).map(([table, all]) => [table, Object.keys(all).sort()])
  for (const lang of languages)
    expect(Object.fromEntries(listKeys(getDataWords(lang).columns))).toEqual(
      Object.fromEntries(listKeys(columns)),
    )
})

test('the dictionary is a table too, with a row for each of its own columns', async () => {
  const csv = await (await ask(`/${dossier}/data.csv`)).text()
  const rows = csv
    .trim()
    .split('\r\n')
    .map((line) => parseCsvText(line.split(',')[0] ?? ''))
  expect(rows.filter((view) => view === 'data')).toHaveLength(11)
})

test('the catalogue breaks no shape of DCAT-AP 3, and tells what the profile recommends', async () => {
  const response = await ask(`/${dossier}/catalog.jsonld`)
  expect(response.headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
  const graph = await parseJsonLd((await response.json()) as object)
  expect(await listViolations(graph, dcatShapes)).toEqual([])
  expect(await listViolations(graph, recommendedShapes)).toEqual([])
  const { namedNode } = DataFactory
  const typed = (name: string) =>
    graph.getSubjects(
      namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'),
      namedNode(`http://www.w3.org/ns/dcat#${name}`),
      null,
    )
  expect(typed('Catalog')).toHaveLength(1)
  const whole = views.filter(({ path }) => !path.includes(':'))
  expect(typed('Dataset')).toHaveLength(whole.length)
  const files = graph.getObjects(null, namedNode('http://www.w3.org/ns/dcat#downloadURL'), null)
  expect(files.length).toBe(whole.reduce((sum, { headers }) => sum + (headers.length > 0 ? 3 : 1), 0))
  for (const { value } of files) await ask(new URL(value).pathname)
})

const invented = {
  origin: 'https://record.example',
  publisher: 'Invented institute',
  contact: 'data@record.example',
  dossier: { key: 'invented', title: 'Invented', note: null, partner: 'KZ' },
  issued: '2026-01-01T00:00:00.000Z',
  modified: '2026-02-01T00:00:00.000Z',
  temporal: { from: '2013-01-01', to: '2026-02-01' },
  languages: ['en', 'ru', 'kk'],
  views: [],
  editions: [
    {
      id: '2026-02-01-abcdef',
      title: 'Invented edition',
      page: 'https://record.example/invented/editions/2026-02-01-abcdef',
      file: 'https://record.example/invented/editions/2026-02-01-abcdef.zip',
      mediaType: 'application/zip',
      published: '2026-02-01T00:00:00.000Z',
      bytes: 1024,
      sha256: 'ab'.repeat(32),
    },
  ],
}

test('an edition stands in the catalogue with its size and checksum, and a contact where one is named', async () => {
  const graph = await parseJsonLd(buildDcat(invented))
  expect(await listViolations(graph, dcatShapes)).toEqual([])
  // There is no view, which a service must not lack.
  expect(
    (await listViolations(graph, recommendedShapes)).filter((line) => !line.includes('servesDataset')),
  ).toEqual([])
  const values = graph.getObjects(null, 'http://spdx.org/rdf/terms#checksumValue', null)
  expect(values.map(({ value }) => value)).toEqual(['ab'.repeat(32)])
  expect(graph.getObjects(null, 'http://www.w3.org/2006/vcard/ns#hasEmail', null)[0]?.value).toBe(
    'mailto:data@record.example',
  )
})

test.each([
  ['a catalogue without a publisher', 'dct:publisher'],
  ['a catalogue without a title', 'dct:title'],
  ['a catalogue without a description', 'dct:description'],
])('%s breaks them', async (_, property) => {
  const { [property]: __, ...rest } = buildDcat({ ...invented, editions: [] }) as Record<string, unknown>
  const found = await listViolations(await parseJsonLd(rest), dcatShapes)
  expect(found.length).toBeGreaterThan(0)
})

test('a licence of the wrong class, a second publisher and a text for an address break them', async () => {
  const whole = buildDcat(invented) as Record<string, unknown>
  for (const broken of [
    { 'dct:license': { '@id': 'https://example.org/licence' } },
    { 'dct:publisher': [whole['dct:publisher'], { '@type': 'foaf:Agent', 'foaf:name': 'Another' }] },
    {
      'dcat:service': {
        '@id': 'urn:s',
        '@type': 'dcat:DataService',
        'dct:title': 'S',
        'dcat:endpointURL': 'text',
      },
    },
  ])
    expect(
      (await listViolations(await parseJsonLd({ ...whole, ...broken }), dcatShapes)).length,
    ).toBeGreaterThan(0)
})

test('schema.org is told of every file, its licence and its dates', async () => {
  const data = await askJson(`/${dossier}/dataset.jsonld`)
  expect(data).toMatchObject({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isAccessibleForFree: true,
    url: 'https://record.example/kazakhstan',
    temporalCoverage: expect.stringMatching(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/),
  })
  // Search engines of data take 50 to 5,000 characters.
  expect(data.description.length).toBeGreaterThanOrEqual(50)
  expect(data.description.length).toBeLessThanOrEqual(5_000)
  for (const { contentUrl, encodingFormat } of data.distribution) {
    const response = await ask(new URL(contentUrl).pathname)
    expect(response.headers.get('content-type')).toContain(encodingFormat)
  }
})

test('every answer states the licence and where it is described, in its headers', async () => {
  for (const path of [
    '.json',
    '/linkage.csv',
    '/cases.xlsx',
    '/linkage.bib',
    '/feed.atom',
    '/datapackage.json',
  ]) {
    const link = (await ask(`/${dossier}${path}`)).headers.get('link')
    expect(link, path).toContain('<https://creativecommons.org/licenses/by/4.0/>; rel="license"')
    if (/json$|csv|xlsx|bib/.test(path) && !path.includes('datapackage'))
      expect(link, path).toContain(`<https://record.example/${dossier}/datapackage.json>; rel="describedby"`)
  }
})

/** What the standard (Data Package 2: package, resource, table schema) demands of the properties that we use. */
const packageSchema = {
  type: 'object',
  required: ['$schema', 'name', 'resources'],
  properties: {
    name: { pattern: '^[a-z0-9._-]+$' },
    created: { pattern: '^\\d{4}-\\d{2}-\\d{2}T.*Z$' },
    licenses: { $ref: '#/$defs/licenses' },
    contributors: { type: 'array', minItems: 1, items: { type: 'object', required: ['title'] } },
    sources: { type: 'array', minItems: 1, items: { type: 'object', minProperties: 1 } },
    resources: { type: 'array', minItems: 1, items: { $ref: '#/$defs/resource' } },
  },
  $defs: {
    licenses: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', anyOf: [{ required: ['name'] }, { required: ['path'] }] },
    },
    resource: {
      type: 'object',
      required: ['name', 'path'],
      properties: {
        name: { pattern: '^[a-z0-9._-]+$' },
        path: { pattern: '^https://' },
        licenses: { $ref: '#/$defs/licenses' },
        schema: {
          type: 'object',
          required: ['fields'],
          properties: { fields: { type: 'array', minItems: 1, items: { $ref: '#/$defs/field' } } },
        },
      },
      if: { required: ['type'] },
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
      then: { required: ['schema'], properties: { type: { const: 'table' } } },
    },
    field: {
      type: 'object',
      required: ['name', 'type', 'description'],
      properties: {
        type: { enum: ['string', 'integer', 'number', 'boolean', 'date', 'datetime'] },
        constraints: {
          type: 'object',
          properties: {
            required: { type: 'boolean' },
            enum: { type: 'array', minItems: 1, uniqueItems: true },
          },
        },
      },
    },
  },
}

type Field = {
  name: string
  type: string
  constraints?: { required?: true; enum?: string[]; pattern?: string }
}
const reads: Readonly<Record<string, RegExp>> = {
  string: /^[\s\S]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?$/,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T.*Z$/,
}

test('the data package keeps the standard, and every table can be read by its schema', async () => {
  const data = await askJson(`/${dossier}/datapackage.json`)
  const validate = new Ajv2020({ strict: false }).compile(packageSchema)
  validate(data)
  expect(validate.errors ?? null).toBe(null)
  expect(validate({ ...data, name: 'With Spaces' })).toBe(false)
  const tables = data.resources.filter(({ type }: { type?: string }) => type === 'table')
  expect(tables).toHaveLength(
    views.filter(({ path, headers }) => !path.includes(':') && headers.length > 0).length,
  )
  for (const { path, schema } of tables) {
    const fields: Field[] = schema.fields
    const [head, ...rows] = parse(await (await ask(new URL(path).pathname)).text(), {
      bom: true,
    }) as string[][]
    expect(head).toEqual(fields.map(({ name }) => name))
    for (const row of rows)
      for (const [i, { name, type, constraints = {} }] of fields.entries()) {
        const cell = parseCsvText(row[i] ?? '')
        if (cell === '') expect([path, name, constraints.required ?? false]).toEqual([path, name, false])
        else {
          expect(cell, `${path} ${name}`).toMatch(reads[type] ?? /never/)
          if (constraints.enum) expect(constraints.enum).toContain(cell)
          if (constraints.pattern) expect(cell).toMatch(new RegExp(constraints.pattern))
        }
      }
  }
})

test('a page is cited with its whole cut, and the citation leads back to it', async () => {
  const bib = await (await ask(`/${dossier}/recommendations/${names.ref}.bib?asOf=2016-01-01`)).text()
  const url = /url = \{(.*)\},/.exec(bib)?.[1] ?? ''
  expect(url).toMatch(
    /^https:\/\/record\.example\/kazakhstan\/recommendations\/KZ-2013-12\?asOf=2016-01-01&knownAt=[^&]+Z&method=m1$/,
  )
  expect(bib).toContain(names.ref)
  const { pathname, search } = new URL(url)
  const again = await (await ask(`${pathname}.bib${search}`)).text()
  expect(again).toBe(bib)
  const [item] = await askJson(`/${dossier}/milestones/${names.key}.csl.json`)
  expect(item).toMatchObject({
    type: 'dataset',
    URL: expect.stringContaining('/milestones/epca-signed?asOf='),
  })
})
