import { expect } from 'vitest'
import { callAs, type TestRecord } from './open-test-record.ts'

const dossier = 'invented'
/** Before, among and after what is dated in the tests that watch. */
const days = ['2012-12-31', '2014-12-31']

export const getDayBefore = (day: string): string =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

/** What readers are told of gates, milestones, leverage, statements and uptake on a day, as known at an instant. */
export async function readLinkageAnswers(record: TestRecord, asOf: string, knownAt?: string) {
  const reader = callAs(record)
  const moment = { dossier, asOf, ...(knownAt !== undefined && { knownAt }) }
  const [{ gates, milestones }, { milestones: leverage }, page, { institutions }, ask] = await Promise.all([
    reader.linkage.get(moment),
    reader.linkage.leverage(moment),
    reader.milestone.get({ ...moment, key: 'signed' }),
    reader.linkage.consistency(moment),
    // Before it was issued there is none.
    reader.recommendation.get({ ...moment, ref: 'XX-2011-01' }).catch(() => ({ uptake: null })),
  ])
  const { milestone, events, gates: list } = page
  return {
    gates,
    milestones,
    leverage,
    page: { milestone, events, gates: list },
    institutions,
    uptake: ask.uptake,
  }
}

export const getChangedAt = async (record: TestRecord): Promise<string> =>
  (await callAs(record).dossier.frame({ dossier })).changedAt

/**
 * Calls something that writes, and expects that public answers change on the days from `from` on and on no earlier one
 * (null: on every day), and that what was known before the write can still be asked for, on every day. Gives what the call gave.
 */
export async function expectChangeFrom<T>(
  record: TestRecord,
  from: string | null,
  write: () => Promise<T>,
): Promise<T> {
  const knownAt = await getChangedAt(record)
  const looks = [...new Set([...days, ...(from === null ? [] : [getDayBefore(from), from])])].sort()
  const look = (known?: string) => Promise.all(looks.map((day) => readLinkageAnswers(record, day, known)))
  const before = await look()
  const value = await write()
  const now = await look()
  for (const [i, day] of looks.entries()) {
    if (from !== null && day < from) expect([day, now[i]]).toEqual([day, before[i]])
    else expect([day, now[i]]).not.toEqual([day, before[i]])
  }
  expect(await getChangedAt(record)).not.toBe(knownAt)
  expect(await look(knownAt)).toEqual(before)
  return value
}
