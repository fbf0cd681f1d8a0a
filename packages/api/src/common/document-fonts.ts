import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { DocumentFonts } from '@waymark/exchange/formats/pdf-canvas'

let kept: DocumentFonts | null = null

/** The font files of documents, read when the first one is asked for: Source Sans 3 with Latin, Cyrillic and the letters of Kazakh. */
export function getDocumentFonts(): DocumentFonts {
  if (kept === null) {
    const { resolve } = createRequire(import.meta.url)
    const read = (weight: string) =>
      readFileSync(resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`))
    kept = { regular: read('400Regular'), strong: read('600SemiBold') }
  }
  return kept
}
