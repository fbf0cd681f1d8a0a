import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { buildPhotograph } from '../test/made-images.ts'
import { buildPdf } from '../test/made-pdf.ts'
import { buildDocx, formatDocument, formatReferences, formatTypes, paragraph } from '../test/made-zip.ts'
import { parseZip } from './formats/zip.ts'
import { inspectFile } from './inspect-file.ts'
import { docxType } from './media-type.ts'

const canary = 'CANARY-Әлия-7731'
/** As it may be written: in UTF-8, in UTF-16, as hexadecimal digits, in one byte a letter. */
const spellings = [
  Buffer.from(canary),
  Buffer.from('CANARY'),
  Buffer.from('CANARY', 'utf16le'),
  Buffer.from('CANARY', 'utf16le').swap16(),
  Buffer.from(Buffer.from('CANARY').toString('hex')),
  Buffer.from(Buffer.from('CANARY', 'utf16le').swap16().toString('hex').toUpperCase()),
]

const hasCanary = (bytes: Uint8Array) => spellings.some((spelling) => Buffer.from(bytes).includes(spelling))

/** The file's bytes and whatever is packed inside. */
function listLayers(bytes: Uint8Array): Uint8Array[] {
  const file = Buffer.from(bytes)
  const zip = parseZip(bytes)
  if (zip.ok) return [...zip.value.entries()].flatMap(([name, part]) => [Buffer.from(name), part])
  const layers: Uint8Array[] = [file]
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    const start = file[at + 6] === 13 ? at + 8 : at + 7
    try {
      layers.push(inflateSync(file.subarray(start), { finishFlush: 2 }))
    } catch {
      // Not packed.
    }
  }
  return layers
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function inspect(bytes: Uint8Array, name = 'file.bin') {
  const before = hash(bytes)
  const result = await inspectFile(bytes, { name })
  expect(hash(bytes)).toBe(before)
  return result
}

