import { expect, test } from 'vitest'
import { roles } from './role.ts'
import { getVisibleCase, listReadableSensitivities, mayReadCase } from './visibility.ts'

test('a case is for those whom its sensitivity allows', () => {
  expect(Object.fromEntries(roles.map((role) => [role, listReadableSensitivities(role)]))).toEqual({
    public: ['public'],
    viewer: ['public'],
    analyst: ['public', 'internal'],
    reviewer: ['public', 'internal', 'confidential'],
    administrator: ['public', 'internal', 'confidential'],
    operator: ['public'],
  })
})

test('a case that a role may not read is like one that does not exist', () => {
  const record = { key: 'invented', sensitivity: 'confidential' as const, consentBasis: 'Invented.' }
  expect(mayReadCase('analyst', 'confidential')).toBe(false)
  expect(getVisibleCase(record, 'analyst')).toBeNull()
  expect(getVisibleCase(record, 'reviewer')).toEqual(record)
})

test('those outside never see on what basis a person agreed to be named', () => {
  const record = { key: 'invented', sensitivity: 'public' as const, consentBasis: 'Invented.' }
  expect(getVisibleCase(record, 'public')).toEqual({ ...record, consentBasis: null })
  expect(getVisibleCase(record, 'viewer')).toEqual({ ...record, consentBasis: null })
  expect(getVisibleCase(record, 'analyst')).toEqual(record)
  expect(record.consentBasis).toBe('Invented.')
})
