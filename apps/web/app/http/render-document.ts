import { Writable } from 'node:stream'
import type { ReactElement } from 'react'
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server'

/** The whole document, or the error that kept it from being one. Nothing is sent before it is complete. */
export const renderDocument = (
  element: ReactElement,
  signal: AbortSignal,
  report: (error: unknown) => void,
) =>
  new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const chunks: Buffer[] = []
    const sink = new Writable({
      write: (chunk: Uint8Array, _, done) => {
        // React 18 sends its buffer whole where a letter of several bytes did not fit into the last of it: what follows are
        // zeros (mended in 19). No text of ours holds one: neither the database nor HTML has a place for it.
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

const encoder = new TextEncoder()
/** Room for nearly every page; a letter takes three bytes at most. */
const room = new Uint8Array(1_048_576)

/** The text in UTF-8. It is written where there is room already, then cut to size: a third quicker than into new room each time. */
const encode = (text: string): Uint8Array<ArrayBuffer> =>
  text.length * 3 > room.length ? encoder.encode(text) : room.slice(0, encoder.encodeInto(text, room).written)

/**
 * The whole document of a page without a script, in one go: nothing has to find its way in it again, and what React would
 * write between texts for that, and its own buffers, are left out. Throws what a component throws.
 */
export const renderStaticDocument = (element: ReactElement): Uint8Array<ArrayBuffer> =>
  encode(`<!DOCTYPE html>${renderToStaticMarkup(element)}`)
