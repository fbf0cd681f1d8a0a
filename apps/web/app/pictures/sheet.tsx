import { MarkDefs, type MarkId } from '@waymark/ui/marks'
import type { Block } from './block.tsx'
import type { Face, Typesetter } from './typesetter.ts'

/** What a picture is drawn with; it remembers which outlines and marks were used, so that only these go along. */
export type Sheet = {
  readonly typesetter: Typesetter
  readonly glyphs: Set<string>
  readonly marks: Set<MarkId>
}

export const createSheet = (typesetter: Typesetter): Sheet => ({
  typesetter,
  glyphs: new Set(),
  marks: new Set(),
})

export type TextStyle = {
  readonly face: Face
  readonly size: number
  /** Distance of two lines. */
  readonly leading: number
  /** A token of the style sheet: `ink`. */
  readonly colour?: string
}

export const getWidth = ({ typesetter }: Sheet, text: string, { face, size }: TextStyle): number =>
  typesetter.setLine(text, face, size).width

/** Cuts a word that is wider than a line, letter by letter. */
function cutWord(sheet: Sheet, word: string, style: TextStyle, limit: number): string[] {
  const parts = ['']
  for (const letter of word) {
    const last = parts.at(-1) ?? ''
    if (last !== '' && getWidth(sheet, last + letter, style) > limit) parts.push(letter)
    else parts[parts.length - 1] = last + letter
  }
  return parts
}

/** The lines of a text, none wider than `limit`. It breaks at spaces, except those that hold together. */
export function breakLines(sheet: Sheet, text: string, style: TextStyle, limit: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/[ \t\r\n]+/).filter((part) => part !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && getWidth(sheet, `${last} ${word}`, style) <= limit)
      lines[lines.length - 1] = `${last} ${word}`
    else if (getWidth(sheet, word, style) <= limit) lines.push(word)
    else lines.push(...cutWord(sheet, word, style, limit))
  }
  return lines
}

/** The first lines; where more would follow, the last of them ends in an ellipsis. */
function cutLines(
  sheet: Sheet,
  lines: readonly string[],
  most: number,
  style: TextStyle,
  limit: number,
): string[] {
  if (lines.length <= most) return [...lines]
  const kept = lines.slice(0, most)
  let last = kept.pop() ?? ''
  while (last !== '' && getWidth(sheet, `${last}…`, style) > limit) last = last.slice(0, -1)
  return [...kept, `${last.trimEnd()}…`]
}

/** A text in at most `most` lines. Its first baseline stands where the letters have room above. */
export function buildText(
  sheet: Sheet,
  text: string,
  style: TextStyle,
  limit: number,
  most = Number.POSITIVE_INFINITY,
): Block {
  const { face, size, leading, colour = 'ink' } = style
  const lines = cutLines(sheet, breakLines(sheet, text, style, limit), most, style, limit)
  const set = lines.map((line) => sheet.typesetter.setLine(line, face, size))
  for (const { glyphs } of set) for (const { id } of glyphs) sheet.glyphs.add(id)
  const first = leading / 2 + size * 0.33
  return {
    width: Math.max(0, ...set.map(({ width }) => width)),
    height: lines.length * leading,
    node: set.map(({ glyphs }, index) => (
      <g
        key={index}
        fill={`var(--${colour})`}
        transform={`translate(0 ${Math.round((first + index * leading) * 100) / 100}) scale(${size / 1000})`}
      >
        {glyphs.map(({ id, x }, n) => (
          <use key={n} href={`#${id}`} x={x} />
        ))}
      </g>
    )),
  }
}

/** The text in the largest of the sizes in which it fits into the room; in the smallest it is cut where it does not. */
export function fitText(
  sheet: Sheet,
  text: string,
  styles: readonly TextStyle[],
  limit: number,
  height: number,
): Block {
  const fits = (style: TextStyle) =>
    breakLines(sheet, text, style, limit).length * style.leading <= height &&
    text.split(/\s+/).every((word) => getWidth(sheet, word, style) <= limit)
  const style = styles.find(fits) ?? styles.at(-1)
  if (style === undefined) throw new Error('a text needs a size')
  return buildText(sheet, text, style, limit, Math.max(1, Math.floor(height / style.leading)))
}

/** What the drawing refers to. */
export function SheetDefs({ sheet: { typesetter, glyphs, marks } }: { sheet: Sheet }) {
  return (
    <>
      <MarkDefs ids={[...marks]} />
      <defs>
        {[...glyphs].map((id) => (
          <path key={id} id={id} d={typesetter.getOutline(id)} />
        ))}
      </defs>
    </>
  )
}
