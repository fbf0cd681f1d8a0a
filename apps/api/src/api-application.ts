import type { AnyRouter, inferRouterContext } from '@trpc/server'
import type { Config } from '@waymark/config/config'
import type { Hono } from 'hono'
import type { Language, OfferedLanguages } from './language.ts'
import type { PublicWatch } from './watch-public.ts'

/** What is known of one request before anyone has looked at who sends it. */
export type RequestScope = {
  readonly request: Request
  /** Headers that the answer will carry too, such as a renewed session cookie. */
  readonly responseHeaders: Headers
  /** The peer's address as the socket has it, never a forwarded header; null where there is no socket. */
  readonly clientAddress: string | null
  /** One of the languages that the application offers. */
  readonly language: Language
}

/** Everything that a host needs of the record: what it answers, whether it can, and how it ends. */
export type ApiApplication<TRouter extends AnyRouter = AnyRouter> = {
  readonly router: TRouter
  /** The languages in which everything is complete; the first is the fallback. */
  readonly languages: OfferedLanguages
  readonly createContext: (scope: RequestScope) => Promise<inferRouterContext<TRouter>>
  /** Hono apps with the public data addresses (`/kazakhstan.json` …); an app passes on what it does not know. */
  readonly publicData: readonly Hono[]
  /** Watches the public record on behalf of a host that keeps answers; absent where that cannot be done. */
  readonly watchPublic?: (changed: () => void) => PublicWatch
  /** True when the database answers. */
  readonly health: () => Promise<boolean>
  /** Ends the database connections (and the embedded server); called once, after the last answer. */
  readonly close: () => Promise<void>
}

/** Where a host writes what went wrong: ids and codes, no names, no words of anybody. */
export type Log = {
  readonly info: (fields: object, message: string) => void
  readonly error: (fields: object, message: string) => void
}

/** The shape of the module that opens the record for a host; the host loads it by its address. */
export type ApiApplicationModule = {
  readonly openApplication: (options: { config: Config; log: Log }) => Promise<ApiApplication>
}
