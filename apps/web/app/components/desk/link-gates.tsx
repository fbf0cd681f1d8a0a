import { desk } from '@waymark/messages/en/desk'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { getGateMark, MarkWord } from '@waymark/ui/marks'
import type { RecordDetail } from './views.ts'
import { formatDate, getGateWord, getLevelWord, getRoleOfLinkWord } from './words.ts'

const copy = desk.record

type Gate = RecordDetail['gates'][number]

/** Links with their gates, each leading to its page: of one milestone by recommendation, of one recommendation by milestone. */
export function LinkGates({
  dossier,
  gates,
  by,
  caption,
}: {
  dossier: string
  gates: readonly Gate[]
  by: 'recommendation' | 'milestone'
  caption: string
}) {
  const getHref = ({ milestone, recommendation }: Gate) =>
    `/desk/${dossier}/milestones/${milestone.key}/links/${recommendation.ref}`
  const columns: readonly Column<Gate>[] = [
    by === 'recommendation'
      ? {
          key: 'recommendation',
          header: desk.register.columns.title,
          cell: (gate) => (
            <>
              <span className="ref">{gate.recommendation.ref}</span>{' '}
              <a href={getHref(gate)}>{gate.recommendation.title}</a>
            </>
          ),
        }
      : {
          key: 'milestone',
          header: copy.gateColumns.milestone,
          cell: (gate) => <a href={getHref(gate)}>{gate.milestone.title}</a>,
        },
    {
      key: 'role',
      header: copy.gateColumns.role,
      narrowLabel: copy.gateColumns.role,
      cell: ({ role }) => getRoleOfLinkWord(role),
    },
    {
      key: 'required',
      header: copy.gateColumns.required,
      narrowLabel: copy.gateColumns.required,
      cell: ({ required }) =>
        required === null ? (
          <span className="quiet">{deskLinkage.link.noLevel}</span>
        ) : (
          getLevelWord(required)
        ),
    },
    {
      key: 'state',
      header: copy.gateColumns.state,
      cell: ({ state }) => <MarkWord mark={getGateMark(state)} word={getGateWord(state)} />,
    },
    {
      key: 'at',
      header: copy.gateColumns.at,
      narrowLabel: copy.gateColumns.at,
      nowrap: true,
      cell: ({ at }) => formatDate(at),
    },
  ]
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={columns}
      rows={gates}
      getKey={({ milestone, recommendation }) => `${milestone.key} ${recommendation.ref}`}
    />
  )
}
