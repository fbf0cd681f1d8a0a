import type { Frame } from '@waymark/api/common/frame.view'
import { getUtcDay } from '@waymark/kernel/instant'
import { Footer } from '@waymark/ui/footer'
import { type AskedCut, buildPlace as buildDataPlace, buildHref, getCut, type Parameters } from './address.ts'
import { buildEmbedCode } from './embed-code.ts'
import { SiteLinks } from './site-links.tsx'
import { useWords } from './use-words.ts'

/** Formats in which a page can be had as data: those with a table in all of them. */
export type PublicFormat = 'csv' | 'xlsx' | 'json'

/** What every view owes its reader. The permalink names the whole cut, also what the reader left to its default. */
export function PageFooter({
  frame,
  asked,
  origin,
  place,
  kept,
  page,
  formats,
  frozen = false,
}: {
  frame: Frame
  asked: AskedCut
  origin: string
  place: string
  kept: Parameters
  page: string
  formats: readonly PublicFormat[]
  /** True where the address alone names a state for good. */
  frozen?: boolean
}) {
  const { buildPlace, formatDate, formatInstantWords, t } = useWords()
  const { dossier, cut } = frame
  const path = buildPlace(dossier.key, {}, place)
  // Data are in no language, and are addressed without one.
  const dataPath = buildDataPlace(dossier.key, {}, place)
  const name = dataPath.split('/').at(-1)
  const permalink = frozen ? buildHref(path, kept) : buildHref(path, kept, getCut(cut))
  const embed = buildEmbedCode(origin, place, permalink, `${t.brand}: ${dossier.title}, ${page}`)
  return (
    <Footer
      words={{ read: t.footer.read, cite: t.footer.cite, data: t.footer.data }}
      facts={[
        { key: 'shows', term: t.footer.shows, text: t.footer.showsWorld(formatDate(cut.asOf)) },
        { key: 'known', term: t.footer.known, text: t.footer.knownCutoff(formatInstantWords(cut.knownAt)) },
        {
          key: 'method',
          term: t.footer.method,
          text: <a href={buildPlace(dossier.key, asked, 'method')}>{cut.method}</a>,
        },
      ]}
      citation={
        <>
          {t.footer.citation(
            dossier.title,
            page,
            formatDate(cut.asOf),
            formatDate(getUtcDay(cut.knownAt)),
            cut.method,
          )}{' '}
          <a href={permalink}>
            {origin}
            {permalink}
          </a>
        </>
      }
      formats={embed === null ? [] : [{ label: t.embed.title, note: t.embed.help, code: embed }]}
      downloads={formats.map((format) => ({
        href: buildHref(`${dataPath}.${format}`, kept, getCut(asked)),
        label: `${name}.${format}`,
        note: t.footer[format],
      }))}
      colophon={<SiteLinks />}
    />
  )
}
