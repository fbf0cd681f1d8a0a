import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'

/**
 * Signed notes (C2SP signed-note): a text that ends with a line feed, an empty line, and a line a signature:
 * "— <name> <base64 of 4 bytes that tell the key and 64 of the signature>". Ed25519 only (type 1).
 */

/** A key that signs. `name` has no space and no plus; `verifier` is its public half as text, to be given to anyone. */
export type SigningKey = { readonly name: string; readonly verifier: string; readonly key: KeyObject }
export type VerifierKey = {
  readonly name: string
  /** Eight hexadecimal digits that tell keys of one name apart. */
  readonly id: string
  readonly key: KeyObject
}

const ed25519 = 1
const privateMark = 'PRIVATE+KEY+'
const keyName = /^[^\s+\p{C}]{1,200}$/u
// What stands before the 32 bytes of an Ed25519 key in DER (RFC 8410).
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/** A new key as text: `PRIVATE+KEY+name+id+base64`. Keep it where nobody else reads. @throws RangeError for a name with a space or a plus */
export function createSigningKey(name: string): string {
  if (!keyName.test(name)) throw new RangeError('the name of a key has no space and no plus')
  const { privateKey } = generateKeyPairSync('ed25519')
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(privatePrefix.byteLength)
  return `${privateMark}${name}+${getId(name, getPublic(privateKey))}+${encode(seed)}`
}

/** Reads what {@link createSigningKey} wrote; null for anything else. */
export function parseSigningKey(text: string): SigningKey | null {
  const given = text.trim()
  if (!given.startsWith(privateMark)) return null
  const [name, id, body] = splitKey(given.slice(privateMark.length)) ?? []
  if (name === undefined || body?.byteLength !== 33 || body[0] !== ed25519) return null
  const key = createPrivateKey({
    key: Buffer.concat([privatePrefix, body.subarray(1)]),
    format: 'der',
    type: 'pkcs8',
  })
  const raw = getPublic(key)
  if (getId(name, raw) !== id) return null
  return { name, verifier: `${name}+${id}+${encode(raw)}`, key }
}

/** Reads the public half, `name+id+base64`; null where it is not one. */
export function parseVerifierKey(text: string): VerifierKey | null {
  const [name, id, body] = splitKey(text.trim()) ?? []
  if (name === undefined || id === undefined || body?.byteLength !== 33 || body[0] !== ed25519) return null
  const raw = body.subarray(1)
  if (getId(name, raw) !== id) return null
  return {
    name,
    id,
    key: createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' }),
  }
}

function splitKey(text: string): [string, string, Buffer] | null {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text)
  return match ? [match[1] ?? '', match[2] ?? '', Buffer.from(match[3] ?? '', 'base64')] : null
}

const encode = (raw: Uint8Array): string => Buffer.concat([Uint8Array.of(ed25519), raw]).toString('base64')

const getPublic = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicPrefix.byteLength)

const getId = (name: string, raw: Uint8Array): string =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Uint8Array.of(ed25519), raw]), 'hex').slice(0, 8)

/** A text with its signature. @throws RangeError for a text that a note cannot hold */
export function buildNote(text: string, { name, verifier, key }: SigningKey): string {
  if (!isNoteText(text))
    throw new RangeError('the text of a note ends with a line feed and has no control characters')
  const id = Buffer.from(parseVerifierKey(verifier)?.id ?? '', 'hex')
  return `${text}\n— ${name} ${Buffer.concat([id, sign(null, Buffer.from(text), key)]).toString('base64')}\n`
}

/**
 * The text of a note that carries a signature by this key; null where it does not, or where one of the key does not fit.
 * Signatures of other keys are passed over, as the specification asks.
 */
export function readNote(note: string, { name, id, key }: VerifierKey): string | null {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) return null
  const text = note.slice(0, end + 1)
  if (!isNoteText(text)) return null
  let isSigned = false
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const match = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line)
    if (!match) return null
    const body = Buffer.from(match[2] ?? '', 'base64')
    // Read strictly: another writing of the same bytes would be a change that nobody notices.
    if (body.toString('base64') !== match[2] || body.byteLength < 5) return null
    if (match[1] !== name || body.toString('hex', 0, 4) !== id) continue
    if (body.byteLength !== 68 || !verify(null, Buffer.from(text), key, body.subarray(4))) return null
    isSigned = true
  }
  return isSigned ? text : null
}

/** No control character but the line feed, which is the last one. */
const isNoteText = (text: string): boolean =>
  text.isWellFormed() && text.length > 1 && text.endsWith('\n') && !/[^\P{Cc}\n]/u.test(text)
