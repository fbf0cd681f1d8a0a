import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** A file server that knows nothing of the product: a path, or the index.html in it; a query means nothing. */
export async function serveFolder(folder: string) {
  const missed: string[] = []
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const plain = join(folder, normalize(path))
    const file = existsSync(plain) && statSync(plain).isDirectory() ? join(plain, 'index.html') : plain
    if (!file.startsWith(folder) || !existsSync(file)) {
      missed.push(path)
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    response.end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    missed: () => missed,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
