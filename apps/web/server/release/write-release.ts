import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { listLinks } from './list-links.ts'

/** What every page of a release shows: one dossier on one day, as known at one instant. */
export type ReleaseCut = {
  readonly dossier: string
  /** YYYY-MM-DD */
  readonly asOf: string
  /** ISO 8601 */
  readonly knownAt: string
  readonly method: string
}

export type Release = {
  /** Paths below the folder, with `/`, in the order of their names. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[]
  /** Addresses that pages lead to and that a folder of files cannot answer: other days, filters, searches. */
  readonly left: number
}

/** A page that leads to what the site does not answer: the release would be broken. Nothing more is written. */
export class BrokenLinkError extends Error {
  override readonly name = 'BrokenLinkError'
}

type Answer = (request: Request) => Response | Promise<Response>

/** Pages about the site itself, in a release of any dossier. */
const sitePages = ['about', 'accessibility', 'privacy'] as const

/**
 * Writes the whole public face of one cut as files: every page, picture, style and data file that can be reached by
 * links, byte for byte as the site answers it. Links keep their query; a server of files takes no notice of it, and
 * every file is of the same cut.
 *
 * @param answer the site itself, in this process
 * @param origin scheme and host of the site, which citations name
 * @param languages path prefixes of the languages, '' for the first
 * @throws BrokenLinkError when a link inside the release is not answered with 200
 */
export async function writeRelease(
  { answer, origin, languages }: { answer: Answer; origin: string; languages: readonly string[] },
  cut: ReleaseCut,
  dir: string,
): Promise<Release> {
  const base = new URL(origin)
  const query = new URLSearchParams(getPinned(cut)).toString()
  const starts = languages.flatMap((prefix) => [
    `${prefix}/${cut.dossier}?${query}`,
    ...sitePages.map((page) => `${prefix}/${page}`),
  ])

  const files = new Map<string, { bytes: number; sha256: string }>()
  const asked = new Map<string, string>()
  const left = new Set<string>()
  const waiting: { path: string; url: URL; from: string }[] = []
  const find = (link: string, from: URL) => {
    const place = parsePlace(link, from, base, cut, languages)
    if (place === null) return
    if (place.rest !== '') {
      left.add(`${place.url.pathname}?${place.rest}`)
      return
    }
    if (asked.has(place.path)) return
    asked.set(place.path, from.pathname)
    waiting.push({ path: place.path, url: place.url, from: from.pathname })
  }
  for (const start of starts) find(start, base)

  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const response = await answer(new Request(next.url, { headers: { 'accept-encoding': 'identity' } }))
    if (response.status !== 200)
      throw new BrokenLinkError(
        `${next.from} leads to ${next.url.pathname}, which is answered ${response.status}.`,
      )
    const bytes = new Uint8Array(await response.arrayBuffer())
    await write(dir, next.path, bytes, files)
    const text = new TextDecoder().decode(bytes)
    for (const link of listLinks(text, response.headers.get('content-type') ?? '')) find(link, next.url)
  }
  await write(dir, 'index.html', await readFirst(answer, new URL(`/${cut.dossier}?${query}`, base)), files)
  const listed = [...files]
    .map(([path, file]) => ({ path, ...file }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  return { files: listed, left: left.size }
}

const readFirst = async (answer: Answer, url: URL) =>
  new Uint8Array(await (await answer(new Request(url))).arrayBuffer())

async function write(
  dir: string,
  path: string,
  bytes: Uint8Array,
  files: Map<string, { bytes: number; sha256: string }>,
): Promise<void> {
  const file = join(dir, ...path.split('/'))
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes)
  files.set(path, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
}

type Place = {
  /** Where the file goes, below the folder. */
  readonly path: string
  readonly url: URL
  /** What of the query is not the cut: a folder of files cannot answer it. */
  readonly rest: string
}

/** Where a link of a page leads inside the release; null where it leads out of it, or only within the page. */
function parsePlace(
  link: string,
  from: URL,
  base: URL,
  cut: ReleaseCut,
  languages: readonly string[],
): Place | null {
  if (link === '' || link.startsWith('#') || !URL.canParse(link, from.href)) return null
  const url = new URL(link, from)
  if (url.origin !== base.origin) return null
  url.hash = ''
  const path = decodeURIComponent(url.pathname)
  if (!isInside(path, cut.dossier, languages)) return null
  const rest = new URLSearchParams(url.search)
  for (const name of ['asOf', 'knownAt', 'method'] as const) {
    if (rest.get(name) === cut[name]) rest.delete(name)
  }
  // Also where a link asks for the newest: everything in a release is of its cut.
  if (!isShared(path, languages)) url.search = new URLSearchParams(getPinned(cut)).toString()
  const hasExtension = /\.[a-z0-9]{2,11}$/i.test(path)
  const file = hasExtension ? path.slice(1) : `${path.slice(1).replace(/\/$/, '')}/index.html`
  return { path: file, url, rest: rest.toString() }
}

const getPinned = ({ asOf, knownAt, method }: ReleaseCut) => ({ asOf, knownAt, method })

const isInside = (path: string, dossier: string, languages: readonly string[]): boolean =>
  !path.split('/').includes('..') &&
  (isShared(path, languages) ||
    isOf(getFirst(path, languages), dossier) ||
    isDrawing(path, dossier, languages))

/** A picture for other pages, which a page leads to: `/embed/kazakhstan/areas/media.svg`. */
const isDrawing = (path: string, dossier: string, languages: readonly string[]): boolean =>
  getFirst(path, languages) === 'embed' &&
  /\.(?:svg|png)$/.test(path) &&
  isOf(path.split('/embed/', 2)[1]?.split('/', 1)[0] ?? '', dossier)

/** `kazakhstan`, and the data of its first page: `kazakhstan.json`. */
const isOf = (first: string, dossier: string): boolean => first === dossier || first.startsWith(`${dossier}.`)

/** What is the same in the release of any dossier: the files of the build, and the pages about the site. */
const isShared = (path: string, languages: readonly string[]): boolean =>
  /^\/(?:assets\/.|fonts\/.|favicon\.svg$)/.test(path) ||
  (sitePages as readonly string[]).includes(getFirst(path, languages))

/** The first part of a path, after the language. */
function getFirst(path: string, languages: readonly string[]): string {
  const prefix = languages.find((one) => one !== '' && (path === one || path.startsWith(`${one}/`))) ?? ''
  return path.slice(prefix.length).split('/', 2)[1] ?? ''
}
