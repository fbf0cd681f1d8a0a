import { isRouteErrorResponse } from '@remix-run/react'
import type { LinksFunction } from '@remix-run/server-runtime'
import type { Frame } from '@waymark/api/common/frame.view'
import { dataLicence } from '@waymark/exchange/open-data/catalogue'
import { getErrorText } from '@waymark/messages/errors'
import { getDataMessages } from '@waymark/messages/public-data'
import { type AskedCut, buildHref, getCut, type Parameters } from '../../components/public/address.ts'
import { getWords } from '../../components/public/get-words.ts'
import styles from '../../components/public/public.css?url'
import type { Words } from '../../components/public/words.ts'
import { cardSize, getAlternative, hideBeforeRecord, type Picture } from '../../pictures/picture.ts'

export const publicLinks: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

/** What the data of a page of a dossier have; others have no frame. */
type Page = { readonly view?: { readonly frame: Frame; readonly ref?: unknown } }

type HeadLink = { tagName: 'link'; rel: string; type?: string; href: string; title?: string }
type Descriptor =
  | { title: string }
  | { name: string; content: string }
  | { property: string; content: string }
  | HeadLink

/** Where programs find what is new, what describes the data, and under which licence they stand. */
function buildHeadLinks({ language }: Words, { frame, ref }: NonNullable<Page['view']>): HeadLink[] {
  const { key, title } = frame.dossier
  const { feed } = getDataMessages(language)
  const query = language === 'en' ? '' : `?lang=${language}`
  const atom = (path: string, name: string): HeadLink => ({
    tagName: 'link',
    rel: 'alternate',
    type: 'application/atom+xml',
    href: `/${key}${path}/feed.atom${query}`,
    title: feed.title(name),
  })
  return [
    atom('', title),
    ...(typeof ref === 'string' ? [atom(`/recommendations/${ref}`, `${title}: ${ref}`)] : []),
    { tagName: 'link', rel: 'describedby', type: 'application/ld+json', href: `/${key}/dataset.jsonld` },
    { tagName: 'link', rel: 'license', href: dataLicence.url },
  ]
}

/** A page's card: what is drawn, and what of its address decides it. */
export type Card = {
  readonly picture: Picture
  /** Scheme and host of the installation: who shows a link asks for its picture by the whole address. */
  readonly origin: string
  readonly asked?: AskedCut
  readonly kept?: Parameters
}

function buildCardTags(words: Words, { picture, origin, asked = {}, kept = {} }: Card): Descriptor[] {
  const { frame, place } = picture
  const shown = hideBeforeRecord(words, picture)
  const path = `/${frame.dossier.key}/${place === '' ? '' : `${place}/`}card.png`
  const image = `${origin}${buildHref(words.localise(path), kept, getCut(asked))}`
  return [
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: words.t.brand },
    { property: 'og:title', content: shown.title },
    { property: 'og:image', content: image },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: String(cardSize.width) },
    { property: 'og:image:height', content: String(cardSize.height) },
    { property: 'og:image:alt', content: getAlternative(words, shown) },
    { name: 'twitter:card', content: 'summary_large_image' },
  ]
}

type MetaArgs<Data> = {
  readonly data: Data | undefined
  readonly error?: unknown
  readonly matches: readonly { readonly id: string; readonly data: unknown }[]
}

/** The language that the root's loader found in the address. */
function getLanguage(matches: MetaArgs<unknown>['matches']): string {
  const data = matches.find(({ id }) => id === 'root')?.data
  const language = typeof data === 'object' && data !== null && 'language' in data ? data.language : 'en'
  return String(language)
}

/**
 * The title of the document: page, dossier, day shown, and a description that says it with what the site is; for an error, the
 * words of its status and nothing of the page.
 *
 * @param getName the page's own name; its data are not there when the page failed
 * @param getCard what goes as a picture with a link to the page; left out where nothing does
 */
export const buildMeta =
  <Data extends object>(
    getName: (words: Words, data: Data | undefined) => string,
    getCard?: (words: Words, data: Data) => Card | null,
  ) =>
  ({ data, error, matches }: MetaArgs<Data>): Descriptor[] => {
    const words = getWords(getLanguage(matches))
    const { t, formatDate, language } = words
    if (error !== undefined && error !== null) {
      const { title } = getErrorText(isRouteErrorResponse(error) ? error.status : 500, language)
      return [{ title: `${title} · ${t.brand}` }]
    }
    const view = (data as Page | undefined)?.view
    const frame = view?.frame
    const parts = frame === undefined ? [] : [frame.dossier.title, formatDate(frame.cut.asOf)]
    const said = [getName(words, data), ...parts]
    const card = data === undefined ? null : (getCard?.(words, data) ?? null)
    return [
      { title: [...said, t.brand].join(' · ') },
      { name: 'description', content: `${said.join(', ')}. ${t.dossiers.lead}` },
      ...(view?.frame === undefined ? [] : buildHeadLinks(words, view)),
      ...(card === null ? [] : buildCardTags(words, card)),
    ]
  }
