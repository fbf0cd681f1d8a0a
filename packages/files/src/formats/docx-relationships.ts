import { posix } from 'node:path'
import { getAttribute, listElements, parseXml } from './xml.ts'

/** A reference from one part to another that the working copy keeps. `type` is set for parts that are read in turn. */
export type Relationship = {
  readonly id: string
  readonly kind: string
  /** The part's name, or the address of an external link. */
  readonly target: string
  readonly external: boolean
  readonly type: string | null
  readonly picture: 'image/png' | 'image/jpeg' | null
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Parts that the working copy keeps, by the last word of the kind of reference to them. */
const kinds: Readonly<Record<string, string>> = {
  styles: `${word}.styles+xml`,
  numbering: `${word}.numbering+xml`,
  settings: `${word}.settings+xml`,
  fontTable: `${word}.fontTable+xml`,
  footnotes: `${word}.footnotes+xml`,
  endnotes: `${word}.endnotes+xml`,
  header: `${word}.header+xml`,
  footer: `${word}.footer+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
}

/** Kinds that bring a program or another document along. */
const programs =
  /^(vbaProject|wordVbaData|oleObject|control|activeXControlBinary|aFChunk|subDocument|frame)$/i

/** Has the package parts that are programs or embedded objects, whether or not anything refers to them? */
export const hasPrograms = (parts: ReadonlyMap<string, Uint8Array>): boolean =>
  [...parts.keys()].some((name) => /vbaProject|vbaData|activeX|oleObject/i.test(name))

/**
 * What of a part's references is kept; `programs` when one of them runs or fetches something on opening; null when the list is not
 * one. A link is external by nature and does nothing until a reader follows it: those to the web and to mail are kept.
 */
export function listKept(
  parts: ReadonlyMap<string, Uint8Array>,
  part: string,
): readonly Relationship[] | 'programs' | null {
  const file = parts.get(part.replace(/([^/]+)$/, '_rels/$1.rels'))
  if (file === undefined) return []
  const kept: Relationship[] = []
  for (const element of listElements(parseXml(file))) {
    if (element.local !== 'Relationship') continue
    const id = getAttribute(element, 'Id')
    const kind = getAttribute(element, 'Type') ?? ''
    const target = getAttribute(element, 'Target')
    if (id === undefined || target === undefined) return null
    const external = getAttribute(element, 'TargetMode')?.toLowerCase() === 'external'
    const name = kind.slice(kind.lastIndexOf('/') + 1)
    if (programs.test(name)) return 'programs'
    if (external) {
      if (name === 'hyperlink' && /^(https?:\/\/|mailto:)/i.test(target))
        kept.push({ id, kind, target, external, type: null, picture: null })
      else if (name !== 'hyperlink' && name !== 'image' && isFetched(target)) return 'programs'
      continue
    }
    const inside = posix.join('/', posix.dirname(part), target).slice(1)
    const found = target.startsWith('/') ? target.slice(1) : inside
    const type = Object.hasOwn(kinds, name) ? (kinds[name] ?? null) : null
    const picture = name === 'image' ? getPictureType(found) : null
    if (type !== null || picture !== null) kept.push({ id, kind, target: found, external, type, picture })
  }
  return kept
}

/** A template on the writer's own disk is only a trace of them; one on the net is fetched when the document is opened. */
const isFetched = (target: string) => /^(https?|ftp|mhtml|ms-[a-z]+):|^\\\\|^file:\/\/[^/]/i.test(target)

function getPictureType(name: string): 'image/png' | 'image/jpeg' | null {
  if (/\.png$/i.test(name)) return 'image/png'
  return /\.jpe?g$/i.test(name) ? 'image/jpeg' : null
}
