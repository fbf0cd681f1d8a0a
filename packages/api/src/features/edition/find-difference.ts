/** The JSON path of the first place at which two values differ, in the order of the first; null where they are the same. */
export function findDifference(a: unknown, b: unknown, path = '$'): string | null {
  if (Object.is(a, b)) return null
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path
  if (Array.isArray(a) !== Array.isArray(b)) return path
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = findDifference(
      left[key],
      right[key],
      Array.isArray(a) ? `${path}[${key}]` : `${path}.${key}`,
    )
    if (found !== null) return found
  }
  return null
}
