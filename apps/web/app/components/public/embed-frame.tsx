import type { Frame } from '@waymark/api/common/frame.view'
import { getUtcDay } from '@waymark/kernel/instant'
import { MarkSprite } from '@waymark/ui/marks'
import type { ReactNode } from 'react'
import { type AskedCut, buildHref, getCut } from './address.ts'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

/**
 * A view as it stands inside the page of somebody else: what it says, and under it whose figure it is, of which day, method and
 * cut-off, with the way to the whole page.
 *
 * @param place path of the whole page below the dossier; empty for the scorecard
 */
export function EmbedFrame({
  frame,
  asked,
  place,
  picture = place,
  over,
  title,
  children,
}: {
  frame: Frame
  asked: AskedCut
  place: string
  /** Path of the picture below the dossier, where it is another. */
  picture?: string
  over: ReactNode
  title: ReactNode
  children: ReactNode
}) {
  const { buildPlace, formatDate, localise, t } = useWords()
  const { dossier, cut } = frame
  return (
    <>
      <MarkSprite />
      <main id="main" className="embed">
        <p className="small quiet">{over}</p>
        <h1>{title}</h1>
        {children}
        <p className="tiny quiet gap-top">
          <a href={buildPlace(dossier.key, asked, place)} target="_blank" rel="noopener">
            {t.brand}: <Text>{dossier.title}</Text>
          </a>
          , {t.embed.state(formatDate(cut.asOf), formatDate(getUtcDay(cut.knownAt)), cut.method)}.
          CC&nbsp;BY&nbsp;4.0.{' '}
          {(['svg', 'png'] as const).map((ending) => (
            <span key={ending}>
              {' '}
              <a
                href={localise(
                  buildHref(
                    `/embed/${dossier.key}${picture === '' ? '' : `/${picture}`}.${ending}`,
                    getCut(asked),
                  ),
                )}
                target="_blank"
                rel="noopener"
              >
                {ending.toUpperCase()}
              </a>
            </span>
          ))}
        </p>
      </main>
    </>
  )
}
