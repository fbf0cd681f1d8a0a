import { getDocumentProxy } from 'unpdf'

const maxPages = 500
const maxCharacters = 1_000_000
/** A long document on a busy machine: what was read by then is its text, and the working copy is still made. */
const maxMilliseconds = 4000

/** What a PDF says, with its number of pages; pages divided by form feeds, so that an excerpt can name its page. */
export type PdfText = { readonly pages: number; readonly text: string }

/** Null when the reader of PDF cannot open it, as with one that asks for a password. */
export async function parsePdfText(bytes: Uint8Array): Promise<PdfText | null> {
  try {
    // The reader takes the bytes over; what is given is a copy.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      enableXfa: false,
      maxImageSize: 1,
      verbosity: 0,
    })
    const until = performance.now() + maxMilliseconds
    const texts: string[] = []
    let size = 0
    for (let number = 1; number <= Math.min(document.numPages, maxPages); number += 1) {
      const content = await (await document.getPage(number)).getTextContent()
      const text = content.items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
        .join('')
        .replaceAll('\f', ' ')
      texts.push(text)
      size += text.length
      if (size >= maxCharacters || performance.now() > until) break
    }
    return { pages: document.numPages, text: texts.join('\f') }
  } catch {
    return null
  }
}
