import type { Fact } from '@waymark/ui/facts'
import { Facts } from '@waymark/ui/facts'
import { Section } from '@waymark/ui/section'
import { MarkingText } from './marking.tsx'
import { isPast } from './public-page.tsx'
import type { RecommendationProps } from './recommendation-page.tsx'
import { SourceCite } from './source-cite.tsx'
import { Text } from './text.tsx'
import { TranslatedText } from './translated.tsx'
import { useWords } from './use-words.ts'

const joinNames = (actors: readonly { readonly name: string }[]) => actors.map(({ name }) => name).join('; ')

/** The text, marked where it is not the text as issued, and everything that fixes what it asks of whom. */
export function IssuedSection({ view, asked }: RecommendationProps) {
  const { formatDate, t } = useWords()
  const copy = t.recommendation
  const dossier = view.frame.dossier.key
  const facts: Fact[] = [
    {
      key: 'issued',
      term: copy.issued,
      text:
        view.issuedBy.length === 0
          ? formatDate(view.issued)
          : copy.issuedBy(formatDate(view.issued), joinNames(view.issuedBy)),
    },
    {
      key: 'source',
      term: copy.source,
      text: <SourceCite source={view.source} locator={view.locator} dossier={dossier} asked={asked} />,
    },
    { key: 'addressees', term: copy.addressees, text: <Text>{joinNames(view.addressees)}</Text> },
  ]
  if (view.responsible.length > 0)
    facts.push({
      key: 'responsible',
      term: copy.responsible,
      text: <Text>{joinNames(view.responsible)}</Text>,
    })
  if (view.criterion !== null)
    facts.push({
      key: 'criterion',
      term: copy.criterion,
      text: <TranslatedText>{view.criterion}</TranslatedText>,
    })
  facts.push({ key: 'review', term: copy.review, text: copy.reviewEvery(view.reviewEveryMonths) })
  if (view.lineage.length > 0)
    facts.push({ key: 'lineage', term: copy.lineage, text: <Lineage view={view} asked={asked} /> })
  const cases = view.cases.filter(({ status }) => status !== null || !isPast(view.frame))
  if (cases.length > 0)
    facts.push({ key: 'cases', term: copy.cases, text: <Cases view={{ ...view, cases }} asked={asked} /> })
  return (
    <Section id="issued" title={view.wording === 'as-issued' ? copy.issuedTitle : copy.readTitle}>
      <blockquote className="issued">
        <TranslatedText known={view.wording === 'as-issued' ? view.source.language : null}>
          {view.text}
        </TranslatedText>
      </blockquote>
      <MarkingText basis={view.basis} wording={view.wording} />
      <div className="gap-top">
        <Facts facts={facts} />
      </div>
    </Section>
  )
}

function Lineage({ view, asked }: Pick<RecommendationProps, 'view' | 'asked'>) {
  const { buildPlace, formatDate, t } = useWords()
  const copy = t.recommendation
  return view.lineage.map(({ kind, direction, ref, title, issued }) => (
    <span key={`${direction} ${kind} ${ref}`} className="line">
      {copy.lineageWords[direction][kind]}{' '}
      <a href={buildPlace(view.frame.dossier.key, asked, `recommendations/${ref}`)}>{ref}</a>,{' '}
      <Text>{title}</Text> ({formatDate(issued)})
    </span>
  ))
}

function Cases({ view, asked }: Pick<RecommendationProps, 'view' | 'asked'>) {
  const { buildPlace, formatDate, getCaseStatusWord, lowerFirst, t } = useWords()
  const copy = t.recommendation
  return view.cases.map(({ key, name, status }) => (
    <span key={key} className="line">
      <a href={`${buildPlace(view.frame.dossier.key, asked, 'cases')}#${key}`}>
        <Text>{name}</Text>
      </a>
      {status !== null && (
        <>, {copy.caseSince(lowerFirst(getCaseStatusWord(status.status)), formatDate(status.date))}</>
      )}
    </span>
  ))
}
