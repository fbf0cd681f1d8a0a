import type { Installation } from '@waymark/api/installation'
import { buildPublicDataApp, buildUnknownDataApp } from '@waymark/api/public-data/public-data-app'
import { views } from '@waymark/api/public-data/views'
import { appRouter } from '@waymark/api/router'
import type { Log } from './api-application.ts'
import { getRequestLanguage, type OfferedLanguages } from './language.ts'
import { buildPathPattern } from './path-pattern.ts'

/** Languages in which every refusal has its sentence. */
export const languages: OfferedLanguages = ['en', 'ru', 'kk']

const formatPublicPath = buildPathPattern([
  ...views.flatMap(({ path }) => path.split('/')),
  ...[
    'json',
    'csv',
    'xlsx',
    'atom',
    'jsonld',
    'bib',
    'csl',
    'zip',
    'catalog',
    'dataset',
    'datapackage',
    'feed',
    'areas',
  ],
])

/** What answers requests of an installation; nothing that works by itself (jobs, mail, checks) is started. */
export function buildReading(
  { record, auth, files, editions, meetings, heads, site, createContext, health }: Installation,
  log: Log,
) {
  const createReader = (request: Request) => ({
    record,
    auth,
    files,
    editions,
    meetings,
    heads,
    actor: null,
    now: () => new Date().toISOString(),
    language: getRequestLanguage(request, languages),
  })
  const publicData = buildPublicDataApp({
    createContext: createReader,
    site,
    log: (err, path) => log.error({ err, path: formatPublicPath(path) }, 'a public view failed'),
  })
  const unknownData = buildUnknownDataApp({ createContext: createReader })
  return { router: appRouter, languages, createContext, publicData: [publicData, unknownData], health }
}
