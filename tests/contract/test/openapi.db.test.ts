import { documents } from '@waymark/api/public-data/documents'
import { viewList } from '@waymark/api/public-data/view-list'
import { views } from '@waymark/api/public-data/views'
import { getStarterDossier } from '@waymark/dossiers/starter-dossiers'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPublicData, openTestRecord, type TestRecord } from '../src/open-test-record.ts'

const dossier = 'kazakhstan'
const names: Readonly<Record<string, string>> = {
  dossier,
  ref: 'KZ-2013-12',
  key: 'epca-signed',
  area: 'political-opposition',
}

type Parameter = { name: string; in: 'path' | 'query'; required: boolean; schema: { enum?: string[] } }
type Operation = {
  operationId: string
  parameters?: Parameter[]
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}
type Description = {
  openapi: string
  paths: Record<string, { get: Operation }>
  components: { schemas: Record<string, object> }
}

let record: TestRecord
let description: Description
let ajv: Ajv2020
beforeAll(async () => {
  record = await openTestRecord({ template: dossier, bytes: await getStarterDossier(dossier) })
  description = (await (await ask('/openapi.json')).json()) as Description
  ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  ajv.addSchema(description, 'api')
})
afterAll(() => record.close())

const ask = (path: string) => buildPublicData(record).request(`https://record.example${path}`)

const escapePointer = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1')
/** A compiled schema of the description, by its place in it. */
const compile = (...pointer: string[]): ValidateFunction =>
  ajv.compile({ $ref: `api#/${pointer.map(escapePointer).map(encodeURIComponent).join('/')}` })

const fill = (path: string) => path.replace(/\{(\w+)\}/g, (_, name) => names[name] ?? name)

/** A good value of each parameter that any address takes in its query. */
const good: Readonly<Record<string, string>> = {
  asOf: '2016-01-01',
  knownAt: '2999-01-01T00:00:00Z',
  method: 'm2',
  area: 'political-opposition',
  side: 'partner',
  standing: 'limited',
  q: 'law',
  sort: '-issued',
  by: 'line',
  lang: 'kk',
  clock: 'effective',
  from: '2013-11-27',
  to: '2015-12-21',
  fromRound: 'hrd-01',
  toRound: 'hrd-05',
  fromMethod: 'm2',
  change: 'advanced',
  role: 'required',
  state: 'unmet',
  track: 'agreement',
  milestone: 'epca-signed',
  recommendation: 'KZ-2013-12',
  commitment: 'none-of-these',
  actor: 'none-of-these',
  rests: 'nothing',
  before: '2026-01-01T00:00:00.000Z~1',
}
const goodOf = (path: string, { name }: Parameter) =>
  path.includes('/timeline.') && (name === 'from' || name === 'to') ? '2013' : good[name]

/** The answers that a description promises: plain, then with each parameter by itself. */
function* listAddresses(path: string, { parameters = [] }: Operation): Generator<string> {
  const plain = fill(path)
  yield plain
  // The other formats of a view are read from the same data.
  if (/\.(csv|xlsx|bib|csl\.json)$/.test(path)) return
  for (const parameter of parameters.filter((one) => one.in === 'query')) {
    const value = goodOf(path, parameter)
    if (value === undefined) throw new Error(`No value is known for ${parameter.name} of ${path}.`)
    yield `${plain}?${parameter.name}=${encodeURIComponent(value)}`
  }
}

