import { describe, expect, test } from 'vitest'
import { getDirection, getPreviousFinding, getRank } from './direction.ts'
import { type Level, levels } from './level.ts'

const at = (level: Level, contrary = false) => ({ level, contrary })

describe('direction against the finding before', () => {
  test('a higher level advanced, the same is unchanged, a lower one regressed', () => {
    expect(getDirection(at('some'), at('limited'))).toBe('advanced')
    expect(getDirection(at('some'), at('some'))).toBe('unchanged')
    expect(getDirection(at('none'), at('limited'))).toBe('regressed')
  })

  test('contrary ranks below none, whatever level stands beside it', () => {
    expect(getDirection(at('full', true), at('none'))).toBe('regressed')
    expect(getDirection(at('none'), at('some', true))).toBe('advanced')
    expect(getDirection(at('some', true), at('none', true))).toBe('unchanged')
    expect(levels.map((level) => getRank(at(level)))).toEqual([0, 1, 2, 3, 4])
  })

  test('the first finding with a level has nothing to be compared with', () => {
    expect(getDirection(at('some'), null)).toBe('first')
    expect(getDirection(at('some'), { state: 'no-information' })).toBe('first')
  })

  test('a state is no place on a scale, so it has no direction', () => {
    expect(getDirection({ state: 'withdrawn' }, at('some'))).toBeNull()
  })
})

test('the finding before is the latest one that has a level', () => {
  const states = [
    { finding: { state: 'no-information' as const } },
    { finding: at('some') },
    { finding: at('full') },
  ]
  expect(getPreviousFinding(states)).toEqual(at('some'))
  expect(getPreviousFinding([])).toBeNull()
})
