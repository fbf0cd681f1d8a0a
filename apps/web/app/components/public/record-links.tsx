import { Section } from '@waymark/ui/section'
import type { AskedCut } from './address.ts'
import { useWords } from './use-words.ts'

/** From the scorecard to everything that it rests on, in words. */
export function RecordLinks({ dossier, asked }: { dossier: string; asked: AskedCut }) {
  const { buildPlace, t } = useWords()
  const links = [
    ['cases', t.scorecard.recordCases],
    ['rounds', t.scorecard.recordRounds],
    ['consistency', t.scorecard.recordStatements],
    ['milestones', t.scorecard.recordMilestones],
    ['sources', t.scorecard.recordSources],
    ['method', t.scorecard.recordMethod],
  ] as const
  return (
    <Section id="record" title={t.scorecard.record} note={t.scorecard.recordHelp}>
      <ul className="flow">
        {links.map(([place, text]) => (
          <li key={place}>
            <a href={buildPlace(dossier, asked, place)}>{text}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
