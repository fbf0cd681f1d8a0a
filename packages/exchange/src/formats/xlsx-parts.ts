/** Places of the cell formats in `styles.xml`. `quoted` stays text when a reader edits a cell that begins like a formula. */
export const styles = { plain: 0, bold: 1, wrapped: 2, quoted: 3 } as const

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** In the order of {@link styles}. The two fills are those that every workbook must have, in this order. */
const stylesXml = `${head}<styleSheet xmlns="${main}">\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>\
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** The least that a workbook consists of (ISO/IEC 29500-1, 12): path in the zip to XML, always in the same order. */
export function buildPackageParts(
  sheets: readonly { readonly name: string; readonly data: string }[],
): Record<string, string> {
  const files = sheets.map((sheet, i) => ({
    ...sheet,
    id: i + 1,
    file: `worksheets/sheet${i + 1}.xml`,
  }))
  const overrides = files.map(
    ({ file }) => `<Override PartName="/xl/${file}" ContentType="${types}.worksheet+xml"/>`,
  )
  const links = files.map(
    ({ id, file }) => `<Relationship Id="rId${id}" Type="${relations}/worksheet" Target="${file}"/>`,
  )
  const list = files.map(
    ({ id, name }) => `<sheet name="${formatAttribute(name)}" sheetId="${id}" r:id="rId${id}"/>`,
  )
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${overrides.join('')}\
<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships">\
<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews>\
<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships">${links.join('')}\
<Relationship Id="rId${files.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml,
    ...Object.fromEntries(
      files.map(({ file, data }) => [`xl/${file}`, `${head}<worksheet xmlns="${main}">${data}</worksheet>`]),
    ),
  }
}

const formatAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