async function inspectWell(bytes: Uint8Array, name?: string) {
  const result = await inspect(bytes, name)
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`)
  return result.value
}

test.each(['png', 'jpeg', 'webp'] as const)(
  'a photograph (%s) is taken in, and its copy says nothing but its points',
  async (format) => {
    const bytes = await buildPhotograph(format, canary)
    expect(hasCanary(bytes)).toBe(true)
    const { mediaType, text, working } = await inspectWell(bytes, 'scan.pdf')
    expect({ mediaType, text, type: working?.mediaType }).toEqual({
      mediaType: `image/${format}`,
      text: null,
      type: `image/${format}`,
    })
    const copy = working?.bytes ?? new Uint8Array()
    expect(hasCanary(copy)).toBe(false)
    const { exif, xmp, icc, iptc, width, height } = await sharp(copy).metadata()
    expect({ exif, xmp, icc, iptc, width, height }).toEqual({ width: 40, height: 20 })
  },
)

test('a picture that the camera held sideways stands upright in its copy', async () => {
  const bytes = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#2a6' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { working } = await inspectWell(bytes)
  expect(await sharp(working?.bytes).metadata()).toMatchObject({ width: 20, height: 40 })
})

test('a PDF keeps its page, its text, its picture and its link, and nothing of who made it, what it runs or carries', async () => {
  const bytes = await buildPdf({ canary, jpeg: await buildPhotograph('jpeg', canary) })
  expect(listLayers(bytes).some(hasCanary)).toBe(true)
  const { mediaType, text, working } = await inspectWell(bytes)
  expect({ mediaType, text, type: working?.mediaType }).toEqual({
    mediaType: 'application/pdf',
    text: 'The draft was adopted.',
    type: 'application/pdf',
  })
  const copy = Buffer.from(working?.bytes ?? [])
  expect(listLayers(copy).some(hasCanary)).toBe(false)
  expect(copy.toString('latin1')).not.toMatch(
    /JavaScript|\/JS|Launch|EmbeddedFile|OpenAction|\/AA|\/Info|Metadata|notes\.txt|javascript:/,
  )
  expect(copy.toString('latin1')).toContain('https://page.kz/law')
  expect(copy.toString('latin1')).toContain('DCTDecode')
  // The copy is a file that would be taken in itself.
  expect((await inspectWell(copy)).text).toBe('The draft was adopted.')
})

test('a web page is taken in whole, and its copy is its text', async () => {
  const page = `\ufeff<!-- saved --><!DOCTYPE html><html><head><title>Заң жобасы</title><script>alert("${canary}")</script>
    <style>p{}</style></head><body onload="alert(1)"><h1>Бірінші</h1><p>Text &amp; <b>more</b><img src=x onerror=alert(1)></p>
    <table><tr><td>a</td><td>b</td></tr></table><svg><script>alert(2)</script></svg><iframe srcdoc="x"></iframe></body></html>`
  const { mediaType, text, working } = await inspectWell(Buffer.from(page), 'page.pdf')
  expect({ mediaType, type: working?.mediaType }).toEqual({ mediaType: 'text/html', type: 'text/plain' })
  expect(text).toBe('Заң жобасы\n\nБірінші\n\nText & more\n\n\ta\n\tb')
  expect(Buffer.from(working?.bytes ?? []).toString()).toBe(`${text}\n`)
})

test('a page in the letters of an older time is read by what it declares, or by what its server said', async () => {
  const word = Buffer.from([0xc7, 0xe0, 0xea, 0xee, 0xed])
  const declared = Buffer.concat([Buffer.from('<html><meta charset="windows-1251"><p>'), word])
  expect((await inspectWell(declared)).text).toBe('Закон')
  const served = Buffer.concat([Buffer.from('<html><p>'), Buffer.from([0xda, 0xc1, 0xcb, 0xcf, 0xce])])
  const result = await inspectFile(served, { charset: 'koi8-r' })
  expect(result).toMatchObject({ ok: true, value: { text: 'закон' } })
})

test('a document of Word keeps its text, its pictures and links, and nothing of who wrote it', async () => {
  const mark = `w:author="${canary}" w:date="2020-01-01T00:00:00Z"`
  const bytes = buildDocx({
    '[Content_Types].xml': formatTypes(undefined, '<Default Extension="png" ContentType="image/png"/>'),
    'word/document.xml': formatDocument(
      paragraph('Құжаттың мәтіні') +
        `<w:p w:rsidR="00CANARY"><w:ins w:id="1" ${mark}><w:r><w:t>added</w:t></w:r></w:ins><w:del w:id="2" ${mark}><w:r><w:delText>struck</w:delText></w:r></w:del></w:p>` +
        '<w:p><w:commentRangeStart w:id="0"/><w:hyperlink r:id="rId3"><w:r><w:t>law</w:t></w:r></w:hyperlink><w:hyperlink r:id="rId4"><w:r><w:t> inner</w:t></w:r></w:hyperlink><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>' +
        `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\${canary}</w:instrText></w:r><w:r><w:t>result</w:t></w:r></w:p>` +
        `<w:p><w:fldSimple w:instr="AUTHOR ${canary}"><w:r><w:t>nobody</w:t></w:r></w:fldSimple></w:p>` +
        '<w:p><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r><w:r><w:drawing><a:blip r:link="rId5"/></w:drawing></w:r></w:p>',
    ),
    'word/_rels/document.xml.rels': formatReferences(
      ['image', 'media/image1.jpeg'],
      ['comments', 'comments.xml'],
      ['hyperlink', 'https://page.kz/law', true],
      ['hyperlink', `file:///C:/Users/${canary}/x`, true],
      ['image', `http://evil.kz/${canary}.png`, true],
      ['settings', 'settings.xml'],
    ),
    'word/settings.xml': `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:attachedTemplate r:id="rId1"/><w:docVars><w:docVar w:name="x" w:val="${canary}"/></w:docVars><w:zoom w:percent="100"/></w:settings>`,
    'word/_rels/settings.xml.rels': formatReferences([
      'attachedTemplate',
      `file:///C:/Users/${canary}/Normal.dotm`,
      true,
    ]),
    'word/comments.xml': `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" ${mark}/></w:comments>`,
    'word/media/image1.jpeg': await buildPhotograph('jpeg', canary),
    'word/people.xml': `<x>${canary}</x>`,
    'docProps/core.xml': `<x>${canary}</x>`,
    'docProps/app.xml': `<x>${canary}</x>`,
    'docProps/thumbnail.jpeg': await buildPhotograph('jpeg', canary),
    'customXml/item1.xml': `<x>${canary}</x>`,
  })
  expect(listLayers(bytes).some(hasCanary)).toBe(true)
  const { mediaType, text, working } = await inspectWell(bytes, `${canary}.docx`)
  expect({ mediaType, type: working?.mediaType }).toEqual({ mediaType: docxType, type: docxType })
  expect(text).toBe('Құжаттың мәтіні\nadded\nlaw inner\nresult\nnobody')
  const copy = working?.bytes ?? new Uint8Array()
  expect(listLayers(copy).some(hasCanary)).toBe(false)
  const zip = parseZip(copy)
  expect(zip.ok && [...zip.value.keys()].toSorted()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'word/_rels/document.xml.rels',
    'word/document.xml',
    'word/media/image1.jpeg',
    'word/settings.xml',
  ])
  const main = zip.ok ? Buffer.from(zip.value.get('word/document.xml') ?? []).toString() : ''
  expect(main.match(/<w:drawing>/g)).toHaveLength(1)
  expect(main).toContain('w:author="—"')
  expect(main).not.toMatch(/instrText|fldSimple|comment|rsid|w:date/)
  // The copy is a file that would be taken in itself, and says the same.
  expect((await inspectWell(copy)).text).toBe(text)
})

test('what is too large, empty, or of no kind that is taken in is refused by name', async () => {
  expect(await inspect(new Uint8Array(20 * 1024 * 1024 + 1))).toMatchObject({
    error: { code: 'file-too-large' },
  })
  expect(await inspect(new Uint8Array())).toMatchObject({ error: { code: 'file-type-refused' } })
  expect(await inspect(Buffer.from('just text'), 'a.html')).toMatchObject({
    error: { code: 'file-type-refused' },
  })
})
