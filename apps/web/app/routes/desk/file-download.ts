import { type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { fileCopy } from '@waymark/api/features/file/file.input'
import { type RefusalCode, refusalStatus } from '@waymark/kernel/refusal'
import { parseReview } from './place.ts'
import { buildSignInHref, getPermitted } from './signed-in.ts'

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'text/html': 'html',
  'text/plain': 'txt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
}

/** The name under which a browser keeps a file: the one it came with, with the ending of what it was found to be. */
export function buildDisposition(name: string, id: number, mediaType: string): string {
  const ending = endings[mediaType] ?? 'bin'
  const stem = name.replace(/\.[A-Za-z0-9]{1,5}$/, '')
  const encoded = encodeURIComponent(`${stem}.${ending}`).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="evidence-${id}.${ending}"; filename*=UTF-8''${encoded}`
}

/**
 * The bytes of a file: the working copy, or with `copy=original` what came. Always something to keep and never a page: an
 * attachment of the type it was found to be, in a sandbox, that no cache holds on to.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'evidence.write')
  const { dossier, id } = parseReview(params)
  const copy = fileCopy.safeParse(new URL(request.url).searchParams.get('copy') ?? 'working')
  if (!copy.success) throw new Response(null, { status: 400 })
  const read = await context.files.read({ dossier, id, copy: copy.data })
  if (!read.ok) return buildRefusal(read.error, request)
  const { name, mediaType, bytes } = read.value
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
      'content-length': String(bytes.length),
      'content-disposition': buildDisposition(name, id, mediaType),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store, no-transform',
    },
  })
}

/** Plain words in place of the bytes. */
function buildRefusal(
  { code, message }: { readonly code: RefusalCode; readonly message: string },
  request: Request,
): Response {
  if (refusalStatus[code] === 401) return redirect(buildSignInHref(request))
  return new Response(message, {
    status: refusalStatus[code],
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
