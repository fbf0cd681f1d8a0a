import { RemixServer } from '@remix-run/react'
import type { AppLoadContext, EntryContext } from '@remix-run/server-runtime'
import { deskCatalogues } from '@waymark/messages/desk'
import { parsePageAddress } from '../server/page-address.ts'
import { keepDeskCatalogue } from './components/desk/get-desk-words.ts'
import { DocumentContext } from './document-scope.ts'
import { buildContentPolicy } from './http/content-policy.ts'
import { formatHeadHints } from './http/head-hints.ts'
import { renderDocument, renderStaticDocument } from './http/render-document.ts'
import { pageFonts } from './page-fonts.ts'

for (const catalogue of Object.values(deskCatalogues)) keepDeskCatalogue(catalogue)

/** True when the page was found and one of its routes asks for it in its `handle`. */
const asksFor = (name: 'script' | 'embed', { staticHandlerContext, routeModules }: EntryContext): boolean =>
  staticHandlerContext.errors === null &&
  staticHandlerContext.matches.some(({ route }) => {
    const handle = routeModules[route.id]?.handle as Readonly<Record<string, unknown>> | undefined
    return handle?.[name] === true
  })

/** True for a public page that was found: what may be listed under its address in each language. */
const isPublicPage = ({ staticHandlerContext }: EntryContext): boolean =>
  staticHandlerContext.errors === null &&
  staticHandlerContext.matches.some(({ route }) => route.id.startsWith('routes/public/'))

/** The style sheets of a page that was found, in the order in which its head names them. */
const listSheets = ({ staticHandlerContext, routeModules }: EntryContext): string[] =>
  staticHandlerContext.errors !== null
    ? []
    : staticHandlerContext.matches
        .flatMap(({ route }) => routeModules[route.id]?.links?.() ?? [])
        .flatMap((link) => ('rel' in link && link.rel === 'stylesheet' && link.href ? [link.href] : []))

/** Renders a page completely, with the policy that fits it: no script, unless one of its routes asked for it. */
export default async function renderPage(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, language, buildAnswer, reportError }: AppLoadContext,
): Promise<Response> {
  const script = asksFor('script', remixContext)
  const isEmbed = asksFor('embed', remixContext)
  const { origin, pathname, search } = new URL(request.url)
  const scope = {
    language,
    address: `${parsePageAddress(pathname).path}${search}`,
    origin: isPublicPage(remixContext) ? origin : null,
    nonce,
    script,
  }
  const document = (context: EntryContext) => (
    <DocumentContext.Provider value={scope}>
      <RemixServer context={context} url={request.url} nonce={nonce} />
    </DocumentContext.Provider>
  )
  // Without a script nobody reads the data that it would find in the document.
  const { serverHandoffStream: _, ...withoutData } = remixContext
  const html = script
    ? await renderDocument(document(remixContext), request.signal, (error) => {
        if (!request.signal.aborted) reportError(error)
      })
    : renderStaticDocument(document(withoutData))
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-length', String(html.length))
  headers.set('content-language', language)
  headers.set(
    'content-security-policy',
    buildContentPolicy(script ? nonce : undefined, isEmbed ? '*' : "'none'"),
  )
  const sheets = listSheets(remixContext)
  if (sheets.length > 0) headers.set('link', formatHeadHints(sheets, pageFonts[language]))
  // Pages of other sites show it, also those that admit only what says that it may be.
  if (isEmbed) headers.set('cross-origin-resource-policy', 'cross-origin')
  return buildAnswer(html, { status, headers })
}

/** Called by Remix for what loaders, actions and components throw, refusals (responses) excepted. */
export const handleError = (
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void => {
  if (!request.signal.aborted) context.reportError(error)
}
