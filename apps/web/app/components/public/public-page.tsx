import type { Frame } from '@waymark/api/common/frame.view'
import { formatInstant } from '@waymark/kernel/instant'
import { MarkSprite } from '@waymark/ui/marks'
import { Note } from '@waymark/ui/note'
import { PageHead } from '@waymark/ui/section'
import type { ReactNode } from 'react'
import type { AskedCut, Parameters } from './address.ts'
import { BeforeRecord } from './before-record.tsx'
import { DateSection } from './date-section.tsx'
import { PageFooter, type PublicFormat } from './page-footer.tsx'
import { PublicMasthead } from './public-masthead.tsx'
import { OwnTextsContext } from './text.tsx'
import { getTranslations } from './translate-view.ts'
import { OriginalsSection, TranslatedScope, TranslatedText } from './translated.tsx'
import { useWords } from './use-words.ts'

export type Place =
  | 'scorecard'
  | 'recommendations'
  | 'linkage'
  | 'milestones'
  | 'timeline'
  | 'changes'
  | 'cases'
  | 'rounds'
  | 'sources'
  | 'method'
  | 'editions'
  | 'data'

/** What a page is in its dossier, beside what it shows. */
export type PageFrame = {
  readonly frame: Frame
  readonly asked: AskedCut
  /** Scheme and host of the installation, for addresses that are cited. */
  readonly origin: string
}

/** True when the day shown is over: then everything is told in the past tense. */
export const isPast = ({ cut, today }: Frame): boolean => cut.asOf < today

/** True when the cut-off lies before the first entry: there was no record, which is not the same as an empty one. */
export const isBeforeRecord = ({ cut, beginsAt }: Frame): boolean =>
  formatInstant(cut.knownAt) < formatInstant(beginsAt)

/**
 * Around every page of a dossier: masthead, the finding as a sentence, the dossier's note, the date and record
 * controls, and at the foot what is shown, by which method, how to cite it and how to take its data.
 *
 * @param place path below the dossier, for links and downloads: `recommendations/KZ-2013-04`, empty for the scorecard
 * @param kept filters of the page, carried by the date control and the citation
 * @param page the page's name in a citation
 * @param dates what chooses the moments shown, where that is more than one day
 * @param formats file endings under which the same address gives data
 */
export function PublicPage({
  frame,
  asked,
  origin,
  here,
  place,
  kept = {},
  page,
  formats,
  over,
  title,
  lead,
  figure,
  note = true,
  rail = false,
  dates,
  frozen = false,
  edition,
  alternative,
  children,
}: PageFrame & {
  here: Place
  place: string
  kept?: Parameters
  page: string
  formats: readonly PublicFormat[]
  over: ReactNode
  title: ReactNode
  lead?: ReactNode
  figure?: ReactNode
  note?: boolean
  rail?: boolean
  dates?: ReactNode
  /** True where the address alone names a state for good: an edition. */
  frozen?: boolean
  /** The edition that the page shows, for its citation. */
  edition?: { readonly id: string; readonly hash: string } | undefined
  /** What a picture of the page shows, in words; left out where there is none. */
  alternative?: string | undefined
  children: ReactNode
}) {
  const { buildPlace, t } = useWords()
  const before = isBeforeRecord(frame)
  const own = new Set(getTranslations({ frame }).map(({ text }) => text))
  return (
    <OwnTextsContext.Provider value={own}>
      <TranslatedScope texts={frame.cut.texts}>
        <MarkSprite />
        <PublicMasthead frame={frame} asked={asked} here={here} />
        <main id="main" className="wrap">
          {before ? (
            <BeforeRecord
              frame={frame}
              over={over}
              href={buildPlace(frame.dossier.key, { ...asked, knownAt: undefined }, place, kept)}
            />
          ) : (
            <>
              <PageHead over={over} title={title} lead={lead} />
              {figure}
              {note && frame.dossier.note !== null && (
                <Note id="note" title={t.noteTitle}>
                  <p>
                    <TranslatedText>{frame.dossier.note}</TranslatedText>
                  </p>
                </Note>
              )}
            </>
          )}
          {dates ?? (
            <DateSection frame={frame} asked={asked} place={place} kept={kept} rail={rail && !before} />
          )}
          {!before && children}
          {!before && <OriginalsSection texts={frame.cut.texts} />}
        </main>
        <PageFooter
          frame={frame}
          asked={asked}
          origin={origin}
          place={place}
          kept={kept}
          page={page}
          formats={formats}
          frozen={frozen}
          edition={edition}
          alternative={alternative}
        />
      </TranslatedScope>
    </OwnTextsContext.Provider>
  )
}
