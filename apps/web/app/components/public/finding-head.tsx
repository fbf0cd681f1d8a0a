import { Claim } from '@waymark/ui/claim'
import { Finding } from '@waymark/ui/finding'
import { isPast } from './public-page.tsx'
import type { RecommendationProps } from './recommendation-page.tsx'
import { buildSourceHref, SourceTitle } from './source-cite.tsx'
import { Text } from './text.tsx'
import { TranslatedText } from './translated.tsx'
import { useWords } from './use-words.ts'
import { getStandingMark } from './words.ts'

/** The finding in force with its reason; beside it, smaller, what the other side claims of itself. */
export function FindingHead({ view, asked }: RecommendationProps) {
  const words = useWords()
  const { formatDate, getLevelWord, getStandingWord, lowerFirst, t } = words
  const copy = t.recommendation
  const { frame, standing, claims } = view
  const day = formatDate(frame.cut.asOf)
  const title =
    standing.kind === 'known'
      ? copy.inForce(day, isPast(frame))
      : standing.kind === 'outside'
        ? copy.outside(day)
        : copy.noFinding(day)
  const finding = (
    <Finding
      id="finding"
      title={title}
      mark={getStandingMark(standing)}
      word={getStandingWord(standing)}
      reason={<Reason view={view} />}
      terms={<Terms view={view} />}
    />
  )
  if (claims.length === 0) return <div className="gap-top">{finding}</div>
  return (
    <div className="two gap-top">
      {finding}
      <div className="flow">
        {claims.map((claim, index) => (
          <Claim
            key={index}
            id={`claim-${index}`}
            title={copy.claimOf(claim.actor.name)}
            text={<Text>{claim.text}</Text>}
            quoted={false}
            attribution={
              <>
                {claim.level !== null && <>{copy.claimLevel(lowerFirst(getLevelWord(claim.level)))} </>}
                {copy.claimAt(formatDate(claim.date))} <SourceTitle source={claim.source} />
                {claim.locator !== null && (
                  <>
                    , <Text>{claim.locator}</Text>
                  </>
                )}{' '}
                ·{' '}
                <a href={buildSourceHref(words, frame.dossier.key, asked, claim.source.key)}>
                  {t.sources.here}
                </a>
                . {copy.claimNote}
              </>
            }
          />
        ))}
      </div>
    </div>
  )
}

function Reason({ view }: { view: RecommendationProps['view'] }) {
  const { formatDate, getFindingWord, lowerFirst, t } = useWords()
  const copy = t.recommendation
  const { current, standing, frame } = view
  if (current === null) return <>{copy.notAssessed(isPast(frame))}</>
  if (standing.kind === 'unknown' && standing.reason === 'stale') {
    return (
      <>
        {copy.lastAssessed(formatDate(current.effective), lowerFirst(getFindingWord(current.finding)))}{' '}
        <TranslatedText>{current.rationale}</TranslatedText>
      </>
    )
  }
  return <TranslatedText>{current.rationale}</TranslatedText>
}

function Terms({ view }: { view: RecommendationProps['view'] }) {
  const { formatDate, getConfidenceWord, t } = useWords()
  const copy = t.recommendation
  const { current, standing, direction, left, reviewEveryMonths } = view
  const stale = standing.kind === 'unknown' && standing.reason === 'stale'
  const parts =
    current === null
      ? []
      : [
          copy.effective(formatDate(current.effective)),
          copy.confidence(getConfidenceWord(current.confidence)),
          stale
            ? copy.staleSince(formatDate(current.staleFrom), reviewEveryMonths)
            : copy.holds(formatDate(current.staleFrom)),
        ]
  return (
    <>
      {parts.join(' · ')}
      {direction !== null && (
        <>
          {' '}
          · <b>{copy.directions[direction]}</b>
        </>
      )}
      {left !== null && <> {copy.left(formatDate(left))}</>}
    </>
  )
}
