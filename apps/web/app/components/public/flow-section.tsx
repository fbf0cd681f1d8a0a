import { flowStages } from '@waymark/recommendation/round-flow'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { FlowChart } from '@waymark/ui/flow'
import { Section } from '@waymark/ui/section'
import type { RoundList } from './rounds-page.tsx'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

type Round = RoundList['rounds'][number]
/** What became of the proposals at each round: the picture, and the same as a table. */
export function FlowSection({ rounds, past }: { rounds: readonly Round[]; past: boolean }) {
  const { formatDate, t } = useWords()
  const copy = t.flow
  const shown = rounds.filter(({ flow }) => flow.proposals > 0)
  const [best] = [...shown].sort((a, b) => b.flow.raised - a.flow.raised)
  const sum = (stage: 'texts' | 'commitments') => shown.reduce((all, { flow }) => all + flow[stage], 0)
  const columns: readonly Column<Round>[] = [
    {
      key: 'round',
      header: copy.round,
      cell: ({ key, date, title }) => (
        <>
          <a href={`#${key}`}>
            <Text>{title}</Text>
          </a>
          <span className="tiny quiet line">{formatDate(date)}</span>
        </>
      ),
    },
    ...flowStages.map((stage) => ({
      key: stage,
      header: copy.stages[stage],
      narrowLabel: copy.stages[stage],
      numeric: true,
      cell: ({ flow }: Round) => flow[stage],
    })),
  ]
  return (
    <Section id="flow" title={copy.title} note={copy.help} layout="full">
      {best === undefined ? (
        <p>{copy.none(past)}</p>
      ) : (
        <>
          <p className="lead">
            {copy.all(
              shown.length,
              best.flow.raised,
              formatDate(best.date),
              sum('texts'),
              sum('commitments'),
            )}
          </p>
          <FlowChart
            id="flow-chart"
            stages={flowStages.map((stage) => copy.stages[stage])}
            flows={shown.map(({ key, date, flow }) => ({
              key,
              title: formatDate(date),
              href: `#${key}`,
              name: copy.finding(flow, formatDate(date)),
              counts: flowStages.map((stage) => flow[stage]),
            }))}
            words={{
              title: copy.all(
                shown.length,
                best.flow.raised,
                formatDate(best.date),
                sum('texts'),
                sum('commitments'),
              ),
              description: shown.map(({ date, flow }) => copy.finding(flow, formatDate(date))).join(' '),
              region: copy.region,
            }}
          />
          <div className="gap-top">
            <DataTable caption={copy.caption} columns={columns} rows={shown} getKey={({ key }) => key} />
          </div>
        </>
      )}
    </Section>
  )
}
