import type { Index } from './figures.ts'

/**
 * A figure as shown: a whole number, rounded half up. A mean such as 37.5 that binary fractions hold as
 * 37.49999999999999 is put right first.
 */
export const formatWhole = (figure: number): string => String(Math.floor(Number(figure.toFixed(9)) + 0.5))

/** An index as shown: `38–63`, or one number when both ends show as the same. */
export function formatIndex(index: Index): string {
  const [low, high] = [formatWhole(index.low), formatWhole(index.high)]
  return low === high ? low : `${low}–${high}`
}
