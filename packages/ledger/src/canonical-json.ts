/** What JSON can say. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

/** Deeper values are refused: no record of ours comes near, and a walk of any depth must not overflow. */
const deepest = 200

/**
 * The one text of a JSON value, after RFC 8785: no white space, keys in the order of their UTF-16 code units,
 * numbers and strings as ECMAScript writes them. Two values have the same text exactly when they are the same.
 *
 * @throws TypeError for what JSON cannot say: undefined, functions, symbols, bigints, NaN and infinities,
 * lone surrogates, class instances such as Date, and nesting deeper than 200.
 */
export const formatCanonicalJson = (value: unknown): string => formatAt(value, '$', 0)

function formatAt(value: unknown, path: string, depth: number): string {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${path}: ${value} is not a JSON number`)
      return JSON.stringify(value)
    case 'string':
      return formatText(value, path)
    case 'object':
      if (depth === deepest) throw new TypeError(`${path}: nested deeper than ${deepest}`)
      return Array.isArray(value) ? formatList(value, path, depth) : formatObject(value, path, depth)
    default:
      throw new TypeError(`${path}: ${typeof value} is not JSON`)
  }
}

function formatText(value: string, path: string): string {
  if (!value.isWellFormed()) throw new TypeError(`${path}: the text has a lone surrogate`)
  return JSON.stringify(value)
}

function formatList(list: readonly unknown[], path: string, depth: number): string {
  // Not map: it would skip the holes of a sparse array instead of refusing them.
  const parts: string[] = []
  for (let i = 0; i < list.length; i++) parts.push(formatAt(list[i], `${path}[${i}]`, depth + 1))
  return `[${parts.join(',')}]`
}

function formatObject(object: object, path: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(object)
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError(`${path}: not a plain object`)
  const parts = Object.entries(object)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${formatText(key, path)}:${formatAt(value, `${path}.${key}`, depth + 1)}`)
  return `{${parts.join(',')}}`
}
