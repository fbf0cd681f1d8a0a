import { type Column, DataTable } from '@waymark/ui/data-table'
import type { DeskWords } from './desk-words.ts'
import { useDeskWords } from './use-desk-words.ts'
import type { AuditList, Verification } from './views.ts'

type Entry = Omit<AuditList['entries'][number], 'before' | 'after'>

/** An entry with what was there before and after as text, as it is shown. */
export type AuditRow = Entry & { readonly before: string | null; readonly after: string | null }

// A value of any shape may be left out on its way through the client, whose types then say so.
type Loose = Entry & { readonly before?: unknown; readonly after?: unknown }

const formatJson = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value, null, 2)

/** Entries as rows of the table. */
export const buildAuditRows = (entries: readonly Loose[]): AuditRow[] =>
  entries.map((entry) => ({ ...entry, before: formatJson(entry.before), after: formatJson(entry.after) }))

const hasChange = ({ before, after, rows }: AuditRow) => before !== null || after !== null || rows.length > 0

/** What an entry says was there before and after, and how many rows of the ledger it covers. */
function Change({ entry }: { entry: AuditRow }) {
  const { t } = useDeskWords()
  const copy = t.desk.audit
  if (!hasChange(entry)) return <span className="quiet">{copy.nothing}</span>
  return (
    <details>
      <summary>{copy.change}</summary>
      {(['before', 'after'] as const).map((side) =>
        entry[side] === null ? null : (
          <div key={side}>
            <p className="hint">{copy[side]}</p>
            <pre>{entry[side]}</pre>
          </div>
        ),
      )}
      {entry.rows.map(({ table, count }) => (
        <p className="hint" key={table}>
          {copy.rows(table, count)}
        </p>
      ))}
      <p className="hint">
        <code>{entry.hash}</code>
      </p>
    </details>
  )
}

const getSubject = ({ kind, key }: AuditRow['subject']) => (key === null ? kind : `${kind} ${key}`)

const buildColumns = ({ formatInstant, t }: DeskWords): readonly Column<AuditRow>[] => [
  {
    key: 'seq',
    header: t.desk.audit.columns.seq,
    narrowLabel: t.desk.audit.columns.seq,
    nowrap: true,
    cell: ({ seq }) => seq,
  },
  { key: 'at', header: t.desk.audit.columns.at, nowrap: true, cell: ({ at }) => formatInstant(at) },
  { key: 'who', header: t.desk.audit.columns.who, cell: ({ actor }) => actor.name },
  { key: 'action', header: t.desk.audit.columns.action, nowrap: true, cell: ({ action }) => action },
  {
    key: 'subject',
    header: t.desk.audit.columns.subject,
    narrowLabel: t.desk.audit.columns.subject,
    cell: ({ subject }) => getSubject(subject),
  },
  { key: 'change', header: t.desk.audit.columns.change, cell: (entry) => <Change entry={entry} /> },
]

/** Entries of the audit trail, latest first. */
export function AuditEntries({ entries, caption }: { entries: readonly AuditRow[]; caption: string }) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.desk.audit
  if (entries.length === 0) return <p className="quiet">{copy.none}</p>
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={buildColumns(words)}
      rows={entries}
      getKey={({ seq }) => String(seq)}
    />
  )
}

/** The outcome of walking the whole chain: whole, or every fault by its entry. */
export function VerificationResult({ verification }: { verification: Verification }) {
  const { t } = useDeskWords()
  const copy = t.desk.audit
  const { ok, entries, head, faults } = verification
  return (
    <div className={ok ? 'verdict' : 'verdict errors'} role="status">
      <p>
        <b>{ok ? copy.whole(entries) : copy.broken(faults.length)}</b>
      </p>
      {!ok && (
        <ul>
          {faults.map(({ seq, message }, index) => (
            <li key={index}>
              {seq !== null && `${copy.entry(seq)}: `}
              {message}
            </li>
          ))}
        </ul>
      )}
      <p className="hint">
        {copy.head}: <code>{head}</code>
      </p>
    </div>
  )
}
