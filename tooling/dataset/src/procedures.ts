import { buildAuth } from '@waymark/api/accounts/auth'
import { openFileAccess } from '@waymark/api/features/file/file-access'
import { createCallerFactory } from '@waymark/api/procedure'
import { appRouter } from '@waymark/api/router'
import type { OpenDatabase } from '@waymark/db/open'

/** The whole API as its readers call it: input and output checked, nobody signed in. */
export function createReader(
  record: OpenDatabase,
  { secret, now, dataDir }: { readonly secret: string; readonly now: () => string; readonly dataDir: string },
) {
  const files = openFileAccess({ files: { kind: 'folder' }, dataDir })
  const auth = buildAuth({ pool: record.auth, record: record.app, secret, baseUrl: 'http://localhost' })
  return createCallerFactory(appRouter)({
    record,
    auth,
    files,
    editions: { key: null, baseUrl: 'http://localhost' },
    actor: null,
    now,
    language: 'en',
  })
}

export type PublicReader = ReturnType<typeof createReader>
