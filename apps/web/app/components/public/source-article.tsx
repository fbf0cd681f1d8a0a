import type { ReactNode } from 'react'
import type { AskedCut } from './address.ts'
import { SourceTitle } from './source-cite.tsx'
import type { SourceList } from './sources-page.tsx'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

type Source = SourceList['sources'][number]

const getLocator = (locator: string | null) =>
  locator === null ? null : (
    <span className="quiet">
      : <Text>{locator}</Text>
    </span>
  )

/** A source and, by kind, everything that rests on it, each with the place in the source. */
export function SourceArticle({
  source,
  dossier,
  asked,
}: {
  source: Source
  dossier: string
  asked: AskedCut
}) {
  const {
    buildPlace,
    formatDate,
    getLanguageName,
    getSourceKindWord,
    getStanceWord,
    getUptakeWord,
    lowerFirst,
    t,
  } = useWords()
  const language = getLanguageName(source.language)
  const recommendation = (ref: string, text: ReactNode = ref) => (
    <a href={buildPlace(dossier, asked, `recommendations/${ref}`)}>{text}</a>
  )
  const groups: readonly (readonly [title: string, items: readonly ReactNode[]])[] = [
    [
      t.sources.recommendations,
      source.recommendations.map(({ ref, title, locator }) => (
        <>
          {recommendation(ref, <Text>{title}</Text>)} <span className="ref">{ref}</span>
          {getLocator(locator)}
        </>
      )),
    ],
    [
      t.sources.commitments,
      source.commitments.map(({ key, summary, date, actor, locator }) => (
        <>
          <span id={`statement-${key}`} className="serif">
            <Text>{summary}</Text>
          </span>{' '}
          <Text>{actor}</Text>, {formatDate(date)}
          {getLocator(locator)}
        </>
      )),
    ],
    [
      t.sources.evidence,
      source.evidence.map(({ ref, effective, stance, locator }) => (
        <>
          {recommendation(ref)}:{' '}
          {t.sources.evidenceFor(lowerFirst(getStanceWord(stance)), formatDate(effective))}
          {getLocator(locator)}
        </>
      )),
    ],
    [
      t.sources.uptake,
      source.uptake.map(({ ref, kind, date, locator }) => (
        <>
          {recommendation(ref)}: {lowerFirst(getUptakeWord(kind))}, {formatDate(date)}
          {getLocator(locator)}
        </>
      )),
    ],
    [
      t.sources.milestones,
      source.milestones.map(({ key, title, locator }) => (
        <>
          <a href={buildPlace(dossier, asked, `milestones/${key}`)}>
            <Text>{title}</Text>
          </a>
          {getLocator(locator)}
        </>
      )),
    ],
    [
      t.sources.rounds,
      source.rounds.map(({ key, title }) => (
        <a key={key} href={`${buildPlace(dossier, asked, 'rounds')}#${key}`}>
          <Text>{title}</Text>
        </a>
      )),
    ],
    [
      t.sources.claims,
      source.claims.map(({ ref, date, locator }) => (
        <>
          {recommendation(ref)}: {formatDate(date)}
          {getLocator(locator)}
        </>
      )),
    ],
    [
      t.sources.cases,
      source.cases.map(({ key, name }) => (
        <a key={key} href={`${buildPlace(dossier, asked, 'cases')}#${key}`}>
          <Text>{name}</Text>
        </a>
      )),
    ],
  ]
  const full = groups.filter(([, items]) => items.length > 0)
  return (
    <article className="card" id={source.key} aria-labelledby={`${source.key}-title`}>
      <h3 id={`${source.key}-title`}>
        <SourceTitle source={source} />
      </h3>
      <p className="tiny quiet">
        <Text>{source.publisher}</Text>, {formatDate(source.date)}
        {language !== null && <>, {t.recommendation.inLanguage(language)}</>} ·{' '}
        {getSourceKindWord(source.kind)}
      </p>
      {full.length === 0 && <p className="small quiet">{t.sources.restsNone}</p>}
      {full.map(([title, items]) => (
        <Group key={title} title={title} items={items} />
      ))}
    </article>
  )
}

const shownAtOnce = 6

/** A long list folds: what rests on one report can be half the record. */
function Group({ title, items }: { title: string; items: readonly ReactNode[] }) {
  const list = (
    <ul className="small lines">
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  )
  if (items.length <= shownAtOnce) {
    return (
      <>
        <h4 className="tiny">{title}</h4>
        {list}
      </>
    )
  }
  return (
    <details className="small">
      <summary>
        {title} ({items.length})
      </summary>
      {list}
    </details>
  )
}
