import type { ServerBuild } from '@remix-run/server-runtime'
import { buildPathPattern } from '@waymark/api-host/path-pattern'

/** Writes an address as the routes have it: `/desk/kazakhstan/cases/x` as `/desk/:/cases/:`. */
export const buildPagePattern = (build: Pick<ServerBuild, 'routes'>): ((path: string) => string) =>
  buildPathPattern(
    Object.values(build.routes).flatMap(
      (route) => route?.path?.split('/').filter((part) => !/^[:*]/.test(part)) ?? [],
    ),
  )
