import type { leverageView } from '@waymark/api/features/linkage/linkage.view'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import { getCut } from './address.ts'
import { formatStepDate } from './gate-parts.tsx'
import { LeverageList } from './leverage-list.tsx'
import { isForeseeable } from './milestones-page.tsx'
import { isPast, type PageFrame, PublicPage } from './public-page.tsx'
import { getStepTitle } from './step-title.ts'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

export type Leverage = z.infer<typeof leverageView>

/** What can still be insisted on, and when: the steps ahead, by date, with their open conditions. */
export function LeveragePage({ view, asked, origin }: { view: Leverage } & Omit<PageFrame, 'frame'>) {
  const words = useWords()
  const { buildPlace, formatDate, t } = words
  const { frame, milestones } = view
  const past = isPast(frame)
  const day = formatDate(frame.cut.asOf)
  const open = milestones.filter(({ unmet, unknown }) => unmet + unknown > 0)
  const others = milestones.filter(
    ({ milestone, unmet, unknown }) =>
      unmet + unknown === 0 && (!past || isForeseeable({ ...milestone, listed: 0 })),
  )
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="linkage"
      place="leverage"
      page={t.leverage.page}
      formats={['csv', 'xlsx', 'json']}
      over={past ? t.leverage.over(day) : t.leverage.overNow}
      title={t.leverage.h1(open.length, day, past)}
      lead={t.leverage.lead(past)}
    >
      <Section id="open" title={t.leverage.withOpen} note={t.leverage.withOpenHelp}>
        {open.length === 0 ? (
          <p>{t.leverage.none(past)}</p>
        ) : (
          <LeverageList lines={open} frame={frame} asked={getCut(asked)} />
        )}
      </Section>
      {others.length > 0 && (
        <Section id="others" title={t.leverage.others} note={t.leverage.othersHelp}>
          <ul className="lines">
            {others.map(({ milestone, overdue }) => (
              <li key={milestone.key}>
                <a href={buildPlace(frame.dossier.key, getCut(asked), `milestones/${milestone.key}`)}>
                  <Text>{getStepTitle(words, milestone, frame)}</Text>
                </a>
                <span className="small quiet line">
                  {formatStepDate(words, milestone)}
                  {overdue && <>, {t.leverage.overdue}</>}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </PublicPage>
  )
}
