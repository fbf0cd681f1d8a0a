import type { ItemView } from '@waymark/api/features/evidence-item/evidence-item.view'
import type { FileView } from '@waymark/api/features/file/file.view'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { formatCheck, formatSize, formatType } from './evidence-file.tsx'
import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'
import { getSeen, VisibilityBadge } from './visibility.tsx'

/** Words as a table shows them: the first two hundred characters. */
const cutWords = (words: string): string => {
  const letters = [...words]
  return letters.length > 200 ? `${letters.slice(0, 200).join('')} …` : words
}

/** Items of evidence, each with the way to its page. */
export function ItemTable({ dossier, items }: { dossier: string; items: readonly ItemView[] }) {
  const { formatDate, getEvidenceKindWord, t } = useDeskWords()
  const copy = t.evidence
  const columns: readonly Column<ItemView>[] = [
    {
      key: 'source',
      header: copy.columns.source,
      cell: ({ id, source, locator }) => (
        <PageLink href={`/desk/${dossier}/evidence/${id}`}>
          {locator === null ? source.title : `${source.title}, ${locator}`}
        </PageLink>
      ),
    },
    {
      key: 'excerpt',
      header: copy.columns.excerpt,
      cell: ({ excerpt, language }) =>
        excerpt === null ? (
          <span className="quiet">{copy.noExcerpt}</span>
        ) : (
          <q lang={language === 'und' ? undefined : language}>{cutWords(excerpt)}</q>
        ),
    },
    {
      key: 'kind',
      header: copy.columns.kind,
      narrowLabel: copy.columns.kind,
      cell: ({ kind }) => getEvidenceKindWord(kind),
    },
    {
      key: 'date',
      header: copy.columns.date,
      narrowLabel: copy.columns.date,
      nowrap: true,
      cell: ({ factDate }) => (factDate === null ? '' : formatDate(factDate)),
    },
    {
      key: 'seen',
      header: copy.columns.seen,
      narrowLabel: copy.columns.seen,
      nowrap: true,
      cell: ({ isPublic }) => <VisibilityBadge seen={getSeen(isPublic)} />,
    },
    {
      key: 'uses',
      header: copy.columns.uses,
      narrowLabel: copy.columns.uses,
      nowrap: true,
      cell: ({ uses }) => copy.uses(uses),
    },
  ]
  return (
    <DataTable
      caption={copy.items}
      hideCaption
      columns={columns}
      rows={items}
      getKey={({ id }) => String(id)}
    />
  )
}

/** Files, each with the way to its custody. */
export function FileTable({ dossier, files }: { dossier: string; files: readonly FileView[] }) {
  const words = useDeskWords()
  const { formatInstant, t } = words
  const copy = t.evidence
  const columns: readonly Column<FileView>[] = [
    {
      key: 'name',
      header: copy.columns.name,
      cell: ({ id, name }) => <PageLink href={`/desk/${dossier}/evidence/files/${id}`}>{name}</PageLink>,
    },
    {
      key: 'type',
      header: copy.columns.type,
      narrowLabel: copy.columns.type,
      nowrap: true,
      cell: ({ mediaType, bytes }) => `${formatType(mediaType)}, ${formatSize(bytes)}`,
    },
    {
      key: 'collected',
      header: copy.columns.collected,
      narrowLabel: copy.columns.collected,
      cell: ({ collectedAt, collector }) => `${formatInstant(collectedAt)}, ${collector}`,
    },
    {
      key: 'seen',
      header: copy.columns.seen,
      narrowLabel: copy.columns.seen,
      nowrap: true,
      cell: () => <VisibilityBadge seen="internal" />,
    },
    {
      key: 'state',
      header: copy.columns.state,
      narrowLabel: copy.columns.state,
      cell: (file) => formatCheck(words, file),
    },
  ]
  return (
    <DataTable
      caption={copy.files}
      hideCaption
      columns={columns}
      rows={files}
      getKey={({ id }) => String(id)}
    />
  )
}
