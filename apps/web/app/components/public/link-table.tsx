import type { Frame } from '@waymark/api/common/frame.view'
import type { GateView } from '@waymark/api/common/refs.view'
import { type Column, DataTable } from '@waymark/ui/data-table'
import type { AskedCut } from './address.ts'
import { formatGateStanding, formatRole, formatStepDate, GateWord } from './gate-parts.tsx'
import { buildGateHref } from './linkage-words.ts'
import { getStepTitle } from './step-title.ts'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'
import { Waivers } from './waivers.tsx'

/** What names a row: its recommendation under a milestone, its milestone under a recommendation, or both. */
type Named = 'recommendation' | 'milestone' | 'both'

/** Links with their gates, a row each. */
export function LinkTable({
  gates,
  frame,
  asked,
  caption,
  named = 'recommendation',
}: {
  gates: readonly GateView[]
  frame: Frame
  asked: AskedCut
  caption: string
  named?: Named
}) {
  const words = useWords()
  const { buildPlace, formatDate, t } = words
  const dossier = frame.dossier.key
  const byRecommendation: readonly Column<GateView>[] = [
    {
      key: 'recommendation',
      header: t.milestone.recommendation,
      cell: ({ recommendation: { ref, title } }) => (
        <>
          <span className="ref">{ref}</span>{' '}
          <a href={buildPlace(dossier, asked, `recommendations/${ref}`)}>
            <Text>{title}</Text>
          </a>
        </>
      ),
    },
  ]
  const byMilestone: readonly Column<GateView>[] = [
    {
      key: 'milestone',
      header: t.recommendation.milestone,
      cell: ({ milestone }) => (
        <a href={buildPlace(dossier, asked, `milestones/${milestone.key}`)}>
          <Text>{getStepTitle(words, milestone, frame)}</Text>
        </a>
      ),
    },
    { key: 'date', header: t.recommendation.date, cell: ({ milestone }) => formatStepDate(words, milestone) },
  ]
  const columns: readonly Column<GateView>[] = [
    ...(named === 'milestone' ? [] : byRecommendation),
    ...(named === 'recommendation' ? [] : byMilestone),
    {
      key: 'role',
      header: t.milestone.hadToReach,
      narrowLabel: t.milestone.hadToReach,
      cell: (one) => formatRole(words, one),
    },
    {
      key: 'gate',
      header: t.milestone.gate,
      cell: (gate) => (
        <>
          <a
            href={buildGateHref(words, dossier, asked, {
              recommendation: gate.recommendation.ref,
              milestone: gate.milestone.key,
            })}
          >
            <GateWord gate={gate} />
          </a>
          <Waivers waivers={gate.waivers} dossier={dossier} asked={asked} />
        </>
      ),
    },
    {
      key: 'standing',
      header: t.milestone.standing,
      quiet: true,
      cell: (gate) => (
        <>
          {formatGateStanding(words, gate, frame.cut.asOf, frame.today)}
          {gate.assessed !== null && (
            <span className="tiny line">
              <a
                href={buildPlace(
                  dossier,
                  { ...asked, asOf: gate.at },
                  `recommendations/${gate.recommendation.ref}`,
                )}
              >
                {t.gate.foundOn(formatDate(gate.assessed))}
                <span className="vh"> · {gate.recommendation.ref}</span>
              </a>
            </span>
          )}
        </>
      ),
    },
    {
      key: 'rests',
      header: t.milestone.restsOn,
      narrowLabel: t.milestone.restsOn,
      cell: (gate) => <RestsOn gate={gate} />,
    },
  ]
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={columns}
      rows={gates}
      getKey={({ recommendation, milestone, role }) => `${recommendation.ref} ${milestone.key} ${role}`}
    />
  )
}

/** The statements of a link, each leading to its words and source further down the page; and the link's own note. */
export function RestsOn({ gate }: { gate: GateView }) {
  const { formatDate } = useWords()
  return (
    <span className="tiny">
      {gate.commitments.map(({ key, date, actor }, index) => (
        <span key={key}>
          {index > 0 && '; '}
          <a href={`#statement-${key}`}>
            <Text>{actor}</Text>, {formatDate(date)}
          </a>
        </span>
      ))}
      {gate.note !== null && (
        <span className="quiet line">
          <Text>{gate.note}</Text>
        </span>
      )}
    </span>
  )
}
