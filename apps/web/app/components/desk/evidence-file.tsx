import type { FileView } from '@waymark/api/features/file/file.view'
import { deskEvidence } from '@waymark/messages/en/desk-evidence'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { Facts } from '@waymark/ui/facts'
import { VisibilityBadge } from './visibility.tsx'
import { formatInstant } from './words.ts'

const copy = deskEvidence

const types: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'text/html': 'HTML',
  'text/plain': 'plain text',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
}
export const formatType = (mediaType: string): string => types[mediaType] ?? mediaType

/** “1.4 MB”, “312 kB”: powers of ten, as browsers and file managers count. */
export const formatSize = (bytes: number): string =>
  bytes >= 999_500 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1e3))} kB`

/** What the last comparison of a file with its hash found. */
export function formatCheck({ check }: Pick<FileView, 'check'>): string {
  if (check === null) return copy.notChecked
  const when = formatInstant(check.at)
  return check.fault === null ? copy.whole(when) : copy.faults[check.fault](when)
}

/** A kept file: what it is, where it came from, its hashes, and the ways to read it. */
export function EvidenceFile({ dossier, file }: { dossier: string; file: FileView }) {
  const { working } = file
  const facts = [
    { key: 'name', term: copy.facts.name, text: file.name },
    { key: 'type', term: copy.facts.type, text: `${formatType(file.mediaType)}, ${formatSize(file.bytes)}` },
    {
      key: 'collected',
      term: copy.facts.collected,
      text: copy.collectedBy(file.how, formatInstant(file.collectedAt), file.collector),
    },
    ...(file.url === null
      ? []
      : [
          {
            key: 'from',
            term: copy.facts.from,
            text: `${file.finalUrl ?? file.url}${file.status === null ? '' : `, ${copy.answered(file.status)}`}`,
          },
        ]),
    { key: 'hash', term: copy.facts.hash, text: <code className="hash">{file.sha256}</code> },
    {
      key: 'working',
      term: copy.facts.working,
      text:
        working === null ? (
          copy.noWorking
        ) : (
          <span className="hash">
            {formatType(working.mediaType)}, {copy.workingHash(formatSize(working.bytes), working.sha256)}
          </span>
        ),
    },
    { key: 'check', term: copy.facts.check, text: formatCheck(file) },
  ]
  const at = `/desk/${dossier}/files/${file.id}`
  return (
    <>
      <p>
        <VisibilityBadge seen="internal" />
      </p>
      <Facts facts={facts} />
      <p className="toolbar">
        {working !== null && (
          <a className="btn" href={at}>
            {copy.view}
          </a>
        )}
        <a className="btn" href={`${at}?copy=original`}>
          {copy.export}
        </a>
      </p>
      <p className="hint">{copy.readHint}</p>
    </>
  )
}

type Entry = {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly action: string
}

const getAction = (action: string): string =>
  Object.hasOwn(copy.actions, action) ? copy.actions[action as keyof typeof copy.actions] : action

const columns: readonly Column<Entry>[] = [
  { key: 'action', header: copy.columns.action, cell: ({ action }) => getAction(action) },
  {
    key: 'when',
    header: copy.columns.when,
    narrowLabel: copy.columns.when,
    cell: ({ at }) => formatInstant(at),
  },
  { key: 'who', header: copy.columns.who, narrowLabel: copy.columns.who, cell: ({ who }) => who },
  { key: 'entry', header: copy.columns.entry, narrowLabel: copy.columns.entry, cell: ({ seq }) => seq },
]

/** The chain of custody: what was done, when, by whom, and the entry of the audit trail that says so. */
export function CustodyReport({ entries }: { entries: readonly Entry[] }) {
  return (
    <section className="part" aria-labelledby="custody">
      <h2 id="custody">{copy.custody}</h2>
      <p className="quiet">{copy.custodyLead}</p>
      <DataTable
        caption={copy.custody}
        hideCaption
        columns={columns}
        rows={entries}
        getKey={({ seq }) => String(seq)}
      />
    </section>
  )
}
