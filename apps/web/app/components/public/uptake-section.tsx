import type { RecommendationDetail } from '@waymark/api/features/recommendation/recommendation.view'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { Section } from '@waymark/ui/section'
import type { AskedCut } from './address.ts'
import { SourceCite } from './source-cite.tsx'
import { Text } from './text.tsx'
import { formatProgress } from './uptake-words.ts'
import { useWords } from './use-words.ts'

type Uptake = RecommendationDetail['uptake'][number]

/** The first axis as a table: each step by which the recommendation was taken up, with its source. */
export function UptakeSection({
  uptake,
  progress,
  dossier,
  asked,
  past,
}: {
  uptake: readonly Uptake[]
  progress: RecommendationDetail['progress']
  dossier: string
  asked: AskedCut
  past: boolean
}) {
  const words = useWords()
  const { buildPlace, formatDate, getUptakeWord, t } = words
  const columns: readonly Column<Uptake>[] = [
    { key: 'date', header: t.recommendation.date, nowrap: true, cell: ({ date }) => formatDate(date) },
    { key: 'stage', header: t.recommendation.stage, cell: ({ kind }) => getUptakeWord(kind) },
    {
      key: 'forum',
      header: t.recommendation.forum,
      cell: ({ forum, round }) => (
        <>
          {forum !== null && <Text>{forum}</Text>}
          {forum !== null && round !== null && ', '}
          {round !== null && (
            <a href={`${buildPlace(dossier, asked, 'rounds')}#${round.key}`}>
              <Text>{round.title}</Text>
            </a>
          )}
        </>
      ),
    },
    {
      key: 'source',
      header: t.recommendation.source,
      cell: ({ source, locator, note }) => (
        <span className="tiny">
          <SourceCite source={source} locator={locator} dossier={dossier} asked={asked} />
          {note !== null && (
            <span className="quiet line">
              <Text>{note}</Text>
            </span>
          )}
        </span>
      ),
    },
  ]
  return (
    <Section id="uptake" title={t.recommendation.uptake} note={t.recommendation.uptakeHelp}>
      <p>{formatProgress(words, progress, past)}</p>
      {uptake.length > 0 && (
        <DataTable
          caption={t.recommendation.uptake}
          hideCaption
          columns={columns}
          rows={uptake}
          getKey={({ kind, date, source }) => `${kind} ${date} ${source.key}`}
        />
      )}
    </Section>
  )
}
