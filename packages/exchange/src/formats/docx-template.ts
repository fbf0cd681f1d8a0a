import { strFromU8, strToU8 } from 'fflate'
import { z } from 'zod'
import { textWidth } from './docx-parts.ts'

/** What a document takes over of a Word template; read from a file by @waymark/files. */
export const templateParts = z.strictObject({
  styles: z.string().max(4_000_000),
  theme: z.string().max(2_000_000).nullable(),
  page: z
    .strictObject({
      width: z.int(),
      height: z.int(),
      top: z.int(),
      right: z.int(),
      bottom: z.int(),
      left: z.int(),
      header: z.int(),
      footer: z.int(),
    })
    .nullable(),
  header: z.array(z.string().max(300)).max(5),
})
export type TemplateParts = z.infer<typeof templateParts>

type Files = Record<string, Uint8Array>
type Style = { readonly id: string; readonly name: string; readonly xml: string }

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument'

/**
 * Sets the parts of a Word file in the styles of a template. A style of ours is the template's of the same name, under whatever id it
 * stands there (Word translates ids, never the names of its own styles); one that the template does not know is added to its styles, in its
 * font. The foot of the page stays ours: it says of which cut the document is.
 *
 * @param lang as Word writes it: what of the text names no other
 */
export function applyTemplate(files: Files, template: TemplateParts, lang: string): void {
  const own = listStyles(read(files, 'word/styles.xml'))
  const theirs = new Map(listStyles(template.styles).map((style) => [fold(style.name), style]))
  const idOf = new Map(own.map(({ id, name }) => [id, theirs.get(fold(name))?.id ?? id]))
  const added = own.filter(({ name }) => !theirs.has(fold(name)))
  const rename = (xml: string) =>
    xml.replace(
      /(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val=")([^"]*)(")/g,
      (_, before, id, after) => `${before}${idOf.get(id) ?? id}${after}`,
    )
  for (const path of Object.keys(files))
    if (/^word\/(document|footnotes|endnotes|(header|footer)\d*)\.xml$/.test(path))
      write(files, path, rename(read(files, path)))
  const styles = setLanguage(template.styles.replace(/<w:numPr>.*?<\/w:numPr>|<w:numPr\/>/gs, ''), lang)
  const more = added.map(({ xml }) => rename(xml.replace(/<w:rFonts [^>]*\/>/g, ''))).join('')
  write(
    files,
    'word/styles.xml',
    styles.replace(/<\/w:styles>\s*$/, () => `${more}</w:styles>`),
  )
  if (template.theme !== null && !/\br:(?:embed|link|id)=/.test(template.theme))
    addPart(files, { path: 'theme/theme1.xml', kind: 'theme', type: `${types}.theme+xml` }, template.theme)
  if (template.page !== null) setPage(files, template.page)
  if (template.header.length > 0) addHeader(files, template.header, theirs.get('header')?.id)
}

const fold = (name: string) => name.toLowerCase()
const read = (files: Files, path: string) => strFromU8(files[path] ?? new Uint8Array())
const write = (files: Files, path: string, xml: string) => {
  files[path] = strToU8(xml)
}

const listStyles = (xml: string): Style[] =>
  [...xml.matchAll(/<w:style\b[^>]*?w:styleId="([^"]*)".*?<\/w:style>/gs)].flatMap(([whole, id = '']) => {
    const name = /<w:name w:val="([^"]*)"/.exec(whole)?.[1]
    return name === undefined ? [] : [{ id, name, xml: whole }]
  })

/** The language of the document instead of the one in which the template was made. */
function setLanguage(styles: string, lang: string): string {
  const without = styles.replace(/<w:lang [^>]*\/>/g, '')
  const set = `<w:lang w:val="${lang}"/>`
  if (/<w:rPrDefault>\s*<w:rPr>/.test(without))
    return without.replace(/(<w:rPrDefault>\s*<w:rPr>.*?)(<\/w:rPr>)/s, `$1${set}$2`)
  const defaults = `<w:rPrDefault><w:rPr>${set}</w:rPr></w:rPrDefault>`
  const bare = without.replace(/<w:rPrDefault>\s*<w:rPr\/>\s*<\/w:rPrDefault>|<w:rPrDefault\/>/, '')
  return /<w:docDefaults>/.test(bare)
    ? bare.replace('<w:docDefaults>', `<w:docDefaults>${defaults}`)
    : bare.replace(/<w:styles\b[^>]*>/, (open) => `${open}<w:docDefaults>${defaults}</w:docDefaults>`)
}

/** Paper and margins; what had a width of its own keeps its share of the line. */
function setPage(files: Files, page: NonNullable<TemplateParts['page']>): void {
  const share = (page.width - page.left - page.right) / textWidth
  const scale = (xml: string) =>
    xml
      .replace(
        /(<w:(?:tblW|tcW|gridCol)\b[^>]*?w:w=")(\d+)(")/g,
        (_, before: string, width: string, after: string) =>
          `${before}${Math.round(Number(width) * share)}${after}`,
      )
      // A picture that would not fit into the line becomes so much smaller; it never grows.
      .replace(
        /(<(?:wp:extent|a:ext)\b[^>]*?\bcx=")(\d+)(")/g,
        (_, before: string, width: string, after: string) =>
          `${before}${Math.round(Number(width) * Math.min(1, share))}${after}`,
      )
  const landscape = page.width > page.height ? ' w:orient="landscape"' : ''
  const { width, height, top, right, bottom, left, header, footer } = page
  write(
    files,
    'word/document.xml',
    scale(read(files, 'word/document.xml'))
      .replace(/<w:pgSz [^>]*\/>/, `<w:pgSz w:w="${width}" w:h="${height}"${landscape}/>`)
      .replace(
        /<w:pgMar [^>]*\/>/,
        `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="${header}" w:footer="${footer}" w:gutter="0"/>`,
      ),
  )
  for (const path of Object.keys(files).filter((one) => /^word\/footer\d*\.xml$/.test(one)))
    write(
      files,
      path,
      read(files, path).replace(/(<w:tab w:val="right" w:pos=")\d+(")/g, `$1${width - left - right}$2`),
    )
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function addHeader(files: Files, lines: readonly string[], style: string | undefined): void {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  const paragraphs = lines.map(
    (line) => `<w:p>${properties}<w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`,
  )
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr xmlns:w="${word}">${paragraphs.join('')}</w:hdr>`
  const id = addPart(
    files,
    { path: 'headerTemplate.xml', kind: 'header', type: `${types}.wordprocessingml.header+xml` },
    xml,
  )
  write(
    files,
    'word/document.xml',
    read(files, 'word/document.xml').replace(
      /<w:sectPr\b[^>]*>/,
      (open) => `${open}<w:headerReference w:type="default" r:id="${id}"/>`,
    ),
  )
}

/** Puts a part beside the document, and says so in the two lists of the package. @returns the id of the relation */
function addPart(
  files: Files,
  { path, kind, type }: { readonly path: string; readonly kind: string; readonly type: string },
  xml: string,
): string {
  const id = `rIdTemplate-${kind}`
  write(files, `word/${path}`, xml)
  const relations = 'word/_rels/document.xml.rels'
  write(
    files,
    relations,
    read(files, relations).replace(
      '</Relationships>',
      `<Relationship Id="${id}" Type="${office}/${kind}" Target="${path}"/></Relationships>`,
    ),
  )
  write(
    files,
    '[Content_Types].xml',
    read(files, '[Content_Types].xml').replace(
      '</Types>',
      `<Override PartName="/word/${path}" ContentType="${type}"/></Types>`,
    ),
  )
  return id
}
