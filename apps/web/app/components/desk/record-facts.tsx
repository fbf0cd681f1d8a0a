import { Facts } from '@waymark/ui/facts'
import { Finding } from '@waymark/ui/finding'
import { MarkWord } from '@waymark/ui/marks'
import { LinkGates } from './link-gates.tsx'
import { useDeskWords } from './use-desk-words.ts'
import type { RecordDetail } from './views.ts'

/** The finding in force, or what stands in its place. */
export function RecordFinding({ detail }: { detail: RecordDetail }) {
  const { formatDate, getConfidenceWord, getFindingWord, getStandingWord, lowerFirst, t } = useDeskWords()
  const copy = t.desk.record
  const { current, standing } = detail
  const shown = getStandingWord(standing)
  if (current === null) return <Finding id="now" title={copy.now} {...shown} reason={copy.noFinding} />
  const stale = standing.kind === 'unknown' && standing.reason === 'stale'
  const was = getFindingWord(current.finding).word
  return (
    <Finding
      id="now"
      title={copy.now}
      {...shown}
      reason={current.rationale}
      terms={
        <>
          {stale && copy.outOfDate(formatDate(current.staleFrom), lowerFirst(was))}
          {copy.from} {formatDate(current.effective)}, {lowerFirst(copy.confidence)}{' '}
          {getConfidenceWord(current.confidence)}, {copy.evidenceCount(current.evidence.length)}.
        </>
      }
    />
  )
}

const listNames = (actors: RecordDetail['addressees']) => actors.map(({ name }) => name).join('; ')

/** What was asked, as issued, and the terms it is measured by. */
export function RecordAsk({ detail }: { detail: RecordDetail }) {
  const { formatDate, getStandingWord, t } = useDeskWords()
  const copy = t.desk.record
  const { source, locator } = detail
  const facts = [
    { key: 'area', term: copy.area, text: detail.area.title },
    { key: 'issued', term: copy.issued, text: `${formatDate(detail.issued)}, ${listNames(detail.issuedBy)}` },
    { key: 'to', term: copy.addressees, text: listNames(detail.addressees) },
    ...(detail.responsible.length === 0
      ? []
      : [{ key: 'body', term: copy.responsible, text: listNames(detail.responsible) }]),
    ...(detail.criterion === null
      ? []
      : [{ key: 'criterion', term: copy.criterion, text: detail.criterion }]),
    {
      key: 'source',
      term: copy.source,
      text: (
        <>
          {source.url === null ? source.title : <a href={source.url}>{source.title}</a>}
          {locator === null ? '' : `, ${locator}`}
        </>
      ),
    },
    { key: 'review', term: copy.reviewEvery, text: copy.reviewMonths(detail.reviewEveryMonths) },
    { key: 'version', term: copy.versionTerm, text: detail.version },
    ...detail.steps.map((step, index) => ({
      key: step.key,
      term: `${copy.step} ${index + 1}`,
      text: (
        <>
          {step.text} <MarkWord {...getStandingWord(step.standing)} />
        </>
      ),
    })),
  ]
  return (
    <section className="part" aria-labelledby="ask">
      <h2 id="ask">{copy.facts}</h2>
      <p className="ask">{detail.text}</p>
      <Facts facts={facts} />
    </section>
  )
}

/** What hangs on it. */
export function RecordGates({ detail }: { detail: RecordDetail }) {
  const { t } = useDeskWords()
  const copy = t.desk.record
  return (
    <section className="part" aria-labelledby="gates">
      <h2 id="gates">{copy.gates}</h2>
      {detail.gates.length === 0 ? (
        <p className="quiet">{copy.noGates}</p>
      ) : (
        <LinkGates
          dossier={detail.frame.dossier.key}
          gates={detail.gates}
          by="milestone"
          caption={copy.gates}
        />
      )}
    </section>
  )
}
