import { type Column, DataTable } from '@waymark/ui/data-table'
import { getGateMark, MarkWord } from '@waymark/ui/marks'
import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'
import type { RecordDetail } from './views.ts'

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
  const { formatDate, getGateWord, getLevelWord, getRoleOfLinkWord, t } = useDeskWords()
  const copy = t.desk.record
  const getHref = ({ milestone, recommendation }: Gate) =>
    `/desk/${dossier}/milestones/${milestone.key}/links/${recommendation.ref}`
  const columns: readonly Column<Gate>[] = [
    by === 'recommendation'
      ? {
          key: 'recommendation',
          header: t.desk.register.columns.title,
          cell: (gate) => (
            <>
              <span className="ref">{gate.recommendation.ref}</span>{' '}
              <PageLink href={getHref(gate)}>{gate.recommendation.title}</PageLink>
            </>
          ),
        }
      : {
          key: 'milestone',
          header: copy.gateColumns.milestone,
          cell: (gate) => <PageLink href={getHref(gate)}>{gate.milestone.title}</PageLink>,
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
        required === null ? <span className="quiet">{t.linkage.link.noLevel}</span> : getLevelWord(required),
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
