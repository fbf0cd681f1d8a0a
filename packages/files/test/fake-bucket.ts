import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that speaks as much of S3 as the file store needs: PUT, GET, HEAD of objects by path. */
export async function startFakeBucket() {
  const objects = new Map<string, Buffer>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://bucket.invalid').pathname
    asked.push(`${request.method} ${name}`)
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const kept = objects.get(name)
      if (!/^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\//.test(request.headers.authorization ?? '')) {
        response.writeHead(403).end()
      } else if (request.method === 'PUT') {
        objects.set(name, parseBody(Buffer.concat(parts), request.headers))
        response.writeHead(200, { etag: '"x"' }).end()
      } else if (kept === undefined) {
        response.writeHead(404, { 'content-type': 'application/xml' })
        response.end(request.method === 'HEAD' ? undefined : '<Error><Code>NoSuchKey</Code></Error>')
      } else {
        response.writeHead(200, { 'content-length': kept.length, 'last-modified': new Date(0).toUTCString() })
        response.end(request.method === 'HEAD' ? undefined : kept)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    asked,
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** The object in a body that may come in signed chunks (`aws-chunked`): `<length in hex>[;…]\r\n<bytes>\r\n` … `0`. */
function parseBody(body: Buffer, headers: Readonly<Record<string, string | string[] | undefined>>): Buffer {
  if (!String(headers['content-encoding'] ?? '').includes('aws-chunked')) return body
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at)
    const length = Number.parseInt(body.subarray(at, end).toString(), 16)
    if (!(length > 0)) return Buffer.concat(parts)
    parts.push(body.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
}
