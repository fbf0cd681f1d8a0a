import { describe, expect, test } from 'vitest'
import { type AssessmentContent, mayAssert } from './content.ts'
import type { EvidenceItem } from './evidence.ts'
import type { Level } from './level.ts'

const item = (over: Partial<EvidenceItem> = {}): AssessmentContent['evidence'][number] => ({
  stance: 'supports',
  kind: 'ngo-monitoring',
  origin: 'independent-ngo',
  ...over,
})
const content = (over: Partial<AssessmentContent> = {}): AssessmentContent => ({
  finding: { level: 'limited', contrary: false },
  effective: '2013-06-30',
  rationale: 'Invented: a bill was announced.',
  evidence: [item()],
  ...over,
})
const today = '2013-11-27'
const code = (over: Partial<AssessmentContent>) => {
  const result = mayAssert(content(over), { today })
  return result.ok ? 'ok' : result.error.code
}
const at = (level: Level, evidence: AssessmentContent['evidence']) =>
  code({ finding: { level, contrary: false }, evidence })

describe('the effective date', () => {
  test('may be today, and may be a month or year that has begun', () => {
    for (const effective of ['2013-11-27', '2013-11', '2013', '2011']) expect(code({ effective })).toBe('ok')
  })
  test('may not lie in the future', () => {
    for (const effective of ['2013-11-28', '2013-12', '2014'])
      expect(code({ effective })).toBe('effective-in-future')
  })
})

test('a rationale and an item of evidence are needed, for a state too', () => {
  expect(code({ rationale: ' \n' })).toBe('rationale-missing')
  expect(code({ evidence: [] })).toBe('evidence-missing')
  expect(code({ finding: { state: 'withdrawn' }, evidence: [] })).toBe('evidence-missing')
  expect(code({ finding: { state: 'withdrawn' } })).toBe('ok')
})

describe('a draft law never counts for more than limited progress', () => {
  const draft = item({ kind: 'draft-law', origin: 'government' })

  test('when nothing else supports the level', () => {
    expect(at('none', [draft])).toBe('ok')
    expect(at('limited', [draft])).toBe('ok')
    for (const level of ['some', 'substantial', 'full'] as const) {
      expect(at(level, [draft, item({ kind: 'draft-law', origin: 'eu' })])).toBe('draft-law-caps-at-limited')
    }
  })
  test('items that contradict or give context are no support', () => {
    expect(at('some', [draft, item({ stance: 'contradicts' }), item({ stance: 'context' })])).toBe(
      'draft-law-caps-at-limited',
    )
  })
  test('beside a law in force it may stand', () => {
    expect(at('some', [draft, item({ kind: 'law-in-force', origin: 'government' })])).toBe('ok')
  })
  test('a draft law that only gives context takes nothing from other support', () => {
    expect(at('some', [item({ kind: 'draft-law', stance: 'context' }), item()])).toBe('ok')
  })
})

describe('full implementation needs evidence of two independent origins', () => {
  const law = item({ kind: 'law-in-force', origin: 'government' })

  test('two items of one origin are one', () => {
    expect(at('full', [law, item({ kind: 'court-decision', origin: 'government' })])).toBe(
      'full-needs-two-origins',
    )
    expect(at('full', [law])).toBe('full-needs-two-origins')
  })
  test('two origins are enough', () => {
    expect(at('full', [law, item()])).toBe('ok')
  })
  test('what contradicts or gives context does not count as an origin', () => {
    expect(at('full', [law, item({ stance: 'contradicts' })])).toBe('full-needs-two-origins')
    expect(at('full', [law, item({ stance: 'context' })])).toBe('full-needs-two-origins')
  })
  test('no lower level needs them', () => {
    expect(at('substantial', [law])).toBe('ok')
  })
})
