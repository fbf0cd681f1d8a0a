/**
 * Writes an address without what somebody put into it, a name perhaps, which has no place in a log:
 * `/kazakhstan/cases/x.json` as `/:/cases/:.json`.
 * @param words that the product itself gives to its addresses
 */
export function buildPathPattern(words: Iterable<string>): (path: string) => string {
  const known = new Set(words)
  return (path) => path.replace(/[^/.]+/g, (part) => (known.has(part) ? part : ':'))
}
