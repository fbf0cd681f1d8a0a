import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UnreachableFolderError } from './errors.ts'
import { createFolder, getClosedFolder, refuseClosedFolder } from './system-user.ts'

const stranger = { name: 'stranger', uid: 54_321, gid: 54_321 }

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'waymark-user-'))
  chmodSync(base, 0o755)
})
afterEach(() => rmSync(base, { recursive: true }))

test('the first closed folder on the way is named, with the command that opens it', () => {
  const closed = join(base, 'закрыто тут')
  mkdirSync(join(closed, 'inner'), { recursive: true })
  chmodSync(closed, 0o700)
  chmodSync(join(closed, 'inner'), 0o700)
  const path = join(closed, 'inner', 'postgres')
  expect(getClosedFolder(stranger, path)).toBe(closed)
  expect(() => refuseClosedFolder(stranger, path)).toThrow(UnreachableFolderError)
  expect(() => refuseClosedFolder(stranger, path)).toThrow(`chmod o+x '${closed}'`)
})

test('open folders, folders that are not yet there, and our own user are not refused', () => {
  expect(getClosedFolder(stranger, join(base, 'new', 'postgres'))).toBeUndefined()
  chmodSync(base, 0o700)
  refuseClosedFolder(undefined, join(base, 'postgres'))
  const { uid, gid } = statSync(base)
  expect(getClosedFolder({ name: 'me', uid, gid }, join(base, 'postgres'))).toBeUndefined()
})

test('folders made for another user can be entered by that user, whatever our mask', () => {
  const before = process.umask(0o077)
  try {
    createFolder(join(base, 'a', 'b'), stranger)
    expect(getClosedFolder(stranger, join(base, 'a', 'b', 'postgres'))).toBeUndefined()
  } finally {
    process.umask(before)
  }
})
