import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import type { Face } from '../../app/pictures/typesetter.ts'

/** The parts of Source Serif 4 in the order in which they are asked for a letter. */
const serifParts = ['latin', 'cyrillic', 'cyrillic-ext', 'latin-ext'] as const

const kept = new Map<Face, readonly Font[]>()

/**
 * The fonts of a face, in the order in which they are asked for a letter, read when the first picture is drawn. They are the
 * site's own, under the SIL Open Font License; what the serif lacks, the sans has.
 */
export function getFonts(face: Face): readonly Font[] {
  const fonts = kept.get(face) ?? readFonts(face)
  kept.set(face, fonts)
  return fonts
}

function readFonts(face: Face): readonly Font[] {
  if (face === 'sans') return [readSans('400Regular')]
  if (face === 'strong') return [readSans('600SemiBold')]
  return [
    ...serifParts.map((part) =>
      read(`@fontsource/source-serif-4/files/source-serif-4-${part}-400-normal.woff2`),
    ),
    ...getFonts('sans'),
  ]
}

const readSans = (weight: string): Font =>
  read(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`)

const { resolve } = createRequire(import.meta.url)

function read(path: string): Font {
  const font = create(readFileSync(resolve(path)))
  if (!('layout' in font)) throw new Error(`${path} holds several fonts`)
  return font
}
