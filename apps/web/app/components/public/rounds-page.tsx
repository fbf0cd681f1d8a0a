import type { roundList } from '@waymark/api/features/round/round.view'
import { lastDay } from '@waymark/kernel/partial-date'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import type { AskedCut } from './address.ts'
import { FlowSection } from './flow-section.tsx'
import { isPast, type PageFrame, PublicPage } from './public-page.tsx'
import { SourceCite } from './source-cite.tsx'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

export type RoundList = z.infer<typeof roundList>
type Round = RoundList['rounds'][number]

/** How much of what a round took up is named on the page: with dozens of rounds, all of it would be a page of megabytes. */
const mostShown = 30

/** The human rights dialogue, round by round: what was in force on the day, and what the round took up. */
export function RoundsPage({ view, asked, origin }: { view: RoundList } & Omit<PageFrame, 'frame'>) {
  const { formatDate, t } = useWords()
  const { frame, rounds } = view
  const past = isPast(frame)
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="rounds"
      place="rounds"
      page={t.rounds.page}
      formats={['csv', 'xlsx', 'json']}
      over={t.rounds.over}
      title={
        rounds.length === 0 ? t.rounds.none(past) : t.rounds.h1(rounds.length, formatDate(frame.cut.asOf))
      }
    >
      {rounds.length > 0 && <FlowSection rounds={rounds} past={past} />}
      {rounds.map((round) => (
        <RoundSection key={round.key} round={round} dossier={frame.dossier.key} asked={asked} />
      ))}
    </PublicPage>
  )
}

function RoundSection({ round, dossier, asked }: { round: Round; dossier: string; asked: AskedCut }) {
  const { buildPlace, formatDate, getUptakeWord, lowerFirst, t } = useWords()
  const { key, title, date, place, source, inForce, uptake } = round
  return (
    <Section
      id={key}
      title={<Text>{title}</Text>}
      note={
        place === null ? (
          formatDate(date)
        ) : (
          <>
            {formatDate(date)}, <Text>{place}</Text>
          </>
        )
      }
    >
      <p>
        {t.rounds.inForce(inForce)}{' '}
        <a href={buildPlace(dossier, { ...asked, asOf: lastDay(date) })}>
          {t.rounds.show}
          <span className="vh">: {title}</span>
        </a>
      </p>
      <p className="small quiet">
        {t.rounds.source} <SourceCite source={source} locator={null} dossier={dossier} asked={asked} />
      </p>
      {uptake.length === 0 ? (
        <p className="small quiet gap-top">{t.rounds.uptakeNone}</p>
      ) : (
        <>
          <h3 className="gap-top">{t.rounds.uptake}</h3>
          <ul className="small lines">
            {uptake.slice(0, mostShown).map((one) => (
              <li key={`${one.ref} ${one.kind} ${one.date}`}>
                <a href={buildPlace(dossier, asked, `recommendations/${one.ref}`)}>
                  <Text>{one.title}</Text>
                </a>{' '}
                <span className="ref">{one.ref}</span>, {lowerFirst(getUptakeWord(one.kind))},{' '}
                {formatDate(one.date)}
              </li>
            ))}
            {uptake.length > mostShown && <li className="quiet">{t.flow.more(uptake.length - mostShown)}</li>}
          </ul>
        </>
      )}
    </Section>
  )
}
