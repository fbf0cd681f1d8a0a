import type { leverageLine } from '@waymark/api/features/linkage/linkage.view'
import { getGateMark, MarkWord } from '@waymark/ui/marks'
import type { z } from 'zod'
import { formatMilestoneDate } from './milestone-words.ts'
import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'

/** So many gates of a milestone are named in the queue; its page has all. */
const mostNamed = 5

type Line = z.infer<typeof leverageLine>

/** Milestones ahead with required gates that are not met: what the EU can still insist on, and when. */
export function DeskLeverage({
  dossier,
  lines,
  near,
}: {
  dossier: string
  lines: readonly Line[]
  /** Keys of those that come within the notice. */
  near: readonly string[]
}) {
  const words = useDeskWords()
  const { getGateWord, t } = words
  const copy = t.linkage.leverage
  const base = `/desk/${dossier}/milestones`
  return (
    <section className={lines.length === 0 ? 'part idle' : 'part'} aria-labelledby="leverage">
      <h2 id="leverage">
        {copy.title} <span className="quiet">{lines.length}</span>
      </h2>
      {lines.length > 0 && <p className="hint">{copy.lead}</p>}
      {lines.length === 0 ? (
        <p className="quiet">{copy.none}</p>
      ) : (
        <ul className="waiting">
          {lines.map(({ milestone, overdue, unmet, unknown, gates }) => (
            <li key={milestone.key}>
              <div>
                <p>
                  <PageLink href={`${base}/${milestone.key}`} data-work="">
                    {milestone.title}
                  </PageLink>{' '}
                  {near.includes(milestone.key) && <span className="badge">{t.queue.near}</span>}{' '}
                  <span className="quiet">
                    {formatMilestoneDate(words, milestone)}
                    {overdue && `, ${copy.overdue}`}
                  </span>
                </p>
                <p className="line">{copy.open(unmet, unknown)}</p>
                <ul className="dots">
                  {gates.slice(0, mostNamed).map((gate) => (
                    <li key={gate.ref}>
                      <span className="ref">{gate.ref}</span>{' '}
                      <PageLink href={`${base}/${milestone.key}/links/${gate.ref}`}>{gate.title}</PageLink>{' '}
                      <MarkWord mark={getGateMark(gate.state)} word={getGateWord(gate.state)} />
                    </li>
                  ))}
                </ul>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
