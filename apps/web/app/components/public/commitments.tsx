import type { GateView } from '@waymark/api/common/refs.view'
import { type Column, DataTable } from '@waymark/ui/data-table'
import type { AskedCut } from './address.ts'
import { SourceCite } from './source-cite.tsx'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

export type Commitment = GateView['commitments'][number]

/** The statements that gates rest on, each once, by date. */
export function listCommitments(gates: readonly GateView[]): Commitment[] {
  const byKey = new Map(gates.flatMap(({ commitments }) => commitments.map((one) => [one.key, one] as const)))
  return [...byKey.values()].sort((a, b) =>
    a.date === b.date ? (a.key < b.key ? -1 : 1) : a.date < b.date ? -1 : 1,
  )
}

/** EU statements word by word, each with its source and the place in it. Rows carry their key as an anchor. */
export function CommitmentTable({
  commitments,
  caption,
  dossier,
  asked,
}: {
  commitments: readonly Commitment[]
  caption: string
  dossier: string
  asked: AskedCut
}) {
  const { formatDate, t } = useWords()
  const columns: readonly Column<Commitment>[] = [
    {
      key: 'date',
      header: t.recommendation.date,
      nowrap: true,
      cell: ({ key, date }) => <span id={`statement-${key}`}>{formatDate(date)}</span>,
    },
    { key: 'actor', header: t.linkage.who, cell: ({ actor }) => <Text>{actor}</Text> },
    {
      key: 'summary',
      header: t.linkage.statement,
      cell: ({ summary, source, locator }) => (
        <>
          <span className="serif">
            <Text>{summary}</Text>
          </span>
          <span className="tiny quiet line">
            <SourceCite source={source} locator={locator} dossier={dossier} asked={asked} />
          </span>
        </>
      ),
    },
  ]
  return (
    <DataTable caption={caption} hideCaption columns={columns} rows={commitments} getKey={({ key }) => key} />
  )
}
