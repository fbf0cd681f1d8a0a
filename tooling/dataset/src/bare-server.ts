import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Answers every request with what one address answered once: the measure for a server that sends from memory. */
const [address] = process.argv.slice(2)
if (address === undefined) throw new Error('usage: node bare-server.ts URL')

get(address, { headers: { 'accept-encoding': 'br' } }, (answer) => {
  const parts: Buffer[] = []
  answer.on('data', (part: Buffer) => parts.push(part))
  answer.on('end', () => {
    const bytes = Buffer.concat(parts)
    const headers = answer.rawHeaders.filter(
      (_, i) =>
        !/^(date|connection|keep-alive|transfer-encoding)$/i.test(answer.rawHeaders[i - (i % 2)] ?? ''),
    )
    const server = createServer((_, outgoing) => {
      outgoing.writeHead(200, headers)
      outgoing.end(bytes)
    })
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      process.stdout.write(`http://127.0.0.1:${port}/\n`)
    })
    process.on('SIGTERM', () => process.exit(0))
  })
})
