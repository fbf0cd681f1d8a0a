import type { TRPCClient } from '@trpc/client'
import type { AnyRouter, inferRouterContext } from '@trpc/server'
import type { AppRouter } from '@waymark/api/router'
import type { Language } from '@waymark/api-host/language'
import type { PictureTools } from '../pictures/typesetter.ts'

/** What a loader or action is given: the API as the person who asks, and how to answer. */
export type PageScope<TRouter extends AnyRouter = AnyRouter> = {
  /** Calls procedures in process, with the permissions of the request's actor. */
  readonly api: TRPCClient<TRouter>
  /** Who asks, as `createContext` of the application found it. */
  readonly actor: inferRouterContext<TRouter>['actor']
  readonly nonce: string
  readonly language: Language
  /** What pictures are drawn with. */
  readonly pictures: PictureTools
  /** The answer that a page becomes. */
  readonly buildAnswer: (bytes: Uint8Array<ArrayBuffer>, init: ResponseInit) => Response
  /** Writes an unexpected error to the log; never shown to the reader. */
  readonly reportError: (error: unknown) => void
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends PageScope<AppRouter> {}
}
