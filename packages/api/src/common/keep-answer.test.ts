import type { Reader } from '@waymark/db/reader'
import { expect, test } from 'vitest'
import { getKept } from './keep-answer.ts'
import type { ResolvedCut } from './resolve-cut.ts'

const aReader = () => ({}) as Reader
const aCut = (over: { publicAt?: string; asOf?: string; knownAt?: string } = {}) => {
  const { publicAt = '2026-01-02T00:00:00.000Z', asOf = '2013-11-27', knownAt = publicAt } = over
  return { head: { publicAt }, record: { dossierId: 1, asOf, knownAt } } as ResolvedCut
}
const counter = () => {
  let asked = 0
  return { load: async () => ++asked, asked: () => asked }
}

test('the same cut of the same record is asked once', async () => {
  const db = aReader()
  const { load, asked } = counter()
  expect([await getKept(db, aCut(), 'counts', load), await getKept(db, aCut(), 'counts', load)]).toEqual([
    1, 1,
  ])
  expect(asked()).toBe(1)
})

test('another day, cut-off, query, reader or a public write is asked anew', async () => {
  const db = aReader()
  const { load, asked } = counter()
  await getKept(db, aCut(), 'counts', load)
  await getKept(db, aCut({ asOf: '2013-11-28' }), 'counts', load)
  await getKept(db, aCut({ knownAt: '2026-01-01T00:00:00.000Z' }), 'counts', load)
  await getKept(db, aCut(), 'movement', load)
  await getKept(db, aCut({ publicAt: '2026-01-03T00:00:00.000Z' }), 'counts', load)
  await getKept(aReader(), aCut(), 'counts', load)
  expect(asked()).toBe(6)
})

test('a cut-off after the last public write means the same as none', async () => {
  const db = aReader()
  const { load, asked } = counter()
  await getKept(db, aCut(), 'counts', load)
  await getKept(db, aCut({ knownAt: '2030-01-01T00:00:00.000Z' }), 'counts', load)
  expect(asked()).toBe(1)
})

test('a failure is not kept', async () => {
  const db = aReader()
  await expect(getKept(db, aCut(), 'counts', () => Promise.reject(new Error('down')))).rejects.toThrow('down')
  expect(await getKept(db, aCut(), 'counts', async () => 'up')).toBe('up')
})

test('the answers longest unused go first', async () => {
  const db = aReader()
  const { load, asked } = counter()
  for (let i = 0; i < 300; i++) await getKept(db, aCut({ asOf: `${2000 + i}-01-01` }), 'counts', load)
  await getKept(db, aCut({ asOf: '2299-01-01' }), 'counts', load)
  expect(asked()).toBe(300)
  await getKept(db, aCut({ asOf: '2000-01-01' }), 'counts', load)
  expect(asked()).toBe(301)
})
