import { Writable } from 'node:stream'
import { RemixServer } from '@remix-run/react'
import type { AppLoadContext, EntryContext } from '@remix-run/server-runtime'
import type { ReactElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { DocumentContext } from './document-scope.ts'
import { buildContentPolicy } from './http/content-policy.ts'

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

/** The whole document, or the error that kept it from being one. Nothing is sent before it is complete. */
const renderDocument = (element: ReactElement, signal: AbortSignal, report: (error: unknown) => void) =>
  new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const chunks: Buffer[] = []
    const sink = new Writable({
      write: (chunk: Uint8Array, _, done) => {
        // React sends its buffer whole where a letter of several bytes did not fit into the last of it: what follows are zeros.
        chunks.push(Buffer.from(chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk))
        done()
      },
      final: (done) => {
        resolve(Buffer.concat(chunks))
        done()
      },
    })
    const stop = () => stream.abort(signal.reason)
    const stream = renderToPipeableStream(element, {
      onAllReady: () => {
        signal.removeEventListener('abort', stop)
        stream.pipe(sink)
      },
      onShellError: reject,
      onError: report,
    })
    signal.addEventListener('abort', stop, { once: true })
  })

/** Renders a page completely, with the policy that fits it: no script, unless one of its routes asked for it. */
export default async function renderPage(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, language, reportError }: AppLoadContext,
): Promise<Response> {
  const script = asksFor('script', remixContext)
  const isEmbed = asksFor('embed', remixContext)
  const { origin, pathname, search } = new URL(request.url)
  const scope = {
    language,
    address: `${pathname}${search}`,
    origin: isPublicPage(remixContext) ? origin : null,
    nonce,
    script,
  }
  const document = (
    <DocumentContext.Provider value={scope}>
      <RemixServer context={remixContext} url={request.url} nonce={nonce} />
    </DocumentContext.Provider>
  )
  const html = await renderDocument(document, request.signal, (error) => {
    if (!request.signal.aborted) reportError(error)
  })
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-length', String(html.length))
  headers.set('content-language', language)
  headers.set(
    'content-security-policy',
    buildContentPolicy(script ? nonce : undefined, isEmbed ? '*' : "'none'"),
  )
  // Pages of other sites show it, also those that admit only what says that it may be.
  if (isEmbed) headers.set('cross-origin-resource-policy', 'cross-origin')
  return new Response(html, { status, headers })
}

/** Called by Remix for what loaders, actions and components throw, refusals (responses) excepted. */
export const handleError = (
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void => {
  if (!request.signal.aborted) context.reportError(error)
}
