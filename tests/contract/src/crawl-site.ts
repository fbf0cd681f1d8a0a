import { appRouter } from '@waymark/api/router'
import { readPdf } from '@waymark/exchange/test/read-document'
import { composeServer } from '@waymark/web/compose'
import { listLinks } from '@waymark/web/list-links'
import { getBuiltPages } from '@waymark/web/page-source'
import { buildPages } from '@waymark/web/pages'
import { strFromU8, unzipSync } from 'fflate'
import { buildContext, buildPublicData, type TestRecord } from './open-test-record.ts'

/** Everything that a site answered, by address: status, headers and body as text. */
export type Crawled = ReadonlyMap<string, string>

const origin = 'https://record.example.org'

/**
 * The whole site of a record as somebody unknown finds it: from the front pages in three languages every link, picture,
 * style, file and feed; each page's payload (`.data`) too; and what is answered to addresses that are not there.
 *
 * @param more addresses that nothing leads to
 * @param most how many queries one path is asked with, its plain address among them: dates, filters and sorts go on for ever.
 * The other languages have the plain address only.
 */
export async function crawlSite(
  record: TestRecord,
  { more = [], most = 3 }: { more?: readonly string[]; most?: number },
): Promise<Crawled> {
  const source = await getBuiltPages()
  const failed: unknown[] = []
  const log = { info: () => {}, error: (fields: object) => failed.push(fields) }
  const application = {
    router: appRouter,
    languages: ['en', 'ru', 'kk'] as const,
    createContext: async () => buildContext(record, null),
    publicData: [buildPublicData(record)],
    routes: [],
    health: async () => true,
    close: async () => {},
  }
  const site = composeServer({
    application,
    pages: buildPages({ application, build: source.build, mode: 'production', log }),
    own: 'host',
    https: true,
    log,
    clientDir: source.clientDir,
  })

  const answers = new Map<string, string>()
  const queries = new Map<string, number>()
  const waiting: string[] = []
  const seen = new Set<string>()
  const find = (link: string, from: string) => {
    if (!URL.canParse(link, from)) return
    const url = new URL(link, from)
    url.hash = ''
    if (url.origin !== origin || seen.has(url.href)) return
    const asked = queries.get(url.pathname) ?? 0
    const limit = /^\/(?:ru|kk)\//.test(url.pathname) ? 1 : most
    if (asked >= limit && !more.includes(link)) return
    queries.set(url.pathname, asked + 1)
    seen.add(url.href)
    waiting.push(url.href)
  }
  for (const path of ['/', '/ru', '/kk', '/robots.txt', '/openapi.json', '/healthz', '/nothing', ...more])
    find(path, origin)
  for (let href = waiting.shift(); href !== undefined; href = waiting.shift()) {
    const response = await site.request(href, { headers: { host: new URL(href).host } })
    const bytes = new Uint8Array(await response.arrayBuffer())
    const type = response.headers.get('content-type') ?? ''
    const text = await readText(bytes, type)
    const { pathname, search } = new URL(href)
    answers.set(`${pathname}${search}`, `${response.status} ${JSON.stringify([...response.headers])} ${text}`)
    for (const link of listLinks(text, type)) find(link, href)
    // Feeds lead on, too; and every page has the payload that a script would ask for.
    if (/xml/.test(type))
      for (const [, link = ''] of text.matchAll(/\shref="([^"]+)"/g))
        find(link.replaceAll('&amp;', '&'), href)
    if (/html/.test(type) && response.status === 200 && search === '')
      find(`${pathname === '/' ? '/_root' : pathname}.data`, href)
  }
  await source.close()
  if (failed.length > 0) throw new Error(`the site failed: ${JSON.stringify(failed.slice(0, 3))}`)
  return answers
}

/** The parts of a PNG by their names: what lies beside the points would be one of them. */
function listChunks(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = []
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at))
    names.push(strFromU8(bytes.subarray(at + 4, at + 8)))
  return names.join(' ')
}

/** A body as text to search in: of a picture the names of its parts, of a zip every file in it with its name, of a PDF its text, else the bytes. */
async function readText(bytes: Uint8Array, type: string): Promise<string> {
  if (/pdf/.test(type)) return JSON.stringify(await readPdf(bytes))
  if (/png/.test(type)) return listChunks(bytes)
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes)
  const parts = await Promise.all(
    Object.entries(unzipSync(bytes)).map(async ([path, part]) => `${path}\n${await readText(part, '')}`),
  )
  return parts.join('\n')
}
