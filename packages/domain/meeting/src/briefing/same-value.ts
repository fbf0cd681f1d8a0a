type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** True for two JSON values that say the same, whatever the order of their keys. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return isSame(a as Json, b as Json)
}

function isSame(a: Json, b: Json): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => isSame(one, b[i]))
    )
  const [x, y] = [a as { readonly [key: string]: Json }, b as { readonly [key: string]: Json }]
  const keys = Object.keys(x)
  return (
    keys.length === Object.keys(y).length &&
    keys.every((key) => Object.hasOwn(y, key) && isSame(x[key] ?? null, y[key] ?? null))
  )
}
