import { strFromU8, unzipSync } from 'fflate'
import { getDocumentProxy } from 'unpdf'

/** What a document says, as a reader of its structure hears it: footnotes apart, their numbers left out. */
export type ReadDocument = {
  readonly body: string
  readonly notes: readonly string[]
  readonly alts: readonly string[]
}

type Node = {
  readonly role?: string
  readonly id?: string
  readonly alt?: string
  readonly lang?: string
  readonly children?: readonly Node[]
}
type Item = { readonly type?: string; readonly id?: string; readonly str?: string; readonly hasEOL?: boolean }

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

type ReadPdf = ReadDocument & {
  readonly pages: number
  readonly roles: ReadonlySet<string>
  /** In which its parts are said to be, beside the document's own. */
  readonly languages: ReadonlySet<string>
}

/** Reads a PDF by its structure tree alone: what hangs nowhere in it is not heard. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes))
  const [body, notes, alts] = [[] as string[], [] as string[], [] as string[]]
  const [roles, languages] = [new Set<string>(), new Set<string>()]
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const texts = getMarkedTexts((await page.getTextContent({ includeMarkedContent: true })).items as Item[])
    const visit = (node: Node, into: string[]) => {
      if (node.role !== undefined) roles.add(node.role)
      if (node.alt !== undefined) alts.push(node.alt)
      if (node.lang !== undefined) languages.add(node.lang)
      if (node.role === 'Reference' || node.role === 'Lbl') return
      if (node.role === 'Note') {
        const own: string[] = []
        for (const child of node.children ?? []) visit(child, own)
        notes.push(squeeze(own.join('')))
        return
      }
      if (node.id !== undefined) into.push(texts.get(node.id) ?? '')
      for (const child of node.children ?? []) visit(child, into)
      if (node.role !== undefined && blocks.has(node.role)) into.push(' ')
    }
    const tree = (await page.getStructTree()) as Node | null
    if (tree !== null) visit(tree, body)
  }
  const pages = pdf.numPages
  await pdf.loadingTask.destroy()
  return {
    body: squeeze(body.join('')),
    notes: notes.filter((note) => note !== ''),
    alts,
    pages,
    roles,
    languages,
  }
}

const blocks: ReadonlySet<string> = new Set(['P', 'H1', 'H2', 'H3', 'LBody', 'TH', 'TD', 'Caption'])

function getMarkedTexts(items: readonly Item[]): Map<string, string> {
  const texts = new Map<string, string>()
  const open: (string | undefined)[] = []
  for (const { type, id, str, hasEOL } of items) {
    if (type === 'beginMarkedContent' || type === 'beginMarkedContentProps') open.push(id)
    else if (type === 'endMarkedContent') open.pop()
    else {
      const own = open.at(-1)
      if (own !== undefined && str !== undefined)
        texts.set(own, (texts.get(own) ?? '') + str + (hasEOL ? ' ' : ''))
    }
  }
  return texts
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const readParagraphs = (xml: string): string =>
  squeeze(
    [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
      .map(([paragraph]) =>
        [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
      )
      .join(' ')
      .replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole),
  )

/** Reads a Word document: the text of its body and of its footnotes. */
export function readDocx(bytes: Uint8Array): ReadDocument & {
  readonly files: Readonly<Record<string, string>>
  /** What is said to be in a language of its own: `ru-RU Вымышленный документ`. */
  readonly marked: readonly string[]
} {
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, file]) => [path, strFromU8(file)]),
  )
  const [document = '', footnotes = ''] = [files['word/document.xml'], files['word/footnotes.xml']]
  return {
    body: readParagraphs(document),
    // Separators between text and notes are footnotes of a type.
    notes: [...footnotes.matchAll(/<w:footnote ([^>]*)>.*?<\/w:footnote>/gs)].flatMap(([note, attributes]) =>
      attributes?.includes('w:type=') ? [] : [readParagraphs(note)],
    ),
    marked: [document, footnotes, files['word/footer1.xml'] ?? '']
      .flatMap((xml) => [...xml.matchAll(/<w:lang w:val="([^"]+)"\/><\/w:rPr><w:t[^>]*>([^<]*)</g)])
      .map(([, lang, text]) => `${lang} ${text}`),
    alts: [...document.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, alt]) => alt ?? ''),
    files,
  }
}
