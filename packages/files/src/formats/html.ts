import { refused } from '@waymark/kernel/result'
import { Parser } from 'htmlparser2'
import { formatText, type Inspected, TooMuch } from './inspection.ts'

/** What a web page begins with, after marks, spaces and comments. A fragment, an SVG or another XML is not a page. */
const beginning = /^<(?:!doctype\s+html|html|head|body)[\s>]/i

const blocks = new Set(
  'address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
)
const unread = new Set(
  'script style noscript template svg math iframe object embed applet select textarea'.split(' '),
)

/** The parser's work grows with the square of this; no page that people wrote comes near it. */
const maxDepth = 5000

/** The text of a page, or null when the bytes are not one: read leniently as browsers do, in the encoding that it declares. */
export function decodeHtml(bytes: Uint8Array, charset: string | null): string | null {
  const text = decode(bytes, charset)
  return text !== null && beginning.test(skipPrologue(text)) ? text : null
}

/** Steps over spaces, comments and declarations, one after the other: a pattern for this could be made to run for ever. */
function skipPrologue(text: string): string {
  let rest = text.slice(0, 20_000).trimStart()
  for (;;) {
    const close = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '>' : null
    const end = close === null ? -1 : rest.indexOf(close)
    if (close === null || end === -1) return rest.slice(0, 100)
    rest = rest.slice(end + close.length).trimStart()
  }
}

/**
 * A web page. Its working copy is its text: a page that strangers wrote is never shown as a page, and no sanitiser has to
 * be right for that. What was captured stays whole in the original.
 */
export function inspectHtml(page: string): Inspected {
  const parts: string[] = []
  let skipped = 0
  let depth = 0
  const parser = new Parser({
    onopentagname: (name) => {
      depth += 1
      if (depth > maxDepth) throw new TooMuch()
      if (unread.has(name)) skipped += 1
      else if (blocks.has(name)) parts.push(name === 'td' || name === 'th' ? '\t' : '\n')
    },
    ontext: (text) => {
      if (skipped === 0) parts.push(text.replace(/\s+/g, ' '))
    },
    onclosetag: (name) => {
      depth -= 1
      if (unread.has(name)) skipped -= 1
      else if (blocks.has(name)) parts.push('\n')
    },
  })
  parser.write(page)
  parser.end()
  const text = formatText(parts.join(''))
  if (text === null) return refused({ code: 'file-does-not-match-its-type', params: { type: 'HTML' } })
  const bytes = new TextEncoder().encode(`${text}\n`)
  return { ok: true, value: { mediaType: 'text/html', text, working: { bytes, mediaType: 'text/plain' } } }
}

/** By its mark, by what the server said, by what the page says, else UTF-8, else what Kazakh and Russian pages used before it. */
function decode(bytes: Uint8Array, charset: string | null): string | null {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const declared = /<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(start)?.[1]
  const text =
    decodeAs(bytes, getMark(bytes)) ??
    decodeAs(bytes, charset) ??
    decodeAs(bytes, declared ?? null) ??
    decodeAs(bytes, 'utf-8') ??
    decodeAs(bytes, 'windows-1251')
  return text?.includes('\u0000') ? null : text
}

function getMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

function decodeAs(bytes: Uint8Array, encoding: string | null): string | null {
  if (encoding === null) return null
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
