import { levels } from '@waymark/assessment/level'
import { expect, test } from 'vitest'
import { isMethodId, methods } from './registry.ts'

test('every method stands under its own id and values levels from 0 to 100, in their order', () => {
  for (const [id, method] of Object.entries(methods)) {
    expect(method.id).toBe(id)
    const values = [0, ...levels.map((level) => method.values[level]), 100]
    expect([...values].sort((a, b) => a - b)).toEqual(values)
    expect(method.unknown.low).toBeLessThanOrEqual(method.unknown.high)
  }
})

test('m1 never changes', () => {
  expect(methods.m1).toEqual({
    id: 'm1',
    title: 'Interval index with equal areas',
    values: { none: 0, limited: 25, some: 50, substantial: 75, full: 100 },
    contrary: 0,
    unknown: { low: 0, high: 100 },
    overall: 'mean-of-areas',
  })
})

test('only ids of methods are ids of methods', () => {
  expect(isMethodId('m1')).toBe(true)
  for (const id of ['m0', '', 'constructor', '__proto__', 'toString']) expect(isMethodId(id)).toBe(false)
})
