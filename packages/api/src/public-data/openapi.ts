import { dataLicence, mediaTypes } from '@waymark/exchange/open-data/catalogue'
import { z } from 'zod'
import { cutInput } from '../common/cut.ts'
import { editionId } from '../features/edition/edition.input.ts'
import { editionView } from '../features/edition/edition.view.ts'
import { getDataWords } from './dictionary.ts'
import { documents } from './documents.ts'
import { problemSchema } from './problem.ts'
import { viewList } from './view-list.ts'
import { type AnyView, views } from './views.ts'

const words = getDataWords('en')

/** What a parameter means; those of the cut are the same everywhere. */
const parameterTexts: Readonly<Record<string, string>> = {
  dossier: 'Key of the dossier.',
  ref: 'Reference of a recommendation.',
  id: 'Name of an edition.',
  key: 'Key of the one object that is asked for.',
  asOf: 'The day whose state is shown; today unless given.',
  knownAt: 'Record cut-off: what was recorded later does not count; everything recorded so far unless given.',
  method: 'Scoring method; that of the dossier unless given.',
  lang: 'Language of the texts; English unless given.',
  before: 'Where the page begins; as the link to the next page has it.',
  area: 'Key of a concern area.',
  q: 'Words that all occur in what is searched.',
}

const buildSchema = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io })
  return rest
}

/** The parameters of an input: those that the path names, and the rest as a query. */
function buildParameters(input: z.ZodObject, path: string): object[] {
  return Object.entries(input.shape).map(([name, schema]) => {
    const isPart = path.includes(`{${name}}`)
    return {
      name,
      in: isPart ? 'path' : 'query',
      required: isPart,
      ...(parameterTexts[name] === undefined ? {} : { description: parameterTexts[name] }),
      schema: buildSchema(schema as z.ZodType, 'input'),
    }
  })
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})
const responses = {
  NotModified: { description: 'The answer is the one whose ETag was sent as If-None-Match.' },
  BadRequest: problem('A parameter cannot be used; the document names it.'),
  NotFound: problem('Nothing is published under this name.'),
  TooManyRequests: {
    ...problem('More requests than a minute has room for; Retry-After says when to go on.'),
    headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } },
  },
}
const refused = {
  '304': { $ref: '#/components/responses/NotModified' },
  '400': { $ref: '#/components/responses/BadRequest' },
  '404': { $ref: '#/components/responses/NotFound' },
  '429': { $ref: '#/components/responses/TooManyRequests' },
}

const answer = (description: string, mediaType: string, schema: object) => ({
  '200': {
    description,
    headers: {
      ETag: { schema: { type: 'string' } },
      Link: { description: 'The licence, and what describes the data.', schema: { type: 'string' } },
    },
    content: { [mediaType]: { schema } },
  },
  ...refused,
})

/** Each format of a view: its media type, and the schema of its body. */
const files = {
  json: { mediaType: mediaTypes.json, text: 'Data.', schema: null },
  csv: { mediaType: mediaTypes.csv, text: 'Table, UTF-8 with a header line.', schema: { type: 'string' } },
  xlsx: { mediaType: mediaTypes.xlsx, text: 'Table as a workbook.', schema: {} },
  bib: { mediaType: 'application/x-bibtex', text: 'Citation for BibTeX.', schema: { type: 'string' } },
  'csl.json': {
    mediaType: 'application/vnd.citationstyles.csl+json',
    text: 'Citation as CSL-JSON.',
    schema: { $ref: '#/components/schemas/CslItems' },
  },
} as const
type FileName = keyof typeof files

function buildViewPaths(view: AnyView): [string, object][] {
  const page = `/{dossier}${view.path.replace(/:(\w+)/g, '{$1}')}`
  const formats = (Object.keys(files) as FileName[]).filter(
    (format) => viewList[view.name].table !== null || (format !== 'csv' && format !== 'xlsx'),
  )
  return formats.map((format) => {
    const { mediaType, text, schema } = files[format]
    return [
      `${page}.${format}`,
      {
        get: {
          operationId: `${view.name}.${format}`,
          tags: [view.name],
          summary: view.title,
          description: `${words.views[view.name].text} ${text}`,
          parameters: buildParameters(view.input, page),
          responses: answer(text, mediaType, schema ?? { $ref: `#/components/schemas/${view.name}` }),
        },
      },
    ]
  })
}

