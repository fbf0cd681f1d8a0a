import type { ChangeList } from '@waymark/api/features/change/change.view'
import { DataTable } from '@waymark/ui/data-table'
import { type GateCounts, MilestoneGatesList } from '@waymark/ui/gate-row'
import { getGateMark, MarkWord } from '@waymark/ui/marks'
import { Section } from '@waymark/ui/section'
import type { AskedCut } from './address.ts'
import { getStepTitle } from './step-title.ts'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

type GateItem = ChangeList['gates']['items'][number]

/** Steps that passed between the two moments, with their gates as they stood. */
export function ChangesSteps({ view, cut }: { view: ChangeList; cut: AskedCut }) {
  const { buildPlace, formatDate, t } = useWords()
  const copy = t.changes
  return (
    <Section id="steps" title={copy.passed} note={copy.passedHelp}>
      {view.milestones.length === 0 ? (
        <p>{copy.passedNone}</p>
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
              title: <Text>{title}</Text>,
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
  const words = useWords()
  const { buildPlace, getGateWord, t } = words
  const copy = t.changes
  const { opened, closed, items } = view.gates
  const { key } = view.frame.dossier
  return (
    <Section id="gates" title={copy.gates} note={copy.gatesHelp} layout="full">
      {items.length === 0 ? (
        <p>{copy.gatesNone}</p>
      ) : (
        <>
          <p>
            {copy.gatesLead(opened, closed)}{' '}
            {items.length < opened + closed && copy.gatesMore(items.length, opened + closed)}
          </p>
          <DataTable<GateItem>
            caption={copy.gates}
            hideCaption
            getKey={({ recommendation, milestone }) => `${recommendation} ${milestone.key}`}
            rows={items}
            columns={[
              {
                key: 'recommendation',
                header: copy.recommendation,
                cell: ({ recommendation, title }) => (
                  <>
                    <a href={buildPlace(key, cut, `recommendations/${recommendation}`)}>
                      <Text>{title}</Text>
                    </a>{' '}
                    <span className="line tiny quiet">{recommendation}</span>
                  </>
                ),
              },
              {
                key: 'milestone',
                header: copy.milestone,
                narrowLabel: copy.milestone,
                cell: ({ milestone }) => (
                  <a href={buildPlace(key, cut, `milestones/${milestone.key}`)}>
                    <Text>{getStepTitle(words, milestone, view.frame)}</Text>
                  </a>
                ),
              },
              {
                key: 'change',
                header: copy.kind,
                narrowLabel: copy.kind,
                cell: ({ change }) => <b>{copy[change]}</b>,
              },
              {
                key: 'before',
                header: copy.before,
                narrowLabel: copy.before,
                cell: ({ from }) => <MarkWord mark={getGateMark(from)} word={getGateWord(from)} />,
              },
              {
                key: 'after',
                header: copy.after,
                narrowLabel: copy.after,
                cell: ({ to }) => <MarkWord mark={getGateMark(to)} word={getGateWord(to)} />,
              },
            ]}
          />
        </>
      )}
    </Section>
  )
}
