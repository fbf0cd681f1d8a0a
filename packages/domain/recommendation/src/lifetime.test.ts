import { describe, expect, test } from 'vitest'
import { getLeavingDay, isInForce } from './lifetime.ts'

describe('a recommendation is counted', () => {
  test('from the last day of its date of issue', () => {
    const recommendation = { issued: '2013-11', leftOn: null }
    expect(isInForce(recommendation, '2013-11-29')).toBe(false)
    expect(isInForce(recommendation, '2013-11-30')).toBe(true)
    expect(isInForce({ issued: '2013', leftOn: null }, '2013-12-30')).toBe(false)
  })

  test('up to the day before a later one takes its place', () => {
    const recommendation = { issued: '2013', leftOn: '2015-06-30' }
    expect(isInForce(recommendation, '2015-06-29')).toBe(true)
    expect(isInForce(recommendation, '2015-06-30')).toBe(false)
  })
})

describe('the day on which it leaves', () => {
  const old = { ref: 'XX-1', issued: '2013' }

  test.each(['replaces', 'merges'] as const)('a later one that %s it ends it', (kind) => {
    const all = [old, { ref: 'XX-2', issued: '2015-06', lineage: [{ kind, ref: 'XX-1' }] }]
    expect(getLeavingDay('XX-1', all)).toBe('2015-06-30')
    expect(getLeavingDay('XX-2', all)).toBeNull()
  })

  test.each(['continues', 'narrows'] as const)('a later one that %s it keeps both', (kind) => {
    expect(
      getLeavingDay('XX-1', [old, { ref: 'XX-2', issued: '2015', lineage: [{ kind, ref: 'XX-1' }] }]),
    ).toBeNull()
  })

  test('the earliest of several counts, by last day', () => {
    const by = (ref: string, issued: string) => ({
      ref,
      issued,
      lineage: [{ kind: 'merges' as const, ref: 'XX-1' }],
    })
    expect(
      getLeavingDay('XX-1', [by('XX-2', '2015'), by('XX-3', '2015-07-01'), old, by('XX-4', '2016')]),
    ).toBe('2015-07-01')
  })

  test('one that both continues and replaces it ends it', () => {
    const lineage = [
      { kind: 'continues' as const, ref: 'XX-1' },
      { kind: 'replaces' as const, ref: 'XX-1' },
    ]
    expect(getLeavingDay('XX-1', [old, { ref: 'XX-2', issued: '2015', lineage }])).toBe('2015-12-31')
  })

  test('nothing takes its own place', () => {
    expect(getLeavingDay('XX-1', [{ ...old, lineage: [{ kind: 'replaces', ref: 'XX-1' }] }])).toBeNull()
  })
})
