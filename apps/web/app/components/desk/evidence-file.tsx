import type { FileView } from '@waymark/api/features/file/file.view'
import type { DeskMessages } from '@waymark/messages/desk/catalogue'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { Facts } from '@waymark/ui/facts'
import type { DeskWords } from './desk-words.ts'
import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'
import { VisibilityBadge } from './visibility.tsx'

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
export function formatCheck({ formatInstant, t }: DeskWords, { check }: Pick<FileView, 'check'>): string {
  const copy = t.evidence
  if (check === null) return copy.notChecked
  const when = formatInstant(check.at)
  return check.fault === null ? copy.whole(when) : copy.faults[check.fault](when)
}

/** A kept file: what it is, where it came from, its hashes, and the ways to read it. */
export function EvidenceFile({ dossier, file }: { dossier: string; file: FileView }) {
  const words = useDeskWords()
  const { formatInstant, t } = words
  const copy = t.evidence
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
    { key: 'check', term: copy.facts.check, text: formatCheck(words, file) },
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
          <PageLink className="btn" href={at}>
            {copy.view}
          </PageLink>
        )}
        <PageLink className="btn" href={`${at}?copy=original`}>
          {copy.export}
        </PageLink>
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

const getAction = ({ t }: DeskWords, action: string): string =>
  Object.hasOwn(t.evidence.actions, action)
    ? t.evidence.actions[action as keyof DeskMessages['evidence']['actions']]
    : action

const buildColumns = (words: DeskWords): readonly Column<Entry>[] => [
  { key: 'action', header: words.t.evidence.columns.action, cell: ({ action }) => getAction(words, action) },
  {
    key: 'when',
    header: words.t.evidence.columns.when,
    narrowLabel: words.t.evidence.columns.when,
    cell: ({ at }) => words.formatInstant(at),
  },
  {
    key: 'who',
    header: words.t.evidence.columns.who,
    narrowLabel: words.t.evidence.columns.who,
    cell: ({ who }) => who,
  },
  {
    key: 'entry',
    header: words.t.evidence.columns.entry,
    narrowLabel: words.t.evidence.columns.entry,
    cell: ({ seq }) => seq,
  },
]

/** The chain of custody: what was done, when, by whom, and the entry of the audit trail that says so. */
export function CustodyReport({ entries }: { entries: readonly Entry[] }) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.evidence
  return (
    <section className="part" aria-labelledby="custody">
      <h2 id="custody">{copy.custody}</h2>
      <p className="quiet">{copy.custodyLead}</p>
      <DataTable
        caption={copy.custody}
        hideCaption
        columns={buildColumns(words)}
        rows={entries}
        getKey={({ seq }) => String(seq)}
      />
    </section>
  )
}
