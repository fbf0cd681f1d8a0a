import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto'

/** Bytes of plain text a chunk; a sealed one is longer by its tag. */
export const chunkSize = 1024 * 1024
export const tagSize = 16

/** What the first bytes of every encrypted backup are. */
export const sealedMark = 'waymark-backup/1 encrypted '
const headerPattern =
  /^waymark-backup\/1 encrypted scrypt:(\d{2}):8:1 ([A-Za-z0-9+/]{22}==) ([A-Za-z0-9+/]{22}==) ([0-9a-f]{16})\n$/
/** Every header has this length. */
export const headerSize = sealedMark.length + 'scrypt:17:8:1 '.length + 25 + 25 + 17

/** Keeps chunks: seals or opens the next one, in order. */
export type Chunks = (chunk: Buffer, isLast: boolean) => Buffer

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** 32 bytes to encrypt with, and 16 by which a wrong passphrase is told from a damaged file. */
async function deriveKey(passphrase: string, salt: Buffer, cost: number) {
  const N = 2 ** cost
  const bytes = await new Promise<Buffer>((resolve, reject) =>
    scrypt(passphrase.normalize('NFC'), salt, 48, { N, r: 8, p: 1, maxmem: 256 * N * 8 }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    ),
  )
  return { key: bytes.subarray(0, 32), check: bytes.subarray(32).toString('base64') }
}

// A key is used for one file, so that a counter is a nonce that never comes twice. Its last byte says whether the chunk is the
// last: a file that was cut off between two chunks does not open.
function getNonce(count: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(count), 3)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

/** Begins an encrypted file: its header, and what seals its chunks (AES-256-GCM; the header is authenticated with each). */
export async function createSealing(
  passphrase: string,
  cost: number,
): Promise<{ readonly header: Buffer; readonly seal: Chunks }> {
  const salt = randomBytes(16)
  const { key, check } = await deriveKey(passphrase, salt, cost)
  const text = `${sealedMark}scrypt:${cost}:8:1 ${salt.toString('base64')} ${check}`
  const header = Buffer.from(`${text} ${digest(text)}\n`)
  let count = 0
  return {
    header,
    seal: (chunk, isLast) => {
      const cipher = createCipheriv('aes-256-gcm', key, getNonce(count, isLast)).setAAD(header)
      count += 1
      return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
    },
  }
}

/** What opens the chunks of a file with this header; what is wrong otherwise. A chunk that does not fit throws. */
export async function openSealing(header: Buffer, passphrase: string): Promise<Chunks | 'damaged' | 'wrong'> {
  const found = headerPattern.exec(header.toString('latin1'))
  const [, cost, salt = '', check, sum] = found ?? []
  const text = header.toString('latin1').slice(0, -(16 + 2))
  // A cost that somebody else wrote must not take all memory: 2^20 is a gigabyte.
  if (sum !== digest(text) || Number(cost) > 20) return 'damaged'
  const derived = await deriveKey(passphrase, Buffer.from(salt, 'base64'), Number(cost))
  if (derived.check !== check) return 'wrong'
  let count = 0
  return (chunk, isLast) => {
    const decipher = createDecipheriv('aes-256-gcm', derived.key, getNonce(count, isLast)).setAAD(header)
    count += 1
    const end = chunk.length - tagSize
    decipher.setAuthTag(chunk.subarray(end))
    return Buffer.concat([decipher.update(chunk.subarray(0, end)), decipher.final()])
  }
}
