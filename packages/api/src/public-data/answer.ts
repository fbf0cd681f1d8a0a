import { createHash } from 'node:crypto'
import { dataLicence } from '@waymark/exchange/open-data/catalogue'

/** An answer that is sent: `filename` where it is to be kept as a file rather than shown. */
export type Body = {
  readonly bytes: string | Uint8Array<ArrayBuffer>
  readonly mediaType: string
  readonly filename?: string
}

/**
 * A body with its tag, its licence and where it is described (RFC 8288).
 *
 * @param pinned true where the address names a state that nothing can change but a withdrawal
 * @param describedBy addresses of what describes the data, with their media types
 */
export function buildAnswer(
  request: Request,
  { bytes, mediaType, filename }: Body,
  {
    pinned,
    describedBy,
  }: { pinned: boolean; describedBy: readonly (readonly [href: string, type: string])[] },
): Response {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`
  const headers = {
    etag,
    // A case can be withdrawn from the public at any time and has to be gone within minutes: nothing is ever "immutable".
    'cache-control': pinned ? 'public, max-age=120' : 'public, no-cache',
    'access-control-allow-origin': '*',
    link: [
      `<${dataLicence.url}>; rel="license"`,
      ...describedBy.map(([href, type]) => `<${href}>; rel="describedby"; type="${type}"`),
    ].join(', '),
  }
  const asked = request.headers.get('if-none-match') ?? ''
  if (asked.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers })
  return new Response(bytes, {
    headers: {
      ...headers,
      'content-type': mediaType,
      ...(filename === undefined ? {} : { 'content-disposition': `attachment; filename="${filename}"` }),
    },
  })
}
