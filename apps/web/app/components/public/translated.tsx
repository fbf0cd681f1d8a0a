import type { PublicText } from '@waymark/api/common/cut'
import { getUtcDay } from '@waymark/kernel/instant'
import { Section } from '@waymark/ui/section'
import { createContext, type ReactNode, useContext } from 'react'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

/** The translations of a page by what they say; `place` names the entry at the foot that has the original. */
const TranslatedContext = createContext<ReadonlyMap<string, { place: number; isOutdated: boolean }>>(
  new Map(),
)

export function TranslatedScope({
  texts = [],
  children,
}: {
  texts: readonly PublicText[] | undefined
  children: ReactNode
}) {
  const found = new Map(
    texts.map(({ text, outdatedSince }, i) => [text, { place: i + 1, isOutdated: outdatedSince !== null }]),
  )
  return <TranslatedContext.Provider value={found}>{children}</TranslatedContext.Provider>
}

/** Says of a text that it is a translation, and whether it is out of date, and leads to the original; nothing of any other. */
export function TranslationMark({ of }: { of: string }) {
  const { t } = useWords()
  const found = useContext(TranslatedContext).get(of)
  if (found === undefined) return null
  const { marker, outdated } = t.translated
  return (
    <>
      {' '}
      <a className={found.isOutdated ? 'badge nowrap' : 'tiny nowrap'} href={`#original-${found.place}`}>
        {found.isOutdated ? outdated : marker}
      </a>
    </>
  )
}

/** A text, and that it is a translation where it is one. `known`: the language of the source that it quotes. */
export function TranslatedText({ children, known = null }: { children: string; known?: string | null }) {
  return (
    <>
      <Text known={known}>{children}</Text>
      <TranslationMark of={children} />
    </>
  )
}

/** At the foot of a page: every text of it that is shown in translation, with what its original says. */
export function OriginalsSection({ texts = [] }: { texts: readonly PublicText[] | undefined }) {
  const { formatDate, t } = useWords()
  if (texts.length === 0) return null
  const copy = t.translated
  return (
    <Section id="originals" title={copy.title} note={copy.help}>
      <ol className="originals">
        {texts.map(({ kind, key, field, original, originalLanguage, text, outdatedSince }, i) => (
          <li key={`${kind} ${key} ${field} ${original}`} id={`original-${i + 1}`}>
            <Text known={originalLanguage}>{original}</Text>
            <span className="tiny quiet line">{text}</span>
            {outdatedSince !== null && (
              <span className="tiny line">
                <b>{copy.since(formatDate(getUtcDay(outdatedSince)))}</b>
              </span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
