import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listConsistency } from './consistency.ts'
import { gateStates } from './gate.ts'

const statements = [
  { key: 'resolution', actor: 'parliament' },
  { key: 'report', actor: 'parliament' },
  { key: 'speech', actor: 'representative' },
]

test('counts what became of the conditions of each commitment, and each condition once in the total of its institution', () => {
  const { attributed, institutions } = listConsistency(statements, [
    { state: 'passed-while-unmet', commitments: ['resolution', 'report'] },
    { state: 'unmet', commitments: ['resolution', 'speech'] },
    { state: 'met-at-passage', commitments: ['report'] },
  ])
  const [parliament, representative] = institutions
  expect(attributed.conditions).toBe(3)
  expect(parliament?.counts).toMatchObject({
    conditions: 3,
    unmet: 1,
    'passed-while-unmet': 1,
    'met-at-passage': 1,
  })
  expect(parliament?.commitments).toMatchObject([
    { key: 'resolution', counts: { conditions: 2, unmet: 1, 'passed-while-unmet': 1 }, shared: 2 },
    { key: 'report', counts: { conditions: 2, 'met-at-passage': 1, 'passed-while-unmet': 1 }, shared: 1 },
  ])
  expect(representative).toMatchObject({
    actor: 'representative',
    counts: { conditions: 1, unmet: 1 },
    commitments: [{ key: 'speech', shared: 1 }],
  })
})

test('a commitment that set no condition is listed with zeros', () => {
  const { institutions } = listConsistency(statements, [])
  expect(institutions.map(({ actor }) => actor)).toEqual(['parliament', 'representative'])
  expect(institutions[0]?.commitments[0]?.counts.conditions).toBe(0)
})

test('a condition that rests on nothing, or on a statement that had not been made, is nobody’s and is told apart', () => {
  const { institutions, unattributed } = listConsistency(statements, [
    { state: 'waived', commitments: [] },
    { state: 'unknown', commitments: ['later'] },
    { state: 'met', commitments: ['later', 'speech'] },
  ])
  expect(unattributed).toMatchObject({ conditions: 2, waived: 1, unknown: 1, met: 0 })
  expect(institutions[1]?.counts.conditions).toBe(1)
  expect(institutions[1]?.commitments[0]?.shared).toBe(0)
})

test('the states of every line add up to its conditions, and no line exceeds the total of its institution', () => {
  const conditions = fc.array(
    fc.record({
      state: fc.constantFrom(...gateStates),
      commitments: fc.uniqueArray(fc.constantFrom('resolution', 'report', 'speech', 'later')),
    }),
  )
  fc.assert(
    fc.property(conditions, (given) => {
      const { attributed, institutions, unattributed } = listConsistency(statements, given)
      for (const { counts, commitments } of institutions) {
        for (const line of [counts, ...commitments.map((one) => one.counts)]) {
          expect(gateStates.reduce((sum, state) => sum + line[state], 0)).toBe(line.conditions)
          for (const state of gateStates) expect(line[state]).toBeLessThanOrEqual(counts[state])
        }
        const sum = commitments.reduce((n, one) => n + one.counts.conditions, 0)
        expect(sum).toBeGreaterThanOrEqual(counts.conditions)
      }
      expect(attributed.conditions + unattributed.conditions).toBe(given.length)
    }),
  )
})

test('conditions that are alike may be given together, with how many they are', () => {
  const alike = { state: 'unmet', commitments: ['resolution', 'speech'] } as const
  expect(listConsistency(statements, [{ ...alike, count: 2 }])).toEqual(
    listConsistency(statements, [alike, alike]),
  )
})
