import type { Fact } from '@waymark/ui/facts'
import { Facts } from '@waymark/ui/facts'
import { Section } from '@waymark/ui/section'
import { buildPlace } from './address.ts'
import { MarkingText } from './marking.tsx'
import { t } from './messages.ts'
import { isPast } from './public-page.tsx'
import type { RecommendationProps } from './recommendation-page.tsx'
import { SourceCite } from './source-cite.tsx'
import { formatDate, getCaseStatusWord, lowerFirst } from './words.ts'

const words = t.recommendation

const joinNames = (actors: readonly { readonly name: string }[]) => actors.map(({ name }) => name).join('; ')

/** The text, marked where it is not the text as issued, and everything that fixes what it asks of whom. */
export function IssuedSection({ view, asked }: RecommendationProps) {
  const dossier = view.frame.dossier.key
  const facts: Fact[] = [
    {
      key: 'issued',
      term: words.issued,
      text:
        view.issuedBy.length === 0
          ? formatDate(view.issued)
          : words.issuedBy(formatDate(view.issued), joinNames(view.issuedBy)),
    },
    {
      key: 'source',
      term: words.source,
      text: <SourceCite source={view.source} locator={view.locator} dossier={dossier} asked={asked} />,
    },
    { key: 'addressees', term: words.addressees, text: joinNames(view.addressees) },
  ]
  if (view.responsible.length > 0)
    facts.push({ key: 'responsible', term: words.responsible, text: joinNames(view.responsible) })
  if (view.criterion !== null) facts.push({ key: 'criterion', term: words.criterion, text: view.criterion })
  facts.push({ key: 'review', term: words.review, text: words.reviewEvery(view.reviewEveryMonths) })
  if (view.lineage.length > 0)
    facts.push({ key: 'lineage', term: words.lineage, text: <Lineage view={view} asked={asked} /> })
  const cases = view.cases.filter(({ status }) => status !== null || !isPast(view.frame))
  if (cases.length > 0)
    facts.push({ key: 'cases', term: words.cases, text: <Cases view={{ ...view, cases }} asked={asked} /> })
  return (
    <Section id="issued" title={view.wording === 'as-issued' ? words.issuedTitle : words.readTitle}>
      <blockquote className="issued">{view.text}</blockquote>
      <MarkingText basis={view.basis} wording={view.wording} />
      <div className="gap-top">
        <Facts facts={facts} />
      </div>
    </Section>
  )
}

function Lineage({ view, asked }: Pick<RecommendationProps, 'view' | 'asked'>) {
  return view.lineage.map(({ kind, direction, ref, title, issued }) => (
    <span key={`${direction} ${kind} ${ref}`} className="line">
      {words.lineageWords[direction][kind]}{' '}
      <a href={buildPlace(view.frame.dossier.key, asked, `recommendations/${ref}`)}>{ref}</a>, {title} (
      {formatDate(issued)})
    </span>
  ))
}

function Cases({ view, asked }: Pick<RecommendationProps, 'view' | 'asked'>) {
  return view.cases.map(({ key, name, status }) => (
    <span key={key} className="line">
      <a href={`${buildPlace(view.frame.dossier.key, asked, 'cases')}#${key}`}>{name}</a>
      {status !== null && (
        <>, {words.caseSince(lowerFirst(getCaseStatusWord(status.status)), formatDate(status.date))}</>
      )}
    </span>
  ))
}
