import type { RecommendationDetail } from '@waymark/api/features/recommendation/recommendation.view'
import { getUtcDay } from '@waymark/kernel/instant'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { Section } from '@waymark/ui/section'
import type { AskedCut } from './address.ts'
import { SourceCite } from './source-cite.tsx'
import { FindingWord } from './standing.tsx'
import { TranslatedText } from './translated.tsx'
import { useWords } from './use-words.ts'

type Entry = RecommendationDetail['history'][number]

/** Every finding ever published, latest first, with what became of it: nothing is overwritten. */
export function HistorySection({
  history,
  dossier,
  asked,
  past,
}: {
  history: readonly Entry[]
  dossier: string
  asked: AskedCut
  past: boolean
}) {
  const { formatDate, getConfidenceWord, t } = useWords()
  const columns: readonly Column<Entry>[] = [
    {
      key: 'from',
      header: t.recommendation.inForceFrom,
      nowrap: true,
      cell: ({ effective }) => formatDate(effective),
    },
    {
      key: 'finding',
      header: t.recommendation.finding,
      cell: ({ finding, fate }) => (
        <>
          <FindingWord finding={finding} />
          {fate !== 'stands' && <span className="tiny quiet line">{t.recommendation[fate]}</span>}
        </>
      ),
    },
    {
      key: 'reason',
      header: t.recommendation.reason,
      cell: (entry) => <Reason entry={entry} dossier={dossier} asked={asked} />,
    },
    {
      key: 'confidence',
      header: t.recommendation.confidenceTitle,
      narrowLabel: t.recommendation.confidenceTitle,
      cell: ({ confidence }) => getConfidenceWord(confidence),
    },
    {
      key: 'recorded',
      header: t.recommendation.recorded,
      narrowLabel: t.recommendation.recorded,
      quiet: true,
      cell: ({ recordedAt }) => formatDate(getUtcDay(recordedAt)),
    },
  ]
  return (
    <Section id="history" title={t.recommendation.history} note={t.recommendation.historyHelp}>
      {history.length === 0 ? (
        <p>{t.recommendation.historyNone(past)}</p>
      ) : (
        <DataTable
          caption={t.recommendation.history}
          hideCaption
          columns={columns}
          rows={history}
          getKey={({ recordedAt, effective, rationale }) =>
            `${recordedAt} ${effective} ${rationale.slice(0, 40)}`
          }
        />
      )}
    </Section>
  )
}

function Reason({ entry, dossier, asked }: { entry: Entry; dossier: string; asked: AskedCut }) {
  const { getStanceWord, t } = useWords()
  return (
    <>
      <TranslatedText>{entry.rationale}</TranslatedText>
      {entry.correctionReason !== null && (
        <span className="tiny line">{t.recommendation.correctionReason(entry.correctionReason)}</span>
      )}
      {entry.evidence.length > 0 && (
        <details className="tiny">
          <summary>
            {t.recommendation.evidenceOf} ({entry.evidence.length})
          </summary>
          <ul>
            {entry.evidence.map(({ source, locator, stance }, index) => (
              <li key={index}>
                {getStanceWord(stance)}:{' '}
                <SourceCite source={source} locator={locator} dossier={dossier} asked={asked} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
