import type { AppLoadContext } from '@remix-run/server-runtime'
import { dataLicence } from '@waymark/exchange/open-data/catalogue'
import { getWords } from '../components/public/get-words.ts'
import type { Words } from '../components/public/words.ts'
import { drawPicture } from './compose.tsx'
import { hideBeforeRecord, type Picture } from './picture.ts'
import type { Theme } from './themes.ts'

/** Points of a picture's PNG for one of the drawing: sharp on screens that have two for one. */
const pictureScale = 2

/**
 * A view as the file that the address asks for: `card.png` goes with a link, any other `.svg` or `.png` stands in a page.
 *
 * @param build null where the view has no such part: answered 404
 */
export async function answerPicture(
  { request, context }: { request: Request; context: AppLoadContext },
  build: (words: Words) => Picture | null,
  theme: Theme = 'light',
): Promise<Response> {
  const words = getWords(context.language)
  const found = build(words)
  if (found === null) throw new Response(null, { status: 404 })
  const picture = hideBeforeRecord(words, found)
  const { typesetter, writePng } = context.pictures
  const { host, pathname } = new URL(request.url)
  const shape = pathname.endsWith('/card.png') ? 'card' : 'picture'
  const address = `${host}${words.buildPlace(picture.frame.dossier.key, {}, picture.place)}`
  const svg = drawPicture(words, picture, { typesetter, shape, theme, address })
  const headers = {
    'content-language': context.language,
    // Pages of other sites show it, also those that admit only what says that it may be.
    'cross-origin-resource-policy': 'cross-origin',
    link: `<${dataLicence.url}>; rel="license"`,
  }
  return pathname.endsWith('.svg')
    ? new Response(svg, { headers: { ...headers, 'content-type': 'image/svg+xml; charset=utf-8' } })
    : new Response(await writePng(svg, shape === 'card' ? 1 : pictureScale), {
        headers: { ...headers, 'content-type': 'image/png' },
      })
}
