/** An entry of a feed. Texts are plain; instants are ISO 8601 in UTC. */
export type AtomEntry = {
  /** Never changes and never means another entry: a tag URI. */
  readonly id: string
  readonly title: string
  readonly updated: string
  readonly url: string
  readonly content: string
  readonly categories: readonly string[]
  /** A signed checkpoint of a log, and the key that signed it. */
  readonly checkpoint?: { readonly note: string; readonly key: string }
}

/** The specification that says what the element `checkpoint` holds: an extension of the feed (RFC 4287, 6). */
const checkpointSpace = 'https://c2sp.org/tlog-checkpoint'

export type AtomFeed = {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly author: string
  readonly language: string
  readonly updated: string
  /** Address of this feed, of its first page, and of the page with what came before; null where nothing did. */
  readonly self: string
  readonly first: string
  readonly next: string | null
  /** Address of the page that shows the same to people. */
  readonly alternate: string
  readonly licence: string
  readonly rights: string
  readonly entries: readonly AtomEntry[]
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Any text inside an element or an attribute. What XML 1.0 cannot hold becomes U+FFFD. */
const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(notXml, '\uFFFD')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    .replaceAll('\r', '&#13;')

const element = (name: string, text: string, attributes = ''): string =>
  `<${name}${attributes}>${escapeXml(text)}</${name}>`
const link = (rel: string, href: string, type = ''): string =>
  `<link rel="${rel}"${type === '' ? '' : ` type="${type}"`} href="${escapeXml(href)}"/>`

const atom = 'application/atom+xml'

function formatEntry({ id, title, updated, url, content, categories, checkpoint }: AtomEntry): string {
  return [
    '<entry>',
    element('id', id),
    element('title', title),
    element('updated', updated),
    element('published', updated),
    link('alternate', url, 'text/html'),
    ...categories.map((term) => `<category term="${escapeXml(term)}"/>`),
    element('content', content, ' type="text"'),
    ...(checkpoint === undefined
      ? []
      : [
          element(
            'checkpoint',
            checkpoint.note,
            ` xmlns="${checkpointSpace}" key="${escapeXml(checkpoint.key)}"`,
          ),
        ]),
    '</entry>',
  ].join('\n  ')
}

/**
 * An Atom feed (RFC 4287) with links between its pages (RFC 5005, 3) and its licence (RFC 4946). Text only: nothing in it is
 * ever markup.
 */
export function buildAtom(feed: AtomFeed): string {
  const { language, self, first, next, alternate, licence, entries } = feed
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(language)}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', feed.updated),
    `<author>${element('name', feed.author)}</author>`,
    element('rights', feed.rights),
    link('self', self, atom),
    link('first', first, atom),
    ...(next === null ? [] : [link('next', next, atom)]),
    link('alternate', alternate, 'text/html'),
    link('license', licence),
    ...entries.map(formatEntry),
    '</feed>',
    '',
  ].join('\n')
}

/** The checkpoints in a feed of ours, in the order of its entries. */
export function listCheckpoints(xml: string): { readonly note: string; readonly key: string }[] {
  const found = xml.matchAll(
    /<checkpoint xmlns="https:\/\/c2sp\.org\/tlog-checkpoint" key="([^"]*)">([^<]*)<\/checkpoint>/g,
  )
  return [...found].map(([, key = '', note = '']) => ({ key: unescapeXml(key), note: unescapeXml(note) }))
}

const characters = Object.fromEntries(Object.entries(entities).map(([character, name]) => [name, character]))
const unescapeXml = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot);/g, (name) => characters[name] ?? name)
