import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { getWordLanguage } from './docx-parts.ts'
import { applyTemplate, type TemplateParts } from './docx-template.ts'

/** Files in a zip begin in 1980. */
const zipEpoch = new Date(1980, 0, 1)

/**
 * What the library makes, without what depends on when and by whom it was made: names of relations in the order in which
 * they stand instead of random ones, one instant, no author, and no time on the zip's entries; in the styles of a template, where there is
 * one.
 */
export function settlePackage(
  bytes: Uint8Array,
  { title, lang, writtenAt }: { readonly title: string; readonly lang: string; readonly writtenAt: string },
  template: TemplateParts | null,
): Uint8Array<ArrayBuffer> {
  const files = unzipSync(bytes)
  if (template !== null) applyTemplate(files, template, getWordLanguage(lang))
  for (const path of Object.keys(files)) {
    const [, folder, part] = /^(.*)_rels\/(.+)\.rels$/.exec(path) ?? []
    if (folder === undefined || part === undefined) continue
    const own = `${folder}${part}`
    const renamed = renameRelations(read(files, path), read(files, own))
    files[path] = strToU8(renamed.relations)
    if (files[own] !== undefined) files[own] = strToU8(numberPictures(renamed.xml))
  }
  files['docProps/core.xml'] = strToU8(buildCore(title, lang, writtenAt))
  const paths = Object.keys(files).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(paths.map((path) => [path, files[path] ?? new Uint8Array()])), {
    level: 9,
    mtime: zipEpoch,
  })
}

// The list of types stands first, as Word writes it.
const rank = (path: string) => (path === '[Content_Types].xml' ? 0 : 1)

const read = (files: Record<string, Uint8Array>, path: string) => strFromU8(files[path] ?? new Uint8Array())

function renameRelations(relations: string, xml: string): { relations: string; xml: string } {
  const ids = [...relations.matchAll(/ Id="(rId[^"]*)"/g)].map(([, id]) => id ?? '')
  const names = new Map(ids.map((id, i) => [id, `rId${i + 1}`]))
  const rename = (text: string) =>
    text.replace(/="(rId[^"]*)"/g, (whole, id: string) => {
      const name = names.get(id)
      return name === undefined ? whole : `="${name}"`
    })
  return { relations: rename(relations), xml: rename(xml) }
}

/** The library counts pictures over all documents that it ever made. */
function numberPictures(xml: string): string {
  let pictures = 0
  return xml.replace(/(<wp:docPr [^>]*?\bid=")\d+(")/g, (_, before: string, after: string) => {
    pictures += 1
    return `${before}${pictures}${after}`
  })
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Core properties (ECMA-376, part 2, 11): who wrote and who changed it are there and empty. */
const buildCore = (title: string, lang: string, writtenAt: string) => {
  const at = `${writtenAt.slice(0, 19)}Z`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator></dc:creator><dc:language>${escapeXml(lang)}</dc:language>` +
    '<cp:lastModifiedBy></cp:lastModifiedBy>' +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
  )
}
