import { PDFDocument } from '@cantoo/pdf-lib'
import { refused } from '@waymark/kernel/result'
import { formatText, type Inspected } from './inspection.ts'
import { writePages } from './pdf-copy.ts'
import { parsePdfText } from './pdf-text.ts'

const maxPages = 2000

/**
 * A PDF. Two readers look at it: one for its text, one for its working copy; a file that neither opens is refused, and where
 * they do not agree on the number of pages there is no working copy. An encrypted one has none either: it is kept as it
 * came, with its text where it opens without a password.
 */
export async function inspectPdf(bytes: Uint8Array): Promise<Inspected> {
  const read = await parsePdfText(bytes)
  const source = await loadDocument(bytes)
  if (read === null && source === null)
    return refused({ code: 'file-does-not-match-its-type', params: { type: 'PDF' } })
  const pages = read?.pages ?? source?.getPageCount() ?? 0
  if (pages > maxPages) return refused({ code: 'file-holds-too-much' })
  const text = read === null ? null : formatText(read.text)
  const agreed = source !== null && !source.isEncrypted && source.getPageCount() === pages
  const copy = agreed ? await writeCopy(source) : null
  return {
    ok: true,
    value: {
      mediaType: 'application/pdf',
      text,
      working: copy === null ? null : { bytes: copy, mediaType: 'application/pdf' },
    },
  }
}

async function loadDocument(bytes: Uint8Array): Promise<PDFDocument | null> {
  try {
    const options = { updateMetadata: false, ignoreEncryption: true, warnOnInvalidObjects: false }
    const document = await PDFDocument.load(bytes, options)
    return document.getPageCount() > 0 ? document : null
  } catch {
    return null
  }
}

async function writeCopy(source: PDFDocument): Promise<Uint8Array | null> {
  try {
    return await writePages(source)
  } catch {
    return null
  }
}
