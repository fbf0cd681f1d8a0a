import { root } from './site.ts'

type Declared = { readonly path?: string; readonly index?: boolean; readonly children?: readonly Declared[] }

/** The patterns of the site's pages, as it declares them. */
export async function listPatterns(): Promise<string[]> {
  const { default: declared } = (await import(`${root}apps/web/app/routes.ts`)) as { default: Declared[] }
  return flatten(declared)
}

/** Those of the pages that everybody may read. */
export async function listPublicPatterns(): Promise<string[]> {
  const { publicRoutes } = (await import(`${root}apps/web/app/routes/public.routes.ts`)) as {
    publicRoutes: Declared[]
  }
  return flatten(publicRoutes)
}

function flatten(declared: readonly Declared[]): string[] {
  const list = (routes: readonly Declared[], base: string): string[] =>
    routes.flatMap(({ path, children }) => {
      const own = [base, path].filter((part) => part !== undefined && part !== '').join('/')
      // Where pages stand in a layout, they are the pages.
      return children === undefined ? [own] : list(children, own)
    })
  // Pictures are no pages: they are looked at where they are drawn.
  return list(declared, '').filter((pattern) => !/\.(?:svg|png)$/.test(pattern))
}

const split = (path: string) => path.split('/').filter((part) => part !== '')

/** The pattern that an address is answered by: of those that match, the one with a fixed part where others have a name. */
export function findPattern(patterns: readonly string[], path: string): string | undefined {
  const parts = split(path.split('?')[0] ?? '')
  const matching = patterns.filter((pattern) => {
    const asked = split(pattern)
    return asked.length === parts.length && asked.every((one, i) => one.startsWith(':') || one === parts[i])
  })
  const rank = (pattern: string) =>
    split(pattern)
      .map((part) => (part.startsWith(':') ? '1' : '0'))
      .join('')
  return matching.sort((a, b) => rank(a).localeCompare(rank(b)))[0]
}
