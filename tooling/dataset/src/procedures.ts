import { buildAuth } from '@waymark/api/accounts/auth'
import { createCallerFactory } from '@waymark/api/procedure'
import { appRouter } from '@waymark/api/router'
import type { OpenDatabase } from '@waymark/db/open'

/** The whole API as its readers call it: input and output checked, nobody signed in. */
export function createReader(
  record: OpenDatabase,
  { secret, now }: { readonly secret: string; readonly now: () => string },
) {
  const auth = buildAuth({ pool: record.auth, record: record.app, secret, baseUrl: 'http://localhost' })
  return createCallerFactory(appRouter)({ record, auth, actor: null, now, language: 'en' })
}

export type PublicReader = ReturnType<typeof createReader>
