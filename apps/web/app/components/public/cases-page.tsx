import type { caseList } from '@waymark/api/features/case/case.view'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import type { AskedCut } from './address.ts'
import { isPast, type PageFrame, PublicPage } from './public-page.tsx'
import { SourceCite } from './source-cite.tsx'
import { Text } from './text.tsx'
import { TranslatedText } from './translated.tsx'
import { useWords } from './use-words.ts'

export type CaseList = z.infer<typeof caseList>
type Case = CaseList['cases'][number]

const kinds = ['person', 'group', 'outlet', 'event'] as const

/** The persons, outlets and events at stake, each with its statuses and the recommendations that concern it. */
export function CasesPage({ view, asked, origin }: { view: CaseList } & Omit<PageFrame, 'frame'>) {
  const { compareTitles, formatDate, t } = useWords()
  const { frame } = view
  const past = isPast(frame)
  // A case without a status by a past day was not yet one on that day.
  const cases = view.cases.filter(({ statuses }) => !past || statuses.length > 0)
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="cases"
      place="cases"
      page={t.cases.page}
      formats={['csv', 'xlsx', 'json']}
      over={t.cases.over}
      title={
        cases.length === 0 ? t.cases.none(past) : t.cases.h1(cases.length, formatDate(frame.cut.asOf), past)
      }
      lead={past ? t.cases.leadPast : t.cases.lead}
    >
      {kinds.map((kind) => {
        const own = cases.filter((one) => one.kind === kind).sort((a, b) => compareTitles(a.name, b.name))
        if (own.length === 0) return null
        return (
          <Section key={kind} id={`kind-${kind}`} title={t.cases.kinds[kind]}>
            {own.map((one) => (
              <CaseArticle key={one.key} one={one} dossier={frame.dossier.key} asked={asked} past={past} />
            ))}
          </Section>
        )
      })}
    </PublicPage>
  )
}

/** One case at an address of its own. */
export function CasePage({
  view,
  asked,
  origin,
}: { view: { frame: CaseList['frame']; case: Case } } & Omit<PageFrame, 'frame'>) {
  const { t } = useWords()
  const { frame, case: one } = view
  const past = isPast(frame)
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="cases"
      place={`cases/${one.address}`}
      page={t.cases.onePage}
      formats={[]}
      over={t.cases.over}
      title={<TranslatedText>{one.name}</TranslatedText>}
      lead={past ? t.cases.leadPast : <TranslatedText>{one.summary}</TranslatedText>}
    >
      <Section id={`kind-${one.kind}`} title={t.cases.states}>
        <CaseFacts one={one} dossier={frame.dossier.key} asked={asked} past={past} />
      </Section>
    </PublicPage>
  )
}

type CaseProps = {
  one: Case
  dossier: string
  asked: AskedCut
  past: boolean
}

function CaseArticle(props: CaseProps) {
  const { one, dossier, asked, past } = props
  const { buildPlace } = useWords()
  return (
    <article className="card" id={one.key} aria-labelledby={`${one.key}-name`}>
      <h3 id={`${one.key}-name`}>
        <a href={buildPlace(dossier, asked, `cases/${one.address}`)}>
          <TranslatedText>{one.name}</TranslatedText>
        </a>
      </h3>
      {!past && (
        <p className="measure">
          <TranslatedText>{one.summary}</TranslatedText>
        </p>
      )}
      <CaseFacts {...props} />
    </article>
  )
}

/** Its statuses, the latest first, and the recommendations that concern it. */
function CaseFacts({ one, dossier, asked, past }: CaseProps) {
  const { buildPlace, formatDate, getCaseStatusWord, t } = useWords()
  return (
    <>
      {one.statuses.length === 0 ? (
        <p className="small quiet">{t.cases.noStatus(past)}</p>
      ) : (
        <ol className="small states" aria-label={t.cases.statuses(one.name)}>
          {one.statuses.map(({ status, date, source, note }, index) => (
            <li key={`${status} ${date} ${source.key}`}>
              {index === 0 ? <b>{getCaseStatusWord(status)}</b> : getCaseStatusWord(status)},{' '}
              {formatDate(date)}
              {note !== null && (
                <>
                  : <Text>{note}</Text>
                </>
              )}
              <span className="tiny quiet line">
                <SourceCite source={source} locator={null} dossier={dossier} asked={asked} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {one.recommendations.length > 0 && (
        <p className="small">
          {t.cases.linked}:{' '}
          {one.recommendations.map(({ ref, title }, index) => (
            <span key={ref}>
              {index > 0 && '; '}
              <a href={buildPlace(dossier, asked, `recommendations/${ref}`)}>
                <Text>{title}</Text>
              </a>{' '}
              <span className="ref">{ref}</span>
            </span>
          ))}
        </p>
      )}
    </>
  )
}
