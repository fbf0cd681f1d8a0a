import {
  buildZip,
  formatDocument,
  formatTypes,
  listDocxParts,
  type MadePart,
  mainType,
  paragraph,
} from './made-zip.ts'

const sheetMain = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

/** A document or a workbook with one more part, or another in place of one. */
function build(shape: 'docx' | 'xlsx', ...more: MadePart[]): Uint8Array {
  const types = formatTypes(shape === 'docx' ? mainType : sheetMain)
  const names = new Set(more.map(({ name }) => name))
  const parts = listDocxParts({ '[Content_Types].xml': types }).map((part) => ({
    ...part,
    name: shape === 'docx' ? part.name : part.name.replace('word/document', 'xl/workbook'),
  }))
  return buildZip([...parts.filter(({ name }) => !names.has(name)), ...more])
}

const made = new Map<number, Buffer>()

function megabytes(count: number): Buffer {
  const data = made.get(count) ?? Buffer.alloc(count * 1024 * 1024, ' ')
  made.set(count, data)
  return data
}

/** An archive in an archive in an archive: the innermost is a bomb. */
function nest(depth: number): Uint8Array {
  let inner: Uint8Array = buildZip([{ name: 'x', data: megabytes(40) }])
  for (let level = 0; level < depth; level += 1)
    inner = buildZip(Array.from({ length: 10 }, (_, at) => ({ name: `${at}.zip`, data: inner })))
  return inner
}

const laughs = (depth: number) =>
  `<!DOCTYPE l [<!ENTITY l0 "ha">${Array.from({ length: depth }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}]>`

const styles = () =>
  `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Array.from({ length: 400_000 }, (_, at) => `<w:style w:styleId="s${(at * 7919) % 1_000_003}"/>`).join('')}</w:styles>`

const document = (data: string | Uint8Array, more: Partial<MadePart> = {}): MadePart => ({
  name: 'word/document.xml',
  data,
  ...more,
})

/** Twenty-five files of a few kilobytes to a few megabytes that become something else when opened. */
export const listBombs = (): readonly (readonly [what: string, bytes: Uint8Array])[] => [
  ['one part of 282 MB', build('xlsx', { name: 'xl/worksheets/sheet1.xml', data: megabytes(282) })],
  ['a document of 282 MB', build('docx', document(megabytes(282)))],
  ['shared strings of 100 MB', build('xlsx', { name: 'xl/sharedStrings.xml', data: megabytes(100) })],
  ['styles of 60 MB', build('xlsx', { name: 'xl/styles.xml', data: megabytes(60) })],
  ['a part of 282 MB that says it has ten bytes', build('docx', document(megabytes(282), { size: 10 }))],
  [
    'a part of 45 MB that says it is packed in as many',
    build('xlsx', { name: 'xl/a.xml', data: megabytes(45), packed: 45 * 1024 * 1024 }),
  ],
  ['a part that says it has four gigabytes', build('docx', document('x', { size: 0xffffffff }))],
  ['a part that says it is packed in four gigabytes', build('docx', document('x', { packed: 0xfffffffe }))],
  ['a part of 40 MB that inflates a thousandfold', build('docx', document(megabytes(40)))],
  [
    'forty parts of a megabyte each, in forty kilobytes',
    build('xlsx', ...Array.from({ length: 40 }, (_, at) => ({ name: `xl/${at}.xml`, data: megabytes(1) }))),
  ],
  [
    'two hundred parts that are one',
    build(
      'docx',
      ...Array.from({ length: 200 }, (_, at) => ({
        name: `word/${at}.xml`,
        data: megabytes(1),
        shared: at > 0,
      })),
    ),
  ],
  [
    'two thousand parts that share the first',
    build(
      'xlsx',
      ...Array.from({ length: 1990 }, (_, at) => ({
        name: `xl/${at}.xml`,
        data: 'x'.repeat(20_000),
        shared: at > 0,
      })),
    ),
  ],
  [
    'sixty thousand empty parts',
    build('docx', ...Array.from({ length: 60_000 }, (_, at) => ({ name: `word/${at}.xml`, data: '' }))),
  ],
  ['a count of parts that is not true', buildZip(listDocxParts(), { count: 65_535 })],
  ['archives in archives, two deep', nest(2)],
  [
    'archives in archives, as a part of a document',
    build(
      'docx',
      { name: 'word/media/a.zip', data: nest(3) },
      { name: 'word/media/b.xml', data: megabytes(30) },
    ),
  ],
  [
    'an archive that names itself as its part',
    buildZip([...listDocxParts(), { name: 'word/again.docx', data: '', size: 1, shared: true }]),
  ],
  [
    'entities in entities (billion laughs)',
    build('docx', document(`${laughs(30)}${formatDocument(paragraph('&l30;'))}`)),
  ],
  [
    'entities in the list of types',
    build('docx', { name: '[Content_Types].xml', data: `${laughs(30)}<Types>&l30;</Types>` }),
  ],
  [
    'one long entity, named often',
    build(
      'docx',
      document(`<!DOCTYPE a [<!ENTITY a "${'a'.repeat(100_000)}">]>${formatDocument('&a;'.repeat(50_000))}`),
    ),
  ],
  [
    'elements nested half a million deep',
    build('docx', document(formatDocument(`${'<w:p>'.repeat(500_000)}`))),
  ],
  [
    'elements nested and closed',
    build('docx', document(formatDocument(`${'<w:p>'.repeat(300_000)}${'</w:p>'.repeat(300_000)}`))),
  ],
  [
    'three million elements',
    build(
      'docx',
      document(
        formatDocument(
          Array.from({ length: 3_000_000 }, (_, at) => (at % 3 === 0 ? '<w:p/>' : '<w:r/>')).join(''),
        ),
      ),
    ),
  ],
  [
    'two hundred thousand attributes',
    build(
      'docx',
      document(
        `<w:document ${Array.from({ length: 200_000 }, (_, at) => `a${at}="${at % 97}"`).join(' ')}/>`,
      ),
    ),
  ],
  [
    'as many styles as no document has, and a document without end',
    build(
      'docx',
      { name: 'word/styles.xml', data: styles() },
      document(formatDocument('<w:p>'.repeat(4_000_000))),
    ),
  ],
]
