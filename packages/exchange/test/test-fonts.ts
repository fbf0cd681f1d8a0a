import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { DocumentFonts } from '../src/formats/pdf-canvas.ts'

const { resolve } = createRequire(import.meta.url)
const read = (weight: string) =>
  new Uint8Array(
    readFileSync(resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`)),
  )

/** The fonts of the product's documents. */
export const testFonts: DocumentFonts = { regular: read('400Regular'), strong: read('600SemiBold') }
