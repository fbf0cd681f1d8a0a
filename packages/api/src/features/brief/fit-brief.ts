import type { TextDocument } from '@waymark/exchange/documents/document'
import type { DocumentFonts } from '@waymark/exchange/formats/pdf-canvas'

/** How much of each list a brief names; what is left out is counted in it. `letters`: of a text of the record. */
export type Extent = {
  readonly rows: number
  readonly items: number
  readonly few: number
  readonly letters: number
}

const extents: readonly Extent[] = [
  { rows: 14, items: 10, few: 5, letters: 300 },
  { rows: 10, items: 7, few: 4, letters: 160 },
  { rows: 8, items: 5, few: 3, letters: 110 },
  { rows: 6, items: 3, few: 2, letters: 80 },
  { rows: 4, items: 2, few: 1, letters: 60 },
]

/** The fullest brief that keeps to its pages, as they are set in the PDF; where none does, the shortest. */
export async function fitBrief(
  build: (extent: Extent) => TextDocument,
  pages: number,
  fonts: DocumentFonts,
): Promise<TextDocument> {
  const { countPages } = await import('@waymark/exchange/formats/pdf')
  let shortest: TextDocument | undefined
  for (const extent of extents) {
    shortest = build(extent)
    if (countPages(shortest, fonts) <= pages) return shortest
  }
  if (shortest === undefined) throw new Error('no extent to try')
  return shortest
}
