import { TRPCClientError, type TRPCLink } from '@trpc/client'
import {
  type AnyRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  type inferRouterContext,
} from '@trpc/server'
import { observable } from '@trpc/server/observable'

/**
 * A terminating link that calls the router of this process on behalf of one request. Errors have the shape that they have over
 * HTTP. Answers are not written as JSON and read again, as tRPC's own local link does: each is what its output schema made of it,
 * a copy of its own, and pages are made of thousands.
 *
 * Queries and mutations only: a page does not wait for what happens later.
 */
export const buildInProcessLink =
  <TRouter extends AnyRouter>(router: TRouter, ctx: inferRouterContext<TRouter>): TRPCLink<TRouter> =>
  () =>
  ({ op: { type, path, input, signal } }) =>
    observable((observer) => {
      if (type === 'subscription') throw new TypeError(`a page cannot subscribe to ${path}`)
      callTRPCProcedure({
        router,
        path,
        getRawInput: async () => input,
        ctx,
        type,
        signal: signal ?? undefined,
        batchIndex: 0,
      })
        .then((data) => {
          observer.next({ result: { type: 'data', data } })
          observer.complete()
        })
        .catch((cause: unknown) => {
          const error = getTRPCErrorFromUnknown(cause)
          const shape = getTRPCErrorShape({ config: router._def._config, ctx, error, input, path, type })
          observer.error(
            TRPCClientError.from({ error: shape }, cause instanceof Error ? { cause } : undefined),
          )
        })
    })
