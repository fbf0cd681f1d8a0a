import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { formatBareJpeg } from './jpeg.ts'

/** What says who, when and with what; what runs, opens or fetches; what carries other files. */
const dropped = new Set(
  'Metadata PieceInfo LastModified AA OpenAction JS JavaScript EmbeddedFiles EF AF RF XFA Names AcroForm Ref OPI Alternates StructParent StructParents Thumb Collection'
    .split(' ')
    .map((name) => `/${name}`),
)
/** A stream may name another file as its contents. */
const droppedOfStream = new Set(['/F', '/FFilter', '/FDecodeParms', '/DL'])
const pageKeys = ['MediaBox', 'CropBox', 'Rotate', 'Resources', 'Contents', 'UserUnit', 'Group']
const unseen = new Set([
  '/Popup',
  '/Text',
  '/FileAttachment',
  '/Sound',
  '/Movie',
  '/Screen',
  '/RichMedia',
  '/3D',
])
const maxObjects = 200_000

/**
 * The pages of a document in a new one: what is seen, and nothing else. Only what the pages refer to is copied, so that nothing
 * left over from an earlier state comes along. Links keep their web address; other annotations and filled fields become
 * pictures of themselves, without author, date, note or script. Layers keep their visibility.
 * Throws where that cannot be done safely; there is no working copy then.
 */
export async function writePages(source: PDFDocument): Promise<Uint8Array> {
  const target = await PDFDocument.create({ updateMetadata: false })
  const copier = buildCopier(source.context, target.context)
  for (const page of source.getPages()) addPage(target, page, copier)
  const layers = source.catalog.get(PDFName.of('OCProperties'))
  if (layers !== undefined) target.catalog.set(PDFName.of('OCProperties'), copier.copy(layers))
  copier.finish()
  delete target.context.trailerInfo.Info
  delete target.context.trailerInfo.ID
  refuseLeftovers(target.context)
  return target.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}

type Copier = { copy(object: PDFObject): PDFObject; finish(): void }

function addPage(target: PDFDocument, page: PDFPage, copier: Copier): void {
  const made = target.addPage()
  for (const name of pageKeys) {
    const key = PDFName.of(name)
    const value = page.node.get(key) ?? page.node.getInheritableAttribute(key)
    if (value !== undefined) made.node.set(key, copier.copy(value))
  }
  const annotations = page.node.Annots()
  if (annotations === undefined) return
  const kept = annotations.asArray().flatMap((_, at) => {
    const annotation = annotations.lookup(at)
    const seen = annotation instanceof PDFDict ? buildAnnotation(annotation, target.context, copier) : null
    return seen === null ? [] : [target.context.register(seen)]
  })
  if (kept.length > 0) made.node.set(PDFName.of('Annots'), target.context.obj(kept))
}

/** A link to the web, or the picture of an annotation; null for what is not seen on the page. */
function buildAnnotation(annotation: PDFDict, target: PDFContext, copier: Copier): PDFDict | null {
  const subtype = annotation.lookup(PDFName.of('Subtype'))?.toString() ?? ''
  const rectangle = annotation.lookup(PDFName.of('Rect'))
  const flags = annotation.lookup(PDFName.of('F'))
  const hidden = flags instanceof PDFNumber && (flags.asNumber() & 0b100010) !== 0
  if (rectangle === undefined || hidden || unseen.has(subtype)) return null
  const base = { Type: 'Annot', Rect: copier.copy(rectangle), F: 4 }
  if (subtype === '/Link') {
    const address = getAddress(annotation)
    if (address === null) return null
    return target.obj({
      ...base,
      Subtype: 'Link',
      Border: [0, 0, 0],
      A: { S: 'URI', URI: PDFString.of(address) },
    })
  }
  const picture = getAppearance(annotation)
  if (picture === null) return null
  return target.obj({ ...base, Subtype: 'Stamp', AP: { N: copier.copy(picture) } })
}

