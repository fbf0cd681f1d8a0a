import { Section } from '@waymark/ui/section'
import { type AskedCut, buildPlace } from './address.ts'
import { t } from './messages.ts'

/** From the scorecard to everything that it rests on, in words. */
export function RecordLinks({ dossier, asked }: { dossier: string; asked: AskedCut }) {
  const links = [
    ['cases', t.scorecard.recordCases],
    ['rounds', t.scorecard.recordRounds],
    ['linkage#statements', t.scorecard.recordStatements],
    ['milestones', t.scorecard.recordMilestones],
    ['sources', t.scorecard.recordSources],
    ['method', t.scorecard.recordMethod],
  ] as const
  return (
    <Section id="record" title={t.scorecard.record} note={t.scorecard.recordHelp}>
      <ul className="flow">
        {links.map(([place, text]) => {
          const [page = '', anchor] = place.split('#')
          const href = buildPlace(dossier, asked, page)
          return (
            <li key={place}>
              <a href={anchor === undefined ? href : `${href}#${anchor}`}>{text}</a>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
