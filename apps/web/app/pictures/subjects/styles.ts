import type { Shape } from '../picture.ts'
import type { TextStyle } from '../sheet.tsx'

/** The words of figures, by where they stand. */
export const figureStyles = {
  card: {
    square: 34,
    count: { face: 'serif', size: 36, leading: 44 },
    word: { face: 'sans', size: 18, leading: 23 },
    mark: { face: 'strong', size: 36, leading: 46 },
    line: { face: 'sans', size: 24, leading: 33 },
    index: { face: 'strong', size: 28, leading: 44 },
    scale: { face: 'sans', size: 17, leading: 22, colour: 'ink-2' },
  },
  picture: {
    square: 24,
    count: { face: 'serif', size: 24, leading: 30 },
    word: { face: 'sans', size: 13, leading: 17 },
    mark: { face: 'strong', size: 22, leading: 30 },
    line: { face: 'sans', size: 17, leading: 25 },
    index: { face: 'strong', size: 18, leading: 32 },
    scale: { face: 'sans', size: 13, leading: 17, colour: 'ink-2' },
  },
} as const satisfies Record<
  Shape,
  { readonly square: number } & Record<'count' | 'word' | 'mark' | 'line' | 'index' | 'scale', TextStyle>
>
