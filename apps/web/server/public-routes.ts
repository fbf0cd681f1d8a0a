import type { ServerBuild } from '@remix-run/server-runtime'

/** True for a page of the public face, judged by where its file lies. */
export const isPublicRoute = (id: string): boolean => id.startsWith('routes/public/')

const isPublic = (id: string): boolean => id === 'root' || id === 'routes/not-found' || isPublicRoute(id)

const pick = <Route>(routes: Readonly<Record<string, Route>>): Record<string, Route> =>
  Object.fromEntries(Object.entries(routes).filter(([id]) => isPublic(id)))

/**
 * The same build with its public routes alone, for those of their addresses that stand below the prefix of a language. Every new
 * private route is left out by where its file lies.
 */
export const buildPublicRoutes = (build: ServerBuild): ServerBuild => ({
  ...build,
  routes: pick(build.routes),
  assets: { ...build.assets, routes: pick(build.assets.routes) },
})
