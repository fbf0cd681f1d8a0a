import type { FactChangeView } from '@waymark/api/features/briefing/briefing.view'
import { DataTable } from '@waymark/ui/data-table'
import { useDeskWords } from '../desk/use-desk-words.ts'

/** Facts that differ, old beside new; with `choose`, each with a box to keep the old one. */
export function FactChanges({
  changes,
  choose = false,
}: {
  changes: readonly FactChangeView[]
  choose?: boolean
}) {
  const { t } = useDeskWords()
  const copy = t.briefing.refreshing
  const kinds: Readonly<Record<string, string>> = t.briefing.kinds
  const name = ({ id, row }: FactChangeView) =>
    row.kind === 'recommendation'
      ? row.key
      : `${kinds[id.slice(0, id.indexOf(':'))] ?? row.kind}${row.key === 'all' ? '' : `: ${row.key}`}`
  // A case that may not be named has no words.
  const say = (words: string | null, none: string) =>
    words === null ? (
      <em className="quiet">{none}</em>
    ) : words === '' ? (
      <em className="quiet">{copy.unnamed}</em>
    ) : (
      words
    )
  return (
    <DataTable
      caption={copy.title}
      hideCaption
      rows={changes}
      getKey={({ id }) => id}
      columns={[
        { key: 'what', header: copy.columns.what, cell: name },
        {
          key: 'before',
          header: copy.columns.before,
          narrowLabel: copy.columns.before,
          cell: ({ before }) => say(before, copy.appeared),
        },
        {
          key: 'after',
          header: copy.columns.after,
          narrowLabel: copy.columns.after,
          cell: ({ after }) => say(after, copy.gone),
        },
        ...(choose
          ? [
              {
                key: 'keep',
                header: copy.columns.keep,
                narrowLabel: copy.columns.keep,
                cell: (change: FactChangeView) => (
                  <input
                    type="checkbox"
                    name="keep"
                    value={change.id}
                    aria-label={copy.keep(`${name(change)}, ${change.before ?? change.after ?? ''}`)}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
