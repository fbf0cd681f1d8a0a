import type { OpenDataView } from '@waymark/api/features/data/data.view'
import { getDataMessages } from '@waymark/messages/public-data'
import { DataTable } from '@waymark/ui/data-table'
import { useWords } from './use-words.ts'

type View = OpenDataView['views'][number]
type Column = NonNullable<View['columns']>[number]

/** The columns of every table, each table folded. */
export function DataDictionary({ views }: { views: readonly View[] }) {
  const { language } = useWords()
  const { page: d, types, units } = getDataMessages(language)
  const formatType = ({ type, unit }: Column) =>
    unit === null || unit === 'items' ? types[type] : `${types[type]}, ${units[unit]}`
  return views.map(
    ({ name, title, columns }) =>
      columns !== null && (
        <details key={name}>
          <summary>{title}</summary>
          <DataTable
            caption={d.dictionaryCaption(title)}
            hideCaption
            rows={columns}
            getKey={(column) => column.name}
            columns={[
              { key: 'column', header: d.column, cell: (column) => <code>{column.name}</code> },
              { key: 'type', header: d.type, cell: formatType },
              {
                key: 'meaning',
                header: d.meaning,
                cell: ({ description, values }) => (
                  <>
                    {description}
                    {values !== null && <span className="quiet"> {values.join(' · ')}</span>}
                  </>
                ),
              },
            ]}
          />
        </details>
      ),
  )
}
