import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { cleanPart } from './docx-part.ts'
import { hasPrograms, listKept } from './docx-relationships.ts'
import { listParagraphs } from './docx-text.ts'
import { formatText } from './inspection.ts'
import { formatXml, getAttribute, listElements, parseXml, type XmlElement } from './xml.ts'
import { parseZip } from './zip.ts'

/** What a document takes over of a template: how it looks, and nothing that it says but the lines at the head of its pages. */
export type TemplateParts = {
  /** The part of the styles, as XML. */
  readonly styles: string
  /** The part of the theme, as XML: its fonts and colours are named by the styles. */
  readonly theme: string | null
  /** Paper and margins, in twentieths of a point. */
  readonly page: {
    readonly width: number
    readonly height: number
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
    readonly header: number
    readonly footer: number
  } | null
  readonly header: readonly string[]
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const mainTypes = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
]
const damaged = refused({ code: 'file-does-not-match-its-type', params: { type: 'DOCX' } } as const)
const programs = refused({ code: 'file-holds-programs' } as const)

/**
 * Reads a document or template of Word for its styles. Macros, embedded objects and references that fetch when the document is opened
 * are refused, as they are of any document. Throws on what is not well-formed: in a child process only.
 * Refusals: `file-type-refused`, `file-does-not-match-its-type`, `file-holds-too-much`, `file-holds-programs`.
 */
export function readTemplate(bytes: Uint8Array): Result<TemplateParts, Refusal> {
  const zip = parseZip(bytes)
  if (!zip.ok) return zip.error === 'too-much' ? refused({ code: 'file-holds-too-much' }) : damaged
  const parts = zip.value
  const types = listTypes(parts)
  if (types.some(({ type }) => /macroEnabled|vbaProject|activeX/i.test(type)) || hasPrograms(parts))
    return programs
  const main = types.find(({ type }) => mainTypes.includes(type))?.name
  const document = main === undefined ? undefined : parts.get(main)
  if (main === undefined || document === undefined) return refused({ code: 'file-type-refused' })
  const kept = listKept(parts, main)
  if (kept === null) return damaged
  if (kept === 'programs') return programs
  const find = (kind: string, id?: string) =>
    kept.find((one) => one.kind.endsWith(`/${kind}`) && (id === undefined || one.id === id))?.target
  const read = (name: string | undefined): XmlElement | 'programs' | null => {
    const part = name === undefined ? undefined : parts.get(name)
    return part === undefined ? null : cleanPart(parseXml(part), new Set())
  }
  const body = read(main)
  const styles = read(find('styles'))
  if (body === 'programs' || styles === 'programs') return programs
  if (body === null || styles === null || styles.name !== 'w:styles' || styles.uri !== word) return damaged
  const theme = read(find('theme'))
  const section = [...listElements(body)].filter((one) => one.uri === word && one.local === 'sectPr').at(-1)
  const reference = section && listReferences(parseXml(document)).at(-1)
  const header = reference === undefined ? null : read(find('header', reference))
  if (theme === 'programs' || header === 'programs') return programs
  return ok({
    styles: formatXml(styles),
    theme: theme === null ? null : formatXml(theme),
    page: section === undefined ? null : getPage(section),
    header: header === null ? [] : listLines(header),
  })
}

const listTypes = (parts: ReadonlyMap<string, Uint8Array>) => {
  const types = parts.get('[Content_Types].xml')
  if (types === undefined) return []
  return [...listElements(parseXml(types))]
    .filter((one) => one.local === 'Override')
    .map((one) => ({
      type: getAttribute(one, 'ContentType') ?? '',
      name: (getAttribute(one, 'PartName') ?? '').replace(/^\//, ''),
    }))
}

/** The ids of the heads of pages of the sections; of each the one for pages in general. */
const listReferences = (root: XmlElement): string[] =>
  [...listElements(root)]
    .filter(
      (one) =>
        one.uri === word && one.local === 'headerReference' && getAttribute(one, 'type', word) === 'default',
    )
    .flatMap((one) => getAttribute(one, 'id', relationships) ?? [])

const listLines = (header: XmlElement): string[] =>
  listParagraphs(header)
    .flatMap((line) => formatText(line) ?? [])
    .slice(0, 5)
    .map((line) => line.slice(0, 300))

/** Of a sheet between A6 and A2, with room for text; else null, and our own is taken. */
function getPage(section: XmlElement): TemplateParts['page'] {
  const elements = [...listElements(section)]
  const measure = (local: string, name: string): number => {
    const element = elements.find((one) => one.uri === word && one.local === local)
    return Math.round(Number(element && getAttribute(element, name, word)))
  }
  const [width, height] = [measure('pgSz', 'w'), measure('pgSz', 'h')]
  const margin = (name: string) => Math.abs(measure('pgMar', name))
  const page = {
    width,
    height,
    top: margin('top'),
    right: margin('right'),
    bottom: margin('bottom'),
    left: margin('left'),
    header: margin('header'),
    footer: margin('footer'),
  }
  const isWhole = Object.values(page).every((one) => Number.isFinite(one) && one < 40_000)
  const hasRoom = width - page.left - page.right > 4000 && height - page.top - page.bottom > 4000
  return isWhole && hasRoom ? page : null
}
