import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actorKinds } from './actor.ts'
import { assessSide } from './side.ts'

test('one state body or court among the addressees puts an ask on the side of the partner', () => {
  expect(assessSide(['state-body'])).toBe('partner')
  expect(assessSide(['court'])).toBe('partner')
  expect(assessSide(['eu-institution', 'court'])).toBe('partner')
  expect(assessSide(['ngo', 'eu-institution', 'state-body'])).toBe('partner')
})

test('without one, an institution of the EU puts it on the side of the EU', () => {
  expect(assessSide(['eu-institution'])).toBe('eu')
  expect(assessSide(['un-body', 'eu-institution', 'ngo'])).toBe('eu')
})

test('everything else is on neither side', () => {
  expect(assessSide(['ngo', 'un-body', 'media', 'other'])).toBe('other')
  expect(assessSide([])).toBe('other')
})

test('the order of the addressees does not matter', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...actorKinds)),
      (kinds) => assessSide(kinds) === assessSide([...kinds].reverse()),
    ),
  )
})
