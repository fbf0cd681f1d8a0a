import type { GateView } from '@waymark/api/common/refs.view'
import { GateRow } from '@waymark/ui/gate-row'
import { getCut } from './address.ts'
import { formatGateCounts, formatStepDate, getGateStates } from './gate-parts.tsx'
import { LinkTable } from './link-table.tsx'
import type { LinkageList } from './linkage-page.tsx'
import type { LinkageFilter } from './linkage-words.ts'
import type { PageFrame } from './public-page.tsx'
import { getStepTitle } from './step-title.ts'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

type GroupsProps = { readonly view: LinkageList; readonly asked: PageFrame['asked'] & LinkageFilter }

/** A page of the links under their milestones, in the order of the agreement's life, or under their concern areas. */
export function LinkageGroups({ view, asked }: GroupsProps) {
  return asked.group === 'area' ? (
    <AreaGroups view={view} asked={asked} />
  ) : (
    <MilestoneGroups view={view} asked={asked} />
  )
}

function MilestoneGroups({ view: { frame, gates, milestones }, asked }: GroupsProps) {
  const words = useWords()
  const { buildPlace } = words
  const cut = getCut(asked)
  return milestones.map((milestone) => {
    const own = gates.filter((gate) => gate.milestone.key === milestone.key)
    const title = getStepTitle(words, milestone, frame)
    return (
      <div key={milestone.key} className="gap-top">
        <h3>
          <a href={buildPlace(frame.dossier.key, cut, `milestones/${milestone.key}`)}>
            <Text>{title}</Text>
          </a>
        </h3>
        <p className="small quiet">
          {formatStepDate(words, milestone)} · {formatGateCounts(words, milestone)}
        </p>
        <GateRow counts={getGateStates(milestone)} sentence={formatGateCounts(words, milestone)} />
        <LinkTable gates={own} frame={frame} asked={cut} caption={title} />
      </div>
    )
  })
}

function AreaGroups({ view: { frame, gates }, asked }: GroupsProps) {
  const { buildPlace } = useWords()
  const cut = getCut(asked)
  const groups = Map.groupBy(gates, ({ recommendation }: GateView) => recommendation.area.key)
  return [...groups].map(([key, own]) => {
    const title = own[0]?.recommendation.area.title ?? key
    return (
      <div key={key} className="gap-top">
        <h3>
          <a href={buildPlace(frame.dossier.key, cut, 'recommendations', { area: key })}>
            <Text>{title}</Text>
          </a>
        </h3>
        <LinkTable gates={own} frame={frame} asked={cut} caption={title} named="both" />
      </div>
    )
  })
}
