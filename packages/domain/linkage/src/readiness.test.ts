import { expect, test } from 'vitest'
import { type GateState, gateStates } from './gate.ts'
import { getReadiness } from './readiness.ts'

const required = (...states: GateState[]) => states.map((state) => ({ role: 'required' as const, state }))

test('2 of 9 required met, 5 unmet, 2 unknown is a count', () => {
  const gates = required('met', 'met', 'unmet', 'unmet', 'unmet', 'unmet', 'unmet', 'unknown', 'unknown')
  expect(getReadiness(gates)).toEqual({ met: 2, unmet: 5, unknown: 2, waived: 0 })
})

test('states after passage count like those before it', () => {
  expect(getReadiness(required(...gateStates))).toEqual({ met: 2, unmet: 2, unknown: 2, waived: 1 })
})

test('what is expected or context is never counted', () => {
  expect(
    getReadiness([
      { role: 'expected', state: 'unmet' },
      { role: 'context', state: 'met' },
    ]),
  ).toEqual({ met: 0, unmet: 0, unknown: 0, waived: 0 })
})
