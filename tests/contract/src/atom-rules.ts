import { SaxesParser, type SaxesTagNS } from 'saxes'

/** An element of a document that was parsed: attributes by their qualified name, texts joined. */
export type Element = {
  readonly name: string
  readonly uri: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

/** Parses well-formed XML with namespaces; throws for anything else. */
export function parseXml(xml: string): Element {
  type Open = { -readonly [K in keyof Element]: Element[K] } & { children: Open[] }
  const parser = new SaxesParser({ xmlns: true })
  const open: Open[] = []
  let root: Element | null = null
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ local, uri, attributes }: SaxesTagNS) => {
    const values = Object.values(attributes).map(({ name, value }) => [name, value])
    const element: Open = { name: local, uri, attributes: Object.fromEntries(values), children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => {
    root = open.pop() ?? root
  })
  parser.write(xml).close()
  if (root === null) throw new Error('no element')
  return root
}

const atom = 'http://www.w3.org/2005/Atom'
/** RFC 3339, as RFC 4287 (3.3) narrows it: a capital T, and a capital Z where there is no offset. */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/
const tagUri = /^tag:[A-Za-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:[A-Za-z0-9\-._~!$&'()*+,;=:@%/?]+$/

/** RFC 5646, as far as languages of ours need it. */
const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/
/** Relations of links that are registered, of those that a feed of ours may have. */
const relations = ['self', 'alternate', 'first', 'next', 'license']

const namesOf = (parent: Element, name: string) => parent.children.filter((child) => child.name === name)

const once = (parent: Element, name: string, least: 0 | 1): string[] => {
  const found = namesOf(parent, name).length
  return found > 1 || found < least ? [`${parent.name} has ${found} of ${name}`] : []
}

function listLinkFaults(parent: Element): string[] {
  const links = namesOf(parent, 'link')
  const places = links
    .filter(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate')
    .map(({ attributes }) => `${attributes.type} ${attributes.hreflang}`)
  return [
    ...links.flatMap(({ attributes, text }) => [
      ...(URL.canParse(attributes.href ?? '') ? [] : ['a link without an address']),
      ...(text === '' ? [] : ['a link with a text']),
      ...(relations.includes(attributes.rel ?? 'alternate') ? [] : [`a link of relation ${attributes.rel}`]),
      ...(attributes.type === undefined || /^[a-z]+\/[a-z0-9.+-]+$/.test(attributes.type)
        ? []
        : ['a link whose type is no media type (4.2.7.3)']),
    ]),
    ...(new Set(places).size === places.length
      ? []
      : ['two alternates of one type and language (4.1.1, 4.1.2)']),
  ]
}

/** The one extension (RFC 4287, 6) that a feed of ours has. */
export const isCheckpoint = ({ name, uri }: Element): boolean =>
  name === 'checkpoint' && uri === 'https://c2sp.org/tlog-checkpoint'

function listTextFaults(parent: Element): string[] {
  return parent.children.flatMap((child) => {
    const faults: string[] = []
    if (child.uri !== atom && !(parent.name === 'entry' && isCheckpoint(child)))
      faults.push(`${child.name} is not of Atom`)
    if (['title', 'subtitle', 'rights', 'content', 'summary'].includes(child.name)) {
      if (!['text', undefined].includes(child.attributes.type)) faults.push(`${child.name} is not plain text`)
      if (child.children.length > 0) faults.push(`${child.name} holds elements (3.1.1.1)`)
    }
    if (
      ['updated', 'published'].includes(child.name) &&
      (!instant.test(child.text) || Number.isNaN(Date.parse(child.text)))
    )
      faults.push(`${child.name} is no instant (3.3)`)
    if (child.name === 'id' && !tagUri.test(child.text)) faults.push(`${child.text} is no tag URI (RFC 4151)`)
    if (child.name === 'author') {
      const [name, ...more] = namesOf(child, 'name')
      if (name === undefined || name.text.trim() === '' || more.length > 0)
        faults.push('an author without one name (3.2.1)')
      faults.push(...listStrangers(child, ['name', 'uri', 'email']))
    }
    if (child.name === 'category' && !child.attributes.term)
      faults.push('a category without a term (4.2.2.1)')
    return faults
  })
}

const timeOf = (parent: Element, name: string) => Date.parse(namesOf(parent, name)[0]?.text ?? '')

/** Times that contradict each other. The order of entries means nothing to Atom; ours promises the latest first. */
function listTimeFaults(feed: Element, entries: readonly Element[]): string[] {
  const times = entries.map((entry) => timeOf(entry, 'updated'))
  return [
    ...(times.every((time) => time <= timeOf(feed, 'updated'))
      ? []
      : ['the feed is older than an entry (4.2.15)']),
    ...(times.every((time, i) => i === 0 || time <= (times[i - 1] ?? 0))
      ? []
      : ['an earlier entry before a later one']),
    ...entries
      .filter((entry) => timeOf(entry, 'published') > timeOf(entry, 'updated'))
      .map(() => 'an entry was updated before it was published'),
  ]
}

const feedChildren = ['id', 'title', 'subtitle', 'updated', 'author', 'rights', 'link', 'entry']
const entryChildren = ['id', 'title', 'updated', 'published', 'link', 'category', 'content', 'checkpoint']

const listStrangers = (parent: Element, known: readonly string[]) =>
  parent.children
    .filter(({ name }) => !known.includes(name))
    .map(({ name }) => `${parent.name} holds ${name}`)

/**
 * In what a document breaks the rules of Atom (RFC 4287), and those of feeds in pages (RFC 5005, 3) for the links. There is no
 * validator to be had as a package, so the rules for the elements that we use stand here, with their sections.
 */
export function listAtomFaults(xml: string): string[] {
  const feed = parseXml(xml)
  if (feed.name !== 'feed' || feed.uri !== atom) return ['the document is no feed (4.1.1)']
  const entries = namesOf(feed, 'entry')
  const rels = namesOf(feed, 'link').map(({ attributes }) => attributes.rel)
  return [
    ...['id', 'title', 'updated'].flatMap((name) => once(feed, name, 1)),
    ...['subtitle', 'rights'].flatMap((name) => once(feed, name, 0)),
    // Every entry has the feed's author (4.1.2).
    ...once(feed, 'author', 1),
    ...(rels.filter((rel) => rel === 'self').length === 1 ? [] : ['the feed does not name itself (4.1.1)']),
    ...(rels.filter((rel) => rel === 'next').length <= 1 ? [] : ['two next pages (RFC 5005, 3)']),
    ...listStrangers(feed, feedChildren),
    ...listLinkFaults(feed),
    ...listTextFaults(feed),
    ...(languageTag.test(feed.attributes['xml:lang'] ?? '') ? [] : ['the feed has no language (2)']),
    ...listTimeFaults(feed, entries),
    ...entries.flatMap((entry) => [
      ...['id', 'title', 'updated'].flatMap((name) => once(entry, name, 1)),
      ...['published', 'content'].flatMap((name) => once(entry, name, 0)),
      ...(namesOf(entry, 'content').length + namesOf(entry, 'link').length > 0
        ? []
        : ['an entry without content or link']),
      ...listStrangers(entry, entryChildren),
      ...listLinkFaults(entry),
      ...listTextFaults(entry),
    ]),
    ...(new Set(entries.map((entry) => namesOf(entry, 'id')[0]?.text)).size === entries.length
      ? []
      : ['two entries of one id (4.1.1)']),
  ]
}
