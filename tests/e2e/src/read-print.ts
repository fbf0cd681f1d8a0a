import { extractText, getDocumentProxy } from 'unpdf'

export type PrintedPage = { readonly width: number; readonly height: number; readonly text: string }

/** The pages of a PDF: their size in points and what stands on them. */
export async function readPrint(bytes: Uint8Array): Promise<PrintedPage[]> {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes))
  const { text } = await extractText(pdf, { mergePages: false })
  return Promise.all(
    text.map(async (own, i) => {
      const [left = 0, bottom = 0, right = 0, top = 0] = (await pdf.getPage(i + 1)).view
      return { width: right - left, height: top - bottom, text: own.replace(/\s+/g, ' ').trim() }
    }),
  )
}
