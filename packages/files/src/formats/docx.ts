import { refused } from '@waymark/kernel/result'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { docxType } from '../media-type.ts'
import { cleanPart } from './docx-part.ts'
import { hasPrograms, listKept, type Relationship } from './docx-relationships.ts'
import { listParagraphs } from './docx-text.ts'
import { maxPixels, writeImage } from './image.ts'
import { formatText, type Inspected } from './inspection.ts'
import { formatXml, getAttribute, listElements, parseXml, type XmlElement } from './xml.ts'
import { parseZip } from './zip.ts'

const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const damaged = refused({ code: 'file-does-not-match-its-type', params: { type: 'DOCX' } } as const)
const programs = refused({ code: 'file-holds-programs' } as const)

/**
 * A document of Word. The working copy is written anew from the parts that are read: text, styles, notes, headers, pictures. Who
 * wrote it and when, comments, fields that compute or fetch, and every part not named here stay behind. Macros, embedded
 * objects and references that fetch when the document is opened are refused.
 */
export async function inspectDocx(bytes: Uint8Array): Promise<Inspected> {
  const zip = parseZip(bytes)
  if (!zip.ok) return zip.error === 'too-much' ? refused({ code: 'file-holds-too-much' }) : damaged
  const parts = zip.value
  const kind = getMainPart(parts)
  if (kind === 'other') return refused({ code: 'file-type-refused' })
  if (kind === 'damaged') return damaged
  if (kind === 'programs' || hasPrograms(parts)) return programs
  return writeDocument(parts, kind.main)
}

/** The part that is the document, by what the package says its type is. Templates and other programs' files are others. */
function getMainPart(
  parts: ReadonlyMap<string, Uint8Array>,
): { main: string } | 'other' | 'programs' | 'damaged' {
  const types = parts.get('[Content_Types].xml')
  if (types === undefined) return 'other'
  const overrides = [...listElements(parseXml(types))].filter((one) => one.local === 'Override')
  const found = overrides.map((one) => ({
    type: getAttribute(one, 'ContentType') ?? '',
    name: (getAttribute(one, 'PartName') ?? '').replace(/^\//, ''),
  }))
  if (found.some(({ type }) => /macroEnabled|vbaProject|activeX/i.test(type))) return 'programs'
  const main = found.filter(({ type }) => type === mainType)
  if (main.length === 0) return 'other'
  const name = main[0]?.name
  return main.length === 1 && name !== undefined && parts.has(name) ? { main: name } : 'damaged'
}

type Written = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

async function writeDocument(parts: ReadonlyMap<string, Uint8Array>, main: string): Promise<Inspected> {
  const written = new Map<string, Written>()
  const texts: string[] = []
  const pictures = { pixels: 0 }
  const waiting = [{ name: main, type: mainType }]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { name, type } = next
    const bytes = parts.get(name)
    if (bytes === undefined || written.has(name)) continue
    const kept = listKept(parts, name)
    if (kept === null) return damaged
    if (kept === 'programs') return programs
    const usable: Relationship[] = []
    for (const one of kept) {
      if (one.picture !== null && !written.has(one.target)) {
        const picture = await writePicture(parts.get(one.target), one.picture, pictures)
        if (picture === null) continue
        written.set(one.target, { name: one.target, type: one.picture, bytes: picture })
      }
      usable.push(one)
      if (one.type !== null) waiting.push({ name: one.target, type: one.type })
    }
    const root = cleanPart(parseXml(bytes), new Set(usable.map((one) => one.id)))
    if (root === 'programs') return programs
    if (type === mainType || /footnotes|endnotes/.test(type)) texts.push(listParagraphs(root).join('\n'))
    written.set(name, { name, type, bytes: encode(formatXml(root)) })
    if (usable.length > 0) {
      const file = getRelationshipsName(name)
      written.set(file, { name: file, type: '', bytes: encode(formatRelationships(usable, name)) })
    }
  }
  const copy = zipSync(Object.fromEntries(listFiles([...written.values()], main)), {
    mtime: new Date(1980, 0, 1),
  })
  return {
    ok: true,
    value: {
      mediaType: docxType,
      text: formatText(texts.join('\n\n')),
      working: { bytes: copy, mediaType: docxType },
    },
  }
}

/** A picture without anything beside its points, or null: then the place where it stood is left out. */
async function writePicture(
  bytes: Uint8Array | undefined,
  type: 'image/png' | 'image/jpeg',
  spent: { pixels: number },
): Promise<Uint8Array | null> {
  if (bytes === undefined) return null
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    spent.pixels += width * height
    if (`image/${format}` !== type || spent.pixels > maxPixels) return null
    return await writeImage(bytes, type)
  } catch {
    return null
  }
}

const encode = (text: string) => new TextEncoder().encode(text)

export const getRelationshipsName = (part: string): string => part.replace(/([^/]+)$/, '_rels/$1.rels')

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'

function formatRelationships(
  kept: readonly Pick<Relationship, 'id' | 'kind' | 'target' | 'external'>[],
  of: string,
): string {
  const folder = of.includes('/') ? `${of.slice(0, of.lastIndexOf('/'))}/` : ''
  const children = kept.map(({ id, kind, target, external }) => {
    const inside = folder !== '' && target.startsWith(folder) ? target.slice(folder.length) : `/${target}`
    return buildElement('Relationship', {
      Id: id,
      Type: kind,
      Target: external ? target : inside,
      ...(external ? { TargetMode: 'External' } : {}),
    })
  })
  return formatXml(buildElement('Relationships', { xmlns: relationships }, children))
}

function listFiles(written: readonly Written[], main: string): [string, Uint8Array][] {
  const overrides = written
    .filter(({ type }) => type !== '')
    .map(({ name, type }) => buildElement('Override', { PartName: `/${name}`, ContentType: type }))
  const defaults = [
    buildElement('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    buildElement('Default', { Extension: 'xml', ContentType: 'application/xml' }),
  ]
  const types = buildElement(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    [...defaults, ...overrides],
  )
  const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  return [
    ['[Content_Types].xml', encode(formatXml(types))],
    ['_rels/.rels', encode(formatRelationships([{ id: 'rId1', kind, target: main, external: false }], ''))],
    ...written.map(({ name, bytes }): [string, Uint8Array] => [name, bytes]),
  ]
}

function buildElement(
  name: string,
  attributes: Record<string, string>,
  children: XmlElement[] = [],
): XmlElement {
  const list = Object.entries(attributes).map(([key, value]) => ({ name: key, uri: '', local: key, value }))
  return { name, uri: '', local: name, attributes: list, children }
}
