import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** RFC 9106's second recommendation (64 MiB, 3 passes), with one lane: a lane more is a thread more a guess. */
export const argon2Parameters: Argon2Parameters = { memory: 65_536, passes: 3, parallelism: 1, tagLength: 32 }

/** `memory` in KiB, `tagLength` in bytes. */
export type Argon2Parameters = {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
  readonly tagLength: number
}

/** Characters (Unicode code points) of a password. */
export const passwordLength = { min: 12, max: 128 } as const

/** At most two hashes at once (128 MiB), and at most twenty waiting: a flood is refused, not queued. */
export const hashing = { atOnce: 2, waiting: 20 } as const

/** Too many passwords are being checked at this moment. */
export class HashingBusyError extends Error {
  override readonly name = 'HashingBusyError'
}

const derive = promisify(argon2)
const waiting: (() => void)[] = []
let running = 0

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < hashing.atOnce) running += 1
  else if (waiting.length >= hashing.waiting) throw new HashingBusyError('too many passwords at once')
  else await new Promise<void>((begin) => waiting.push(begin))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

// The same character typed on another keyboard may arrive composed or decomposed.
const getBytes = (password: string) => Buffer.from(password.normalize('NFC'))

/** True when a password is too long to be hashed at all. */
export const isTooLong = (password: string): boolean =>
  password.length > passwordLength.max * 2 || [...password].length > passwordLength.max

/** True when a new password has too few characters. */
export const isTooShort = (password: string): boolean => [...password].length < passwordLength.min

/**
 * A password as a PHC string with a new salt.
 * @throws HashingBusyError
 * @throws RangeError for a password that is too long; callers refuse it first
 */
export async function createPasswordHash(password: string, cost = argon2Parameters): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await deriveTag(password, nonce, cost)
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${formatBase64(nonce)}$${formatBase64(tag)}`
}

const phc =
  /^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/

/**
 * True when a password is the one of a PHC string.
 * @throws HashingBusyError
 */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const found = phc.exec(hash)
  if (!found || isTooLong(password)) return false
  const [, memory, passes, parallelism, nonce = '', tag = ''] = found
  const expected = Buffer.from(tag, 'base64')
  const derived = await deriveTag(password, Buffer.from(nonce, 'base64'), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  })
  return timingSafeEqual(derived, expected)
}

function deriveTag(password: string, nonce: Buffer, parameters: Argon2Parameters): Promise<Buffer> {
  if (isTooLong(password)) throw new RangeError('the password is too long to be hashed')
  return inTurn(() => derive('argon2id', { message: getBytes(password), nonce, ...parameters }))
}

const formatBase64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
