/** What a page is cited by. Texts are plain; times are as in the address of the page. */
export type Citation = {
  /** Address with the whole cut, so that it shows the same again. */
  readonly url: string
  /** `European Union and Kazakhstan: linkage` */
  readonly title: string
  readonly publisher: string
  /** The day shown, the record cut-off (an instant), and the method. */
  readonly asOf: string
  readonly knownAt: string
  readonly method: string
  /** The published edition that the page belongs to, with its SHA-256; left out where it belongs to none. */
  readonly edition?: { readonly id: string; readonly hash: string }
}

const noteOf = ({ asOf, knownAt, method, edition }: Citation): string =>
  [
    `State of ${asOf}, record cut-off ${knownAt}, method ${method}, CC BY 4.0`,
    ...(edition === undefined ? [] : [`edition ${edition.id}, SHA-256 ${edition.hash}`]),
  ].join('; ')

/**
 * The characters that mean something to BibTeX or TeX, as TeX prints them. All at once: what one of them becomes is not
 * escaped again. Other scripts stay as they are (biber and today's BibTeX styles read UTF-8).
 */
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const escapeTex = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\{}&%$#_~^]/g, (character) => escapes[character] ?? character)

/** In an address braces would end the field and a backslash would begin a command; all else is taken as it stands. */
const escapeUrl = (url: string): string =>
  url.replace(/[\\{}\s]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)

/** A name by which the entry is cited in a text: letters, digits and hyphens. */
const getCitationKey = ({ url, asOf }: Citation): string => {
  const path = new URL(url).pathname.split('/').filter((part) => part !== '')
  return ['waymark', ...path, asOf].join('-').replace(/[^A-Za-z0-9-]+/g, '-')
}

/** The citation for BibTeX and biblatex: one `@misc` entry, UTF-8, with a line feed at its end. */
export function buildBibtex(citation: Citation): string {
  const { title, publisher, knownAt, url } = citation
  const fields = {
    // Double braces: neither split into names nor set in small letters.
    author: `{${escapeTex(publisher)}}`,
    title: `{${escapeTex(title)}}`,
    year: knownAt.slice(0, 4),
    date: knownAt.slice(0, 10),
    url: escapeUrl(url),
    note: escapeTex(noteOf(citation)),
  }
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`)
  return `@misc{${getCitationKey(citation)},\n${lines.join('\n')}\n}\n`
}

/** The citation as CSL-JSON 1.0: a list of one item of type `dataset`. `issued` is the day of the record cut-off. */
export function buildCslJson(citation: Citation): string {
  const { title, publisher, knownAt, url, edition } = citation
  const [year = 0, month = 0, day = 0] = knownAt.slice(0, 10).split('-').map(Number)
  const item = {
    id: getCitationKey(citation),
    type: 'dataset',
    title,
    author: [{ literal: publisher }],
    publisher,
    issued: { 'date-parts': [[year, month, day]] },
    URL: url,
    ...(edition === undefined ? {} : { version: edition.id }),
    note: noteOf(citation),
  }
  return `${JSON.stringify([item], null, 1)}\n`
}