function getAddress(annotation: PDFDict): string | null {
  const action = annotation.lookup(PDFName.of('A'))
  if (!(action instanceof PDFDict) || action.lookup(PDFName.of('S'))?.toString() !== '/URI') return null
  const uri = action.lookup(PDFName.of('URI'))
  const address = uri instanceof PDFString ? uri.decodeText() : null
  if (address === null || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return null
  // Written as an address is, with no bracket that could end the string.
  return new URL(address).href.replace(/[()\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
}

/** The appearance that is shown: the one, or of several the one of the present state. */
function getAppearance(annotation: PDFDict): PDFObject | null {
  const appearances = annotation.lookup(PDFName.of('AP'))
  const normal = appearances instanceof PDFDict ? appearances.get(PDFName.of('N')) : undefined
  const found = normal instanceof PDFRef ? annotation.context.lookup(normal) : normal
  if (found instanceof PDFStream) return normal ?? null
  const state = annotation.lookup(PDFName.of('AS'))
  return found instanceof PDFDict && state instanceof PDFName ? (found.get(state) ?? null) : null
}

function buildCopier(source: PDFContext, target: PDFContext): Copier {
  const made = new Map<string, PDFRef>()
  const waiting: (() => void)[] = []

  const copyDict = (dict: PDFDict, without: ReadonlySet<string> = new Set()): PDFDict => {
    const copied = target.obj({})
    for (const [key, value] of dict.entries())
      if (!dropped.has(key.toString()) && !without.has(key.toString())) copied.set(key, copy(value))
    return copied
  }

  const copyStream = (stream: PDFStream): PDFObject => {
    const dict = copyDict(stream.dict, droppedOfStream)
    if (!(stream instanceof PDFRawStream)) throw new Error('A stream of an unknown kind.')
    return PDFRawStream.of(dict, getBareContents(stream))
  }

  const copy = (object: PDFObject): PDFObject => {
    if (object instanceof PDFRef) return copyRef(object)
    if (object instanceof PDFStream) return copyStream(object)
    if (object instanceof PDFDict) return isBeyondPage(object) ? target.obj(null) : copyDict(object)
    if (object instanceof PDFArray) return target.obj(object.asArray().map((item) => copy(item)))
    return object.clone(target)
  }

  const copyRef = (ref: PDFRef): PDFRef => {
    const known = made.get(ref.tag)
    if (known !== undefined) return known
    if (made.size >= maxObjects) throw new Error('Too many objects.')
    const copied = target.nextRef()
    made.set(ref.tag, copied)
    waiting.push(() => {
      const found = source.lookup(ref)
      target.assign(copied, found === undefined ? target.obj(null) : copy(found))
    })
    return copied
  }

  return {
    copy,
    finish: () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) next()
    },
  }
}

/** Other pages, the tree of pages and the catalogue are never reached through a page. */
const isBeyondPage = (dict: PDFDict) =>
  ['/Page', '/Pages', '/Catalog', '/Filespec', '/Action'].includes(
    dict.get(PDFName.of('Type'))?.toString() ?? '',
  )

/** The contents of a stream; those of a photograph without what the camera wrote beside the points. */
function getBareContents(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const filters = filter instanceof PDFArray ? filter.asArray().map(String) : [String(filter)]
  if (filters.includes('/DCTDecode') || filters.includes('/DCT')) {
    const bare = filters.length === 1 ? formatBareJpeg(stream.contents) : null
    if (bare === null) throw new Error('A photograph that cannot be stripped.')
    return bare
  }
  if (filters.includes('/JPXDecode') && /uuid|xml /.test(Buffer.from(stream.contents).toString('latin1')))
    throw new Error('A photograph that cannot be stripped.')
  return stream.contents
}

/** Looks at the result once more: what must not be there is not there, however it was named. */
function refuseLeftovers(context: PDFContext): void {
  const look = (object: PDFObject | undefined): void => {
    const dict = object instanceof PDFStream ? object.dict : object
    if (dict instanceof PDFArray) for (const item of dict.asArray()) look(item)
    if (!(dict instanceof PDFDict)) return
    const action = dict.get(PDFName.of('S'))?.toString()
    if (
      action === '/JavaScript' ||
      action === '/Launch' ||
      dict.get(PDFName.of('Type'))?.toString() === '/EmbeddedFile'
    )
      throw new Error('Left over.')
    for (const [key, value] of dict.entries()) {
      if (dropped.has(key.toString())) throw new Error('Left over.')
      look(value)
    }
  }
  for (const [, object] of context.enumerateIndirectObjects()) look(object)
}
