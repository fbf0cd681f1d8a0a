import { Claim } from '@waymark/ui/claim'
import { Finding } from '@waymark/ui/finding'
import { t } from './messages.ts'
import { isPast } from './public-page.tsx'
import type { RecommendationProps } from './recommendation-page.tsx'
import { buildSourceHref, SourceTitle } from './source-cite.tsx'
import {
  formatDate,
  getConfidenceWord,
  getFindingWord,
  getLevelWord,
  getStandingMark,
  getStandingWord,
  lowerFirst,
} from './words.ts'

const words = t.recommendation

/** The finding in force with its reason; beside it, smaller, what the other side claims of itself. */
export function FindingHead({ view, asked }: RecommendationProps) {
  const { frame, standing, claims } = view
  const day = formatDate(frame.cut.asOf)
  const title =
    standing.kind === 'known'
      ? words.inForce(day, isPast(frame))
      : standing.kind === 'outside'
        ? words.outside(day)
        : words.noFinding(day)
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
            title={words.claimOf(claim.actor.name)}
            text={claim.text}
            quoted={false}
            attribution={
              <>
                {claim.level !== null && <>{words.claimLevel(lowerFirst(getLevelWord(claim.level)))} </>}
                {words.claimAt(formatDate(claim.date))} <SourceTitle source={claim.source} />
                {claim.locator !== null && <>, {claim.locator}</>} ·{' '}
                <a href={buildSourceHref(frame.dossier.key, asked, claim.source.key)}>{t.sources.here}</a>.{' '}
                {words.claimNote}
              </>
            }
          />
        ))}
      </div>
    </div>
  )
}

function Reason({ view }: { view: RecommendationProps['view'] }) {
  const { current, standing, frame } = view
  if (current === null) return <>{words.notAssessed(isPast(frame))}</>
  if (standing.kind === 'unknown' && standing.reason === 'stale') {
    return (
      <>
        {words.lastAssessed(formatDate(current.effective), lowerFirst(getFindingWord(current.finding)))}{' '}
        {current.rationale}
      </>
    )
  }
  return <>{current.rationale}</>
}

function Terms({ view }: { view: RecommendationProps['view'] }) {
  const { current, standing, direction, left, reviewEveryMonths } = view
  const stale = standing.kind === 'unknown' && standing.reason === 'stale'
  const parts =
    current === null
      ? []
      : [
          words.effective(formatDate(current.effective)),
          words.confidence(getConfidenceWord(current.confidence)),
          stale
            ? words.staleSince(formatDate(current.staleFrom), reviewEveryMonths)
            : words.holds(formatDate(current.staleFrom)),
        ]
  return (
    <>
      {parts.join(' · ')}
      {direction !== null && (
        <>
          {' '}
          · <b>{words.directions[direction]}</b>
        </>
      )}
      {left !== null && <> {words.left(formatDate(left))}</>}
    </>
  )
}
