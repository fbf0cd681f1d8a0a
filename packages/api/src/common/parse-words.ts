/** The words of a search, at most ten: what stands between spaces. */
export const parseWords = (q: string): string[] =>
  q
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 10)
