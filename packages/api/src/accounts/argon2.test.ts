import { argon2 } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import {
  createPasswordHash,
  HashingBusyError,
  hashing,
  isPassword,
  isTooLong,
  isTooShort,
  passwordLength,
} from './argon2.ts'

// Node's own function, only watched: that nothing was hashed is seen, and not guessed from a clock.
vi.mock(import('node:crypto'), async (load) => {
  const real = await load()
  return { ...real, argon2: vi.fn(real.argon2) }
})

const cheap = { memory: 1024, passes: 1, parallelism: 1, tagLength: 32 }

test('a password is kept as argon2id with 64 MiB, 3 passes, and a salt of its own', async () => {
  const hashes = await Promise.all([createPasswordHash('correct horse'), createPasswordHash('correct horse')])
  for (const hash of hashes) {
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(await isPassword('correct horse', hash)).toBe(true)
    expect(await isPassword('correct horsf', hash)).toBe(false)
  }
  expect(hashes[0]).not.toBe(hashes[1])
})

test('a hash made elsewhere by the reference implementation is understood', async () => {
  // argon2 command of the reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1
  const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  expect(await isPassword('password', hash)).toBe(true)
  expect(await isPassword('passwore', hash)).toBe(false)
})

test('what is no argon2id hash matches no password', async () => {
  for (const hash of [
    '',
    'password',
    '$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8',
  ]) {
    expect(await isPassword('password', hash)).toBe(false)
  }
})

test('composed and decomposed spelling of a password are one password', async () => {
  expect(await isPassword('pássword кофейный', await createPasswordHash('pa\u0301ssword кофейный'))).toBe(
    true,
  )
})

test('the length of a password is counted in characters, not in units of storage', () => {
  expect(isTooShort('😀'.repeat(passwordLength.min - 1))).toBe(true)
  expect(isTooShort('😀'.repeat(passwordLength.min))).toBe(false)
  expect(isTooLong('😀'.repeat(passwordLength.max))).toBe(false)
  expect(isTooLong('a'.repeat(passwordLength.max + 1))).toBe(true)
})

test('an over-long password is refused without hashing', async () => {
  const hash = '$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  vi.mocked(argon2).mockClear()
  expect(await isPassword('a'.repeat(10_000_000), hash)).toBe(false)
  await expect(createPasswordHash('a'.repeat(passwordLength.max + 1))).rejects.toThrow(RangeError)
  expect(argon2).not.toHaveBeenCalled()
  // One of the greatest length is hashed, and seen to be.
  expect(await isPassword('a'.repeat(passwordLength.max), hash)).toBe(false)
  expect(argon2).toHaveBeenCalledOnce()
})

test('of a flood, two are hashed at once, twenty wait and the rest is refused; afterwards all is well', async () => {
  const flood = await Promise.allSettled(
    Array.from({ length: 40 }, () => createPasswordHash('a flood of it', cheap)),
  )
  expect(flood.filter((one) => one.status === 'fulfilled')).toHaveLength(hashing.atOnce + hashing.waiting)
  for (const one of flood) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(HashingBusyError)
  expect(await createPasswordHash('after the flood')).toContain('$argon2id$')
})
