type Bytes = Uint8Array<ArrayBuffer>

const bytesOf = new WeakMap<Response, Bytes>()

/** An answer whose bytes are all there, for {@link getBytes}: asked for its body, it would put them into a stream. */
export function buildWholeAnswer(bytes: Bytes, init: ResponseInit): Response {
  const response = new Response(bytes, init)
  bytesOf.set(response, bytes)
  return response
}

/** The bytes of an answer that was built whole; undefined for any other. */
export const getBytes = (response: Response): Bytes | undefined => bytesOf.get(response)