test('it is OpenAPI 3.1, and every schema in it is one of JSON Schema 2020-12', () => {
  expect(description.openapi).toMatch(/^3\.1\./)
  for (const name of Object.keys(description.components.schemas))
    expect(() => compile('components', 'schemas', name)).not.toThrow()
  const ids = Object.values(description.paths).map(({ get }) => get.operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

const editionPaths = [
  ...['json', 'csv', 'xlsx'].flatMap((format) => [
    `/{dossier}/editions.${format}`,
    `/{dossier}/editions/{id}.${format}`,
  ]),
  '/{dossier}/editions/{id}.zip',
]

test('every view in every format and every other public file is described, and nothing else', () => {
  const viewPaths = views.flatMap(({ name, path }) =>
    ['json', 'bib', 'csl.json', ...(viewList[name].table === null ? [] : ['csv', 'xlsx'])].map(
      (format) => `/{dossier}${path.replace(/:(\w+)/g, '{$1}')}.${format}`,
    ),
  )
  expect(Object.keys(description.paths).sort()).toEqual(
    [...viewPaths, ...editionPaths, ...documents.map(({ path }) => path), '/openapi.json'].sort(),
  )
})

test('a view takes the parameters that are described, all of them and no other', () => {
  for (const { path, input } of views) {
    const { get } = description.paths[`/{dossier}${path.replace(/:(\w+)/g, '{$1}')}.json`] ?? {}
    expect(get?.parameters?.map(({ name }) => name).sort()).toEqual(Object.keys(input.shape).sort())
  }
})

test('every answer is what is described, for every address and every parameter', async () => {
  let checked = 0
  for (const [path, { get }] of Object.entries(description.paths)) {
    // The starter dossier has no edition: what one answers is held by its own tests.
    if (path.includes('{id}')) continue
    for (const address of listAddresses(path, get)) {
      const response = await ask(address)
      expect([address, response.status]).toEqual([address, 200])
      const [mediaType = ''] = (response.headers.get('content-type') ?? '').split(';')
      const promised = get.responses['200']?.content ?? {}
      expect([address, Object.keys(promised)]).toEqual([address, [mediaType]])
      if (!mediaType.endsWith('json')) continue
      const validate = compile('paths', path, 'get', 'responses', '200', 'content', mediaType, 'schema')
      const data: unknown = await response.json()
      validate(data)
      expect([address, validate.errors?.slice(0, 3) ?? null]).toEqual([address, null])
      checked += 1
    }
  }
  expect(checked).toBeGreaterThan(100)
}, 120_000)

/** Each object in a value, by where it stands. */
function* listObjects(value: unknown, path = ''): Generator<[string, Record<string, unknown>]> {
  if (Array.isArray(value)) {
    // Rows of a list are of one schema: the first few tell.
    for (const [i, one] of value.slice(0, 3).entries()) yield* listObjects(one, `${path}/${i}`)
  } else if (typeof value === 'object' && value !== null) {
    yield [path, value as Record<string, unknown>]
    for (const [key, one] of Object.entries(value)) yield* listObjects(one, `${path}/${key}`)
  }
}

/** Objects whose keys are names of the data (levels of a scale): any may come. */
const isOpen = (path: string) => /^\/methods\/\d+\/values$/.test(path)

test('a property that is not described would be found, wherever it stood', async () => {
  for (const { name, path } of views) {
    const data = (await (
      await ask(fill(`/{dossier}${path.replace(/:(\w+)/g, '{$1}')}.json`))
    ).json()) as object
    const validate = compile('components', 'schemas', name)
    expect(validate(data)).toBe(true)
    for (const [place, object] of listObjects(data)) {
      if (isOpen(place)) continue
      object.undescribed = true
      expect([name, place, validate(data)]).toEqual([name, place, false])
      delete object.undescribed
    }
  }
}, 120_000)

test('every refusal is the problem document that is described', async () => {
  const validate = compile('components', 'schemas', 'Problem')
  const cases: [string, number][] = [
    ['/kazakhstan.json?asOf=x', 400],
    ['/kazakhstan.json?method=m99', 400],
    ['/kazakhstan/linkage.csv?knownAt=yesterday', 400],
    ['/kazakhstan/feed.atom?before=x', 400],
    ['/kazakhstan/feed.atom?lang=de', 400],
    ['/nowhere.json', 404],
    ['/nowhere/catalog.jsonld', 404],
    ['/kazakhstan/recommendations/XX-0000-00.xlsx', 404],
    ['/kazakhstan/recommendations/XX-0000-00/feed.atom', 404],
    ['/kazakhstan/areas/nothing/feed.atom', 404],
    ['/kazakhstan/method.csv', 404],
    ['/kazakhstan/editions/2026-01-01-abcdef.json', 404],
    ['/kazakhstan/editions/2026-01-01-abcdef.zip', 404],
  ]
  for (const [address, status] of cases) {
    const response = await ask(address)
    expect([address, response.status, response.headers.get('content-type')]).toEqual([
      address,
      status,
      'application/problem+json',
    ])
    validate(await response.json())
    expect([address, validate.errors ?? null]).toEqual([address, null])
  }
})
