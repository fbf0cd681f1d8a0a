import { type ServerBuild, UNSAFE_SingleFetchRedirectSymbol } from '@remix-run/server-runtime'

type Route = NonNullable<ServerBuild['routes'][string]>
type Loader = NonNullable<Route['module']['loader']>

const asksForScript = ({ module: { handle } }: Route): boolean =>
  (handle as { script?: boolean } | undefined)?.script === true

const isBox = (value: object): value is { readonly type: 'DataWithResponseInit'; readonly data: unknown } =>
  'type' in value && value.type === 'DataWithResponseInit'

function silence(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || given instanceof Response) return given
  if (isBox(given)) silence(given.data)
  else Object.defineProperty(given, UNSAFE_SingleFetchRedirectSymbol, { value: null })
  return given
}

/** Milliseconds after which the router lets go of a page's data; nothing of it is ever waited for. */
const streamTimeout = 0

/**
 * The same build, whose router does not write out the data of its pages: it does so for a script, before it asks whether there is
 * one, in a tenth of a page's time, and keeps them for five seconds. What a loader gave stays as it is for the page; it only carries the hidden
 * mark by which the router takes a value for an answer of its own, an empty one. A build with a page that runs a script is
 * left alone.
 */
export function buildSilentData(build: ServerBuild): ServerBuild {
  const routes = Object.values(build.routes).filter((route) => route !== undefined)
  if (routes.some(asksForScript)) return build
  const wrap =
    (load: Loader): Loader =>
    async (args) =>
      silence(await load(args))
  const silent = routes.map((route) =>
    route.module.loader === undefined
      ? route
      : { ...route, module: { ...route.module, loader: wrap(route.module.loader) } },
  )
  return {
    ...build,
    entry: { ...build.entry, module: { ...build.entry.module, streamTimeout } },
    routes: Object.fromEntries(silent.map((route) => [route.id, route])),
  }
}
