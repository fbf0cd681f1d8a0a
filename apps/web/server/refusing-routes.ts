import type { ServerBuild } from '@remix-run/server-runtime'

type Route = ServerBuild['routes'][string]
type RouteFunction = NonNullable<Route['module']['loader']>

/** The status of a refusal that a procedure gave, or null for anything else that was thrown. */
const getRefusalStatus = (error: unknown): number | null => {
  if (!(error instanceof Error) || error.name !== 'TRPCClientError') return null
  const { data } = error as Error & { data?: { httpStatus?: unknown } }
  const status = data?.httpStatus
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null
}

const buildRefusing =
  (run: RouteFunction): RouteFunction =>
  async (args) => {
    try {
      return await run(args)
    } catch (error) {
      const status = getRefusalStatus(error)
      // The status alone: a refusal's wording could tell "hidden" from "absent".
      throw status === null ? error : new Response(null, { status })
    }
  }

/**
 * The same build, with each loader and action turning a refusal that it did not answer itself into the
 * page of that status. Without this Remix would show every refusal as a failure of ours.
 */
export const buildRefusingRoutes = (build: ServerBuild): ServerBuild => {
  const routes: ServerBuild['routes'] = {}
  for (const [id, route] of Object.entries(build.routes)) {
    if (!route) continue
    const { loader, action } = route.module
    routes[id] = {
      ...route,
      module: {
        ...route.module,
        ...(loader ? { loader: buildRefusing(loader) } : {}),
        ...(action ? { action: buildRefusing(action) } : {}),
      },
    }
  }
  return { ...build, routes }
}
