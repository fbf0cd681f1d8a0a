import type { Frame } from '@waymark/api/common/frame.view'
import { dataLicence } from '@waymark/exchange/open-data/catalogue'
import { buildBibtex, buildCslJson, type Citation } from '@waymark/exchange/open-data/citation'
import { getUtcDay } from '@waymark/kernel/instant'
import { briefMessages } from '@waymark/messages/brief'
import { getDataMessages } from '@waymark/messages/public-data'
import { Footer } from '@waymark/ui/footer'
import { type AskedCut, buildPlace as buildDataPlace, buildHref, getCut, type Parameters } from './address.ts'
import { buildEmbedCode, buildPictureCode } from './embed-code.ts'
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
  edition,
  alternative,
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
  /** The edition that the page belongs to, with its SHA-256. */
  edition?: Citation['edition'] | undefined
  /** What a picture of the page shows, in words; left out where there is none. */
  alternative?: string | undefined
}) {
  const { buildPlace, formatDate, formatInstantWords, language, t } = useWords()
  const d = getDataMessages(language)
  const { dossier, cut } = frame
  const path = buildPlace(dossier.key, {}, place)
  // Data are in no language, and are addressed without one.
  const dataPath = buildDataPlace(dossier.key, {}, place)
  const name = dataPath.split('/').at(-1)
  const permalink = frozen ? buildHref(path, kept) : buildHref(path, kept, getCut(cut))
  const embed = buildEmbedCode(origin, place, permalink, `${t.brand}: ${dossier.title}, ${page}`)
  const picture = alternative === undefined ? null : buildPictureCode(origin, place, permalink, alternative)
  const cited: Citation = {
    url: `${origin}${permalink}`,
    title: `${dossier.title}: ${page}`,
    publisher: t.brand,
    asOf: cut.asOf,
    knownAt: cut.knownAt,
    method: cut.method,
    ...(edition === undefined ? {} : { edition }),
  }
  // Editions have no files beside their own, and one case is no table.
  const buildFile = (ending: string) =>
    /^(?:editions|cases\/)/.test(place)
      ? {}
      : { file: { label: `${name}.${ending}`, href: buildHref(`${dataPath}.${ending}`, kept, getCut(cut)) } }
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
          </a>{' '}
          {edition !== undefined && `${d.cite.edition(edition.id, edition.hash)} `}
          <a rel="license" href={dataLicence.url}>
            {d.cite.licence}
          </a>
        </>
      }
      formats={[
        ...(embed === null ? [] : [{ label: t.embed.title, note: t.embed.help, code: embed }]),
        ...(picture === null ? [] : [{ label: t.embed.picture, note: t.embed.pictureHelp, code: picture }]),
        {
          label: d.cite.bibtex,
          code: buildBibtex(cited),
          ...buildFile('bib'),
        },
        {
          label: d.cite.csl,
          code: buildCslJson(cited),
          ...buildFile('csl.json'),
        },
      ]}
      downloads={[
        ...formats.map((format) => ({
          href: buildHref(`${dataPath}.${format}`, kept, getCut(asked)),
          label: `${name}.${format}`,
          note: t.footer[format],
        })),
        ...listBriefs(place).map(({ path: brief, format }) => ({
          href: buildHref(buildDataPlace(dossier.key, {}, brief), {
            ...getCut(asked),
            lang: language === 'en' ? undefined : language,
          }),
          label: `brief.${format}`,
          note: briefMessages[language].downloads[format],
        })),
        { href: buildPlace(dossier.key, asked, 'data'), label: d.page.name, note: d.page.about },
        {
          href: `/${dossier.key}/feed.atom${language === 'en' ? '' : `?lang=${language}`}`,
          label: 'feed.atom',
          note: d.page.links.feed,
        },
      ]}
      colophon={<SiteLinks />}
    />
  )
}

/** The files of a page that has a brief: the scorecard, and a milestone. */
const listBriefs = (place: string) =>
  place === '' || /^milestones\/[^/]+$/.test(place)
    ? (['pdf', 'docx'] as const).map((format) => ({
        path: `${place === '' ? '' : `${place}/`}brief.${format}`,
        format,
      }))
    : []
