import type { Run, Text } from './document.ts'

/**
 * What stands on a line in one manner: `mark` where it is the number of a footnote. The space before a piece, and that at
 * the end of a line, is part of its text: who hears or copies the text needs it.
 */
export type Piece = {
  readonly run: Run
  readonly text: string
  readonly x: number
  readonly mark: number | null
}
export type Line = { readonly pieces: readonly Piece[]; readonly notes: readonly number[] }

export type Measure = (text: string, run: Run, isMark: boolean) => number

type Atom = { readonly run: Run; readonly text: string; readonly width: number; readonly mark: number | null }
/** What no line end may part. */
type Word = { readonly atoms: Atom[]; readonly width: number }

/**
 * A text as lines no wider than `width`. Words are parted at spaces; one that is wider than a line is parted anywhere.
 *
 * @param number gives each footnote its number, in order
 */
export function breakLines(text: Text, width: number, measure: Measure, number: () => number): Line[] {
  const lines: Line[] = []
  let line: { pieces: Piece[]; end: number } = { pieces: [], end: 0 }
  const close = (end = '') => {
    const last = line.pieces.at(-1)
    if (last !== undefined) line.pieces[line.pieces.length - 1] = { ...last, text: last.text + end }
    const notes = line.pieces.flatMap(({ mark }) => (mark === null ? [] : [mark]))
    lines.push({ pieces: line.pieces, notes })
    line = { pieces: [], end: 0 }
  }
  const put = (atom: Atom, gap: number) => {
    const last = line.pieces.at(-1)
    if (last !== undefined && last.run === atom.run && last.mark === null && atom.mark === null)
      line.pieces[line.pieces.length - 1] = { ...last, text: `${last.text}${gap > 0 ? ' ' : ''}${atom.text}` }
    else
      line.pieces.push({
        run: atom.run,
        text: (gap > 0 ? ' ' : '') + atom.text,
        x: line.end,
        mark: atom.mark,
      })
    line.end += gap + atom.width
  }
  for (const word of listWords(text, measure, number)) {
    const [first] = word.atoms
    if (first === undefined) continue
    const gap = line.pieces.length === 0 ? 0 : measure(' ', first.run, false)
    if (line.pieces.length > 0 && line.end + gap + word.width > width) close(' ')
    const parts = word.width > width ? word.atoms.flatMap((atom) => partAtom(atom, measure)) : word.atoms
    for (const [i, atom] of parts.entries()) {
      if (line.pieces.length > 0 && line.end + atom.width > width + 0.01) close()
      put(atom, i === 0 && line.pieces.length > 0 ? gap : 0)
    }
  }
  if (line.pieces.length > 0) close()
  return lines
}

const partAtom = ({ run, text, mark, width }: Atom, measure: Measure): Atom[] =>
  mark !== null
    ? [{ run, text, mark, width }]
    : [...text].map((one) => ({ run, text: one, mark, width: measure(one, run, false) }))

function listWords(text: Text, measure: Measure, number: () => number): Word[] {
  const words: Atom[][] = [[]]
  for (const run of text) {
    for (const [i, part] of run.text.split(/[ \n\t]+/).entries()) {
      if (i > 0) words.push([])
      if (part !== '') words.at(-1)?.push({ run, text: part, width: measure(part, run, false), mark: null })
    }
    if (run.note === undefined) continue
    const mark = number()
    words.at(-1)?.push({ run, text: String(mark), width: measure(String(mark), run, true), mark })
  }
  return words
    .filter(({ length }) => length > 0)
    .map((atoms) => ({ atoms, width: atoms.reduce((sum, atom) => sum + atom.width, 0) }))
}