const dossierInput = cutInput.pick({ dossier: true })
const editionInput = dossierInput.extend({ id: editionId })
const editionJson = z.strictObject({
  dossier: z.string(),
  editions: z.array(editionView),
  key: z.string().nullable(),
})
/** The file of an edition as it was published; what it holds stands in its own read-me. */
const frozen = { type: 'object' }

/** Editions never change and take no cut: the list, and the files of one. */
const editionPaths: [string, object][] = (
  [
    [
      'editions.json',
      mediaTypes.json,
      'The published editions of the dossier.',
      buildSchema(editionJson, 'output'),
    ],
    ['editions.csv', mediaTypes.csv, 'The same as a table.', { type: 'string' }],
    ['editions.xlsx', mediaTypes.xlsx, 'The same as a workbook.', {}],
    ['editions/{id}.json', mediaTypes.json, 'An edition whole, as it was published.', frozen],
    ['editions/{id}.csv', mediaTypes.csv, 'The recommendations of an edition.', { type: 'string' }],
    ['editions/{id}.xlsx', mediaTypes.xlsx, 'The tables of an edition.', {}],
    ['editions/{id}.zip', 'application/zip', 'Everything of an edition, signed.', {}],
  ] as const
).map(([path, mediaType, text, schema]) => [
  `/{dossier}/${path}`,
  {
    get: {
      operationId: path.replace(/[{}]/g, ''),
      tags: ['editions'],
      summary: text,
      parameters: buildParameters(path.includes('{id}') ? editionInput : dossierInput, `/{dossier}/${path}`),
      responses: answer(text, mediaType, schema),
    },
  },
])

const cslItems = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      id: { type: 'string' },
      type: { const: 'dataset' },
      title: { type: 'string' },
      author: { type: 'array', items: { type: 'object', properties: { literal: { type: 'string' } } } },
      publisher: { type: 'string' },
      issued: { type: 'object' },
      URL: { type: 'string', format: 'uri' },
      version: { type: 'string' },
      note: { type: 'string' },
    },
    required: ['id', 'type', 'title', 'URL'],
    additionalProperties: false,
  },
}

/**
 * Every public address that answers with data, as an OpenAPI 3.1 description. Made of the schemas by which the answers are
 * checked before they leave, so that the two cannot part.
 *
 * @param origin scheme and host under which readers reach the installation
 */
export function buildOpenApi(origin: string): object {
  return { ...getUnplaced(), servers: [{ url: origin }] }
}

let unplaced: object | null = null

/** Everything but the address, made once: it is the same for every request. */
function getUnplaced(): object {
  unplaced ??= {
    openapi: '3.1.1',
    info: {
      title: 'Waymark, public data',
      version: '1',
      description:
        'Every public view at any date (asOf) and as known at any instant (knownAt). No key is needed; answers may be read from any site.',
      license: { name: dataLicence.title, identifier: dataLicence.spdx },
    },
    paths: Object.fromEntries([
      ...views.flatMap(buildViewPaths),
      ...editionPaths,
      ...documents.map(({ path, mediaType, description, input }) => [
        path,
        {
          get: {
            operationId: path.replace(/^\/\{dossier\}\//, '').replace(/[{}]/g, ''),
            tags: ['descriptions'],
            summary: description,
            parameters: buildParameters(input, path),
            responses: answer(
              description,
              mediaType,
              mediaType.endsWith('json') ? { type: 'object' } : { type: 'string' },
            ),
          },
        },
      ]),
      [
        '/openapi.json',
        {
          get: {
            operationId: 'openapi.json',
            tags: ['descriptions'],
            summary: 'This description.',
            responses: answer('This description.', mediaTypes.json, { type: 'object' }),
          },
        },
      ],
    ]),
    components: {
      schemas: {
        ...Object.fromEntries(views.map(({ name, json }) => [name, buildSchema(json, 'output')])),
        Problem: buildSchema(problemSchema, 'output'),
        CslItems: cslItems,
      },
      responses,
    },
  }
  return unplaced
}
