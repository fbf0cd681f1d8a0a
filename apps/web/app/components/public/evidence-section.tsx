import type { EvidenceView } from '@waymark/api/common/refs.view'
import { type Evidence, EvidenceColumns } from '@waymark/ui/evidence-card'
import { Section } from '@waymark/ui/section'
import type { AskedCut } from './address.ts'
import type { RecommendationProps } from './recommendation-page.tsx'
import { buildSourceHref } from './source-cite.tsx'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'
import { getTextLanguage, type Words } from './words.ts'

const stances = ['supports', 'contradicts', 'context'] as const

/** A card's facts: who published it when and in which language; what it shows, who tells it, of which day. */
export function buildEvidence(
  words: Words,
  evidence: EvidenceView,
  key: string,
  dossier: string,
  asked: AskedCut,
): Evidence {
  const { formatDate, getEvidenceKindWord, getLanguageName, getOriginWord, lowerFirst, t } = words
  const { source, locator, kind, origin, factDate, excerpt } = evidence
  const language = getLanguageName(source.language)
  const published = [source.publisher, formatDate(source.date)]
  if (language !== null) published.push(t.recommendation.inLanguage(language))
  if (locator !== null) published.push(locator)
  const shown = [getOriginWord(origin), lowerFirst(getEvidenceKindWord(kind))]
  if (factDate !== null) shown.push(t.recommendation.factOf(formatDate(factDate)))
  return {
    key,
    title: <span lang={getTextLanguage(source.language)}>{source.title}</span>,
    href: source.url ?? buildSourceHref(words, dossier, asked, source.key),
    ...(excerpt === null ? {} : { excerpt: <Text known={source.language}>{excerpt}</Text> }),
    meta: [
      published.join(', '),
      <>
        {shown.join(' · ')} ·{' '}
        <a href={buildSourceHref(words, dossier, asked, source.key)}>{t.sources.here}</a>
      </>,
    ],
  }
}

/** What speaks for the finding in force beside what speaks against it. */
export function EvidenceSection({ view, asked }: RecommendationProps) {
  const words = useWords()
  const { getFindingWord, lowerFirst, t } = words
  const { current, frame } = view
  if (current === null || current.evidence.length === 0) return null
  const word = lowerFirst(getFindingWord(current.finding))
  const origins = new Set(current.evidence.map(({ origin }) => origin)).size
  const titles = {
    supports: t.recommendation.supports(word),
    contradicts: t.recommendation.contradicts(word),
    context: t.recommendation.context,
  }
  return (
    <Section
      id="evidence"
      title={t.recommendation.evidence}
      note={t.recommendation.evidenceHelp(current.evidence.length, origins)}
    >
      <EvidenceColumns
        groups={stances.map((stance) => ({
          stance,
          id: `evidence-${stance}`,
          title: titles[stance],
          items: current.evidence
            .filter((evidence) => evidence.stance === stance)
            .map((evidence, index) =>
              buildEvidence(words, evidence, `${stance}-${index}`, frame.dossier.key, asked),
            ),
        }))}
      />
    </Section>
  )
}
