import type { SourceRef } from '@waymark/api/common/refs.view'
import type { AskedCut } from './address.ts'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'
import { getTextLanguage, type Words } from './words.ts'

/** Where a source stands among the sources of the dossier. They are paged, so the address also searches for it. */
export function buildSourceHref(words: Words, dossier: string, asked: AskedCut, key: string): string {
  const { buildPlace } = words
  return `${buildPlace(dossier, asked, 'sources', { q: key })}#${key}`
}

/** A source's title in its own language, as a link to the document when there is one. */
export function SourceTitle({ source }: { source: SourceRef }) {
  const lang = getTextLanguage(source.language)
  return source.url === null ? (
    <cite lang={lang}>{source.title}</cite>
  ) : (
    <a href={source.url} lang={lang} rel="external">
      {source.title}
    </a>
  )
}

/** A source as it is cited: title, publisher, date, language, place in it, and the way to all that rests on it. */
export function SourceCite({
  source,
  locator,
  dossier,
  asked,
}: {
  source: SourceRef
  locator: string | null
  dossier: string
  asked: AskedCut
}) {
  const words = useWords()
  const { formatDate, getLanguageName, t } = words
  const name = getLanguageName(source.language)
  return (
    <>
      <SourceTitle source={source} />, <Text>{source.publisher}</Text>, {formatDate(source.date)}
      {name !== null && <>, {t.recommendation.inLanguage(name)}</>}
      {locator !== null && (
        <>
          : <Text>{locator}</Text>
        </>
      )}{' '}
      ·{' '}
      <a href={buildSourceHref(words, dossier, asked, source.key)}>
        {t.sources.here}
        <span className="vh">: {source.title}</span>
      </a>
    </>
  )
}
