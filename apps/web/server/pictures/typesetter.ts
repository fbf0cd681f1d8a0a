import type { Font, Glyph } from 'fontkit'
import type { Face, SetLine, Typesetter } from '../../app/pictures/typesetter.ts'
import { getFonts } from './fonts.ts'

/** Face, place of the font in it, and number of the glyph: `serif-0-36`. */
const buildId = (face: Face, font: number, glyph: number): string => `${face}-${font}-${glyph}`

const outlines = new Map<string, string>()

type Run = { readonly font: number; text: string }

/** The text in stretches that one font has; a character that none has stays with the first, which draws an empty box. */
function listRuns(text: string, fonts: readonly Font[]): Run[] {
  const runs: Run[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const font = Math.max(
      0,
      fonts.findIndex((one) => one.hasGlyphForCodePoint(code)),
    )
    const last = runs.at(-1)
    if (last?.font === font) last.text += character
    else runs.push({ font, text: character })
  }
  return runs
}

/** Whole units: a thousandth of the size is less than can be seen. */
function buildOutline({ path }: Glyph, unitsPerEm: number): string {
  const scale = 1000 / unitsPerEm
  const letters = {
    moveTo: 'M',
    lineTo: 'L',
    quadraticCurveTo: 'Q',
    bezierCurveTo: 'C',
    closePath: 'Z',
  } as const
  return path.commands
    .map(
      ({ command, args }) =>
        letters[command as keyof typeof letters] +
        args.map((arg, i) => Math.round(i % 2 === 0 ? arg * scale : -arg * scale)).join(' '),
    )
    .join('')
}

function setLine(text: string, face: Face, size: number): SetLine {
  const fonts = getFonts(face)
  const glyphs: { id: string; x: number }[] = []
  let x = 0
  for (const { font, text: part } of listRuns(text, fonts)) {
    const own = fonts[font]
    if (own === undefined) continue
    const scale = 1000 / own.unitsPerEm
    const run = own.layout(part)
    for (const [i, glyph] of run.glyphs.entries()) {
      const id = buildId(face, font, glyph.id)
      if (!outlines.has(id)) outlines.set(id, buildOutline(glyph, own.unitsPerEm))
      const position = run.positions[i]
      if (outlines.get(id) !== '') glyphs.push({ id, x: Math.round(x + (position?.xOffset ?? 0) * scale) })
      x += (position?.xAdvance ?? glyph.advanceWidth) * scale
    }
  }
  return { width: (x * size) / 1000, glyphs }
}

/** Lines kept: the words of the frame come back in every picture, the titles of the record in many. */
const most = 4000
const lines = new Map<string, SetLine>()

/** The typesetter of the site's fonts. Throws where a font file cannot be read. */
export const typesetter: Typesetter = {
  setLine(text, face, size) {
    const key = `${face} ${size} ${text}`
    const line = lines.get(key) ?? setLine(text, face, size)
    lines.delete(key)
    lines.set(key, line)
    const oldest = lines.keys().next()
    if (lines.size > most && !oldest.done) lines.delete(oldest.value)
    return line
  },
  getOutline(id) {
    const outline = outlines.get(id)
    if (outline === undefined) throw new Error(`no line was set with the outline ${id}`)
    return outline
  },
  listMissing: (text, face) =>
    [...text].filter(
      (character) => !getFonts(face).some((font) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
    ),
}
