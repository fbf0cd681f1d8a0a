import { matchRoutes } from '@remix-run/react'
import type { ServerBuild } from '@remix-run/server-runtime'
import { isPublicRoute } from './public-routes.ts'

type Routes = Pick<ServerBuild, 'routes'>
type RouteTree = NonNullable<Parameters<typeof matchRoutes>[0]>

/** Paths whose route is remembered; the longest unused go first. */
const mostKept = 1_000

const buildTree = ({ routes }: Routes, parentId?: string): RouteTree =>
  Object.values(routes)
    .filter((route) => route !== undefined)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) => {
      const own = path === undefined ? { id } : { id, path }
      return index ? { ...own, index } : { ...own, children: buildTree({ routes }, id) }
    })

/**
 * Names the public page at a path: the id of its route, or null where there is none or it is not a public one. Decided by
 * the router's own rules over all routes of the build, so that it is never another page than the one that would answer.
 */
export function buildPublicPageFinder(build: Routes): (path: string) => string | null {
  const tree = buildTree(build)
  const kept = new Map<string, string | null>()
  const find = (path: string): string | null => {
    const id = matchRoutes(tree, path)?.at(-1)?.route.id
    return id !== undefined && isPublicRoute(id) ? id : null
  }
  return (path) => {
    const known = kept.get(path)
    const id = known === undefined ? find(path) : known
    kept.delete(path)
    kept.set(path, id)
    const oldest = kept.keys().next()
    if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value)
    return id
  }
}

/**
 * The same build with one page and the root around it. The router reads every route that it is given anew, four times a
 * request: over all of them that is a tenth of a page's time.
 */
export const buildOneRoute = (build: ServerBuild, id: string): ServerBuild => {
  const pick = <Kept>(routes: Readonly<Record<string, Kept>>): Record<string, Kept> =>
    Object.fromEntries(Object.entries(routes).filter(([one]) => one === 'root' || one === id))
  return {
    ...build,
    routes: pick(build.routes),
    assets: { ...build.assets, routes: pick(build.assets.routes) },
  }
}
