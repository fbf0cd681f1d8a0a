import type { ChangeList } from '@waymark/api/features/change/change.view'
import { DataTable } from '@waymark/ui/data-table'
import { type GateCounts, MilestoneGatesList } from '@waymark/ui/gate-row'
import { getGateMark, MarkWord } from '@waymark/ui/marks'
import { Section } from '@waymark/ui/section'
import { type AskedCut, buildPlace } from './address.ts'
import { t } from './messages.ts'
import { getStepTitle } from './step-title.ts'
import { formatDate, getGateWord } from './words.ts'

type GateItem = ChangeList['gates']['items'][number]

/** Steps that passed between the two moments, with their gates as they stood. */
export function ChangesSteps({ view, cut }: { view: ChangeList; cut: AskedCut }) {
  const words = t.changes
  return (
    <Section id="steps" title={words.passed} note={words.passedHelp}>
      {view.milestones.length === 0 ? (
        <p>{words.passedNone}</p>
      ) : (
        <MilestoneGatesList
          items={view.milestones.map(({ key, title, occurred, required }) => {
            const { met, unmet, unknown, waived } = required
            const counts: GateCounts = {
              'met-at-passage': met,
              'passed-while-unmet': unmet,
              'passed-while-unknown': unknown,
              waived,
            }
            return {
              key,
              title,
              date: formatDate(occurred),
              href: buildPlace(view.frame.dossier.key, cut, `milestones/${key}`),
              // A row of hundreds of marks says less than its sentence.
              counts: met + unmet + unknown + waived <= 60 ? counts : {},
              sentence:
                met + unmet + unknown + waived === 0
                  ? t.gate.noCondition
                  : `${t.gate.countsPassed(met, unmet, unknown, waived)}.`,
            }
          })}
        />
      )}
    </Section>
  )
}

/** Gates whose condition came to be met, or stopped being. */
export function ChangesGates({ view, cut }: { view: ChangeList; cut: AskedCut }) {
  const words = t.changes
  const { opened, closed, items } = view.gates
  const { key } = view.frame.dossier
  return (
    <Section id="gates" title={words.gates} note={words.gatesHelp} layout="full">
      {items.length === 0 ? (
        <p>{words.gatesNone}</p>
      ) : (
        <>
          <p>
            {words.gatesLead(opened, closed)}{' '}
            {items.length < opened + closed && words.gatesMore(items.length, opened + closed)}
          </p>
          <DataTable<GateItem>
            caption={words.gates}
            hideCaption
            getKey={({ recommendation, milestone }) => `${recommendation} ${milestone.key}`}
            rows={items}
            columns={[
              {
                key: 'recommendation',
                header: words.recommendation,
                cell: ({ recommendation, title }) => (
                  <>
                    <a href={buildPlace(key, cut, `recommendations/${recommendation}`)}>{title}</a>{' '}
                    <span className="line tiny quiet">{recommendation}</span>
                  </>
                ),
              },
              {
                key: 'milestone',
                header: words.milestone,
                narrowLabel: words.milestone,
                cell: ({ milestone }) => (
                  <a href={buildPlace(key, cut, `milestones/${milestone.key}`)}>
                    {getStepTitle(milestone, view.frame)}
                  </a>
                ),
              },
              {
                key: 'change',
                header: words.kind,
                narrowLabel: words.kind,
                cell: ({ change }) => <b>{words[change]}</b>,
              },
              {
                key: 'before',
                header: words.before,
                narrowLabel: words.before,
                cell: ({ from }) => <MarkWord mark={getGateMark(from)} word={getGateWord(from)} />,
              },
              {
                key: 'after',
                header: words.after,
                narrowLabel: words.after,
                cell: ({ to }) => <MarkWord mark={getGateMark(to)} word={getGateWord(to)} />,
              },
            ]}
          />
        </>
      )}
    </Section>
  )
}
