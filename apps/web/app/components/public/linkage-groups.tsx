import { GateRow } from '@waymark/ui/gate-row'
import { buildPlace, getCut } from './address.ts'
import { formatGateCounts, formatStepDate, getGateStates } from './gate-parts.tsx'
import { LinkTable } from './link-table.tsx'
import type { LinkageFilter, LinkageList } from './linkage-page.tsx'
import { t } from './messages.ts'
import { isPast, type PageFrame } from './public-page.tsx'
import { getStepTitle } from './step-title.ts'

type GroupsProps = { readonly view: LinkageList; readonly asked: PageFrame['asked'] & LinkageFilter }

/** The links under their milestones, in the order of the agreement's life, or under their concern areas. */
export function LinkageGroups({ view, asked }: GroupsProps) {
  if (view.gates.length === 0) {
    const filtered = [asked.area, asked.role, asked.state].some((value) => value !== undefined)
    return <p className="gap-top">{filtered ? t.linkage.none : t.linkage.linkNone(isPast(view.frame))}</p>
  }
  return asked.group === 'area' ? (
    <AreaGroups view={view} asked={asked} />
  ) : (
    <MilestoneGroups view={view} asked={asked} />
  )
}

function MilestoneGroups({ view: { frame, gates, milestones }, asked }: GroupsProps) {
  return milestones.map((milestone) => {
    const own = gates.filter((gate) => gate.milestone.key === milestone.key)
    if (own.length === 0) return null
    const title = getStepTitle(milestone, frame)
    return (
      <div key={milestone.key} className="gap-top">
        <h3>
          <a href={buildPlace(frame.dossier.key, asked, `milestones/${milestone.key}`)}>{title}</a>
        </h3>
        <p className="small quiet">
          {formatStepDate(milestone)} · {formatGateCounts(milestone)}
        </p>
        <GateRow counts={getGateStates(milestone)} sentence={formatGateCounts(milestone)} />
        <LinkTable gates={own} frame={frame} asked={getCut(asked)} caption={title} />
      </div>
    )
  })
}

function AreaGroups({ view: { frame, gates, areas }, asked }: GroupsProps) {
  return areas.map(({ key, title }) => {
    const own = gates.filter(({ recommendation }) => recommendation.area.key === key)
    if (own.length === 0) return null
    return (
      <div key={key} className="gap-top">
        <h3>
          <a href={buildPlace(frame.dossier.key, asked, 'recommendations', { area: key })}>{title}</a>
        </h3>
        <LinkTable gates={own} frame={frame} asked={getCut(asked)} caption={title} named="both" />
      </div>
    )
  })
}
