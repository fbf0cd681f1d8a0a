import { expect, test } from 'vitest'
import { type GateState, gateStates } from './gate.ts'
import { getGateChange } from './gate-change.ts'

const met: readonly GateState[] = ['met', 'met-at-passage']
const notMet: readonly GateState[] = ['unmet', 'passed-while-unmet', 'unknown', 'passed-while-unknown']

test('a gate opens when its condition is met and was not, and closes when it was and is not', () => {
  for (const from of notMet) for (const to of met) expect(getGateChange(from, to)).toBe('opened')
  for (const from of met) for (const to of notMet) expect(getGateChange(from, to)).toBe('closed')
})

test('nothing opens or closes between states that say the same of the condition', () => {
  for (const of of [met, notMet])
    for (const from of of) for (const to of of) expect(getGateChange(from, to)).toBeNull()
})

test('a waiver, and a gate that was not there, is no change', () => {
  for (const state of gateStates)
    for (const other of ['waived', null] as const)
      expect([getGateChange(state, other), getGateChange(other, state)]).toEqual([null, null])
})
