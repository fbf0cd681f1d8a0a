import { type Column, DataTable } from '@waymark/ui/data-table'
import type { DeskWords } from '../desk/desk-words.ts'
import { PageForm } from '../desk/page-link.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'

type Session = {
  readonly id: string
  readonly signedInAt: string
  readonly seenAt: string
  readonly address: string
  readonly userAgent: string
}

// Browsers name each other; the most particular name comes first.
const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** A browser in words that its owner knows it by: “Firefox, Linux”. */
export function formatDevice({ t }: DeskWords, userAgent: string): string {
  const copy = t.account.home
  const find = (names: readonly [RegExp, string][]) => names.find(([sign]) => sign.test(userAgent))?.[1]
  const known = [find(browsers), find(systems)].filter((name) => name !== undefined).join(', ')
  return known || userAgent.slice(0, 60) || copy.unknownDevice
}

/** Where one is signed in; each can be ended but the one that this page is in, for which there is “Sign out”. */
export function SessionTable({ sessions, here }: { sessions: readonly Session[]; here: string | null }) {
  const words = useDeskWords()
  const { formatInstant, t } = words
  const copy = t.account.home
  const columns: readonly Column<Session>[] = [
    {
      key: 'device',
      header: copy.device,
      cell: ({ id, userAgent }) => (
        <>
          {formatDevice(words, userAgent)} {id === here && <span className="badge">{copy.here}</span>}
        </>
      ),
    },
    { key: 'address', header: copy.address, narrowLabel: copy.address, cell: ({ address }) => address },
    {
      key: 'since',
      header: copy.since,
      narrowLabel: copy.since,
      nowrap: true,
      cell: ({ signedInAt }) => formatInstant(signedInAt),
    },
    {
      key: 'seen',
      header: copy.lastSeen,
      narrowLabel: copy.lastSeen,
      nowrap: true,
      cell: ({ seenAt }) => formatInstant(seenAt),
    },
    {
      key: 'act',
      header: <span className="vh">{copy.revoke}</span>,
      cell: ({ id, userAgent, signedInAt }) =>
        id === here ? null : (
          <PageForm method="post" action="/account" className="inline">
            <input type="hidden" name="session" value={id} />
            <button
              type="submit"
              name="intent"
              value="revoke"
              aria-label={copy.revokeLabel(formatDevice(words, userAgent), formatInstant(signedInAt))}
            >
              {copy.revoke}
            </button>
          </PageForm>
        ),
    },
  ]
  return (
    <DataTable
      caption={copy.sessions}
      hideCaption
      columns={columns}
      rows={sessions}
      getKey={({ id }) => id}
    />
  )
}
