import type { AccountActor } from '@waymark/api/accounts/actor'
import { buildAuth } from '@waymark/api/accounts/auth'
import { openFileAccess } from '@waymark/api/features/file/file-access'
import { watchMeetings } from '@waymark/api/features/meeting/meeting-watch'
import { createCallerFactory } from '@waymark/api/procedure'
import { appRouter } from '@waymark/api/router'
import type { OpenDatabase } from '@waymark/db/open'

/** An analyst at the desk, plainly invented. */
export const analyst: AccountActor = {
  id: 'invented-analyst',
  name: 'Invented analyst',
  email: 'analyst@waymark.example.org',
  role: 'analyst',
  twoFactor: false,
}

/** The whole API as its readers call it: input and output checked, nobody signed in unless it is said who. */
export function createReader(
  record: OpenDatabase,
  {
    secret,
    now,
    dataDir,
    actor = null,
  }: {
    readonly secret: string
    readonly now: () => string
    readonly dataDir: string
    readonly actor?: AccountActor | null
  },
) {
  const files = openFileAccess({ files: { kind: 'folder' }, dataDir })
  const auth = buildAuth({ pool: record.auth, record: record.app, secret, baseUrl: 'http://localhost' })
  return createCallerFactory(appRouter)({
    record,
    auth,
    files,
    editions: { key: null, baseUrl: 'http://localhost' },
    meetings: watchMeetings(record.appUrl, () => {}),
    actor,
    now,
    language: 'en',
  })
}

export type PublicReader = ReturnType<typeof createReader>
