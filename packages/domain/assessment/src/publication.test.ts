import { describe, expect, test } from 'vitest'
import {
  isSelfPublished,
  mayMove,
  mayPublish,
  mayReturn,
  maySubmit,
  mayWithdraw,
  type WorkflowState,
  workflowStates,
} from './publication.ts'

const assessment = {
  finding: { level: 'limited' as const, contrary: false },
  effective: '2013-06',
  rationale: 'Invented: a bill was announced.',
  evidence: [
    { stance: 'supports' as const, kind: 'ngo-monitoring' as const, origin: 'independent-ngo' as const },
  ],
}
const decision = {
  assessment,
  today: '2013-11-27',
  actorId: 'reviewer',
  authorId: 'analyst',
  selfPublication: false,
}
const code = (result: ReturnType<typeof mayPublish>) => (result.ok ? 'ok' : result.error.code)

test('the workflow leads from draft to submitted, from there to published or returned, and from returned back', () => {
  const moves = workflowStates.flatMap((from) =>
    workflowStates.filter((to) => mayMove(from, to)).map((to) => `${from} → ${to}`),
  )
  expect(moves).toEqual([
    'draft → submitted',
    'submitted → published',
    'submitted → returned',
    'returned → draft',
    'returned → submitted',
  ])
})

describe('publishing', () => {
  test('someone other than the author may', () => {
    expect(code(mayPublish(decision))).toBe('ok')
  })
  test('the author may not, unless the dossier allows it, and then the record says so', () => {
    const own = { ...decision, actorId: 'analyst' }
    expect(code(mayPublish(own))).toBe('own-assessment')
    expect(code(mayPublish({ ...own, selfPublication: true }))).toBe('ok')
    expect(isSelfPublished(own)).toBe(true)
    expect(isSelfPublished(decision)).toBe(false)
  })
  test.each(['draft', 'returned', 'published'] as WorkflowState[])('nobody may while it is %s', (state) => {
    expect(code(mayPublish({ ...decision, state }))).toBe('not-awaiting-review')
  })
  test('the rules of content are asked again', () => {
    expect(code(mayPublish({ ...decision, assessment: { ...assessment, rationale: ' ' } }))).toBe(
      'rationale-missing',
    )
    expect(code(mayPublish({ ...decision, assessment: { ...assessment, evidence: [] } }))).toBe(
      'evidence-missing',
    )
    expect(code(mayPublish({ ...decision, today: '2013-05-31' }))).toBe('effective-in-future')
  })
})

test('submitting asks the rules of content', () => {
  expect(code(maySubmit(decision))).toBe('ok')
  expect(code(maySubmit({ ...decision, today: '2012-12-31' }))).toBe('effective-in-future')
})

test('returning needs a comment and something that awaits review', () => {
  expect(code(mayReturn({ comment: 'Which paragraph?' }))).toBe('ok')
  expect(code(mayReturn({ comment: ' ' }))).toBe('comment-missing')
  expect(code(mayReturn({ comment: 'Which paragraph?', state: 'published' }))).toBe('not-awaiting-review')
})

test('withdrawing needs a reason and something published', () => {
  expect(code(mayWithdraw({ state: 'published', reason: 'Invented: wrong person.' }))).toBe('ok')
  expect(code(mayWithdraw({ state: 'published', reason: '' }))).toBe('reason-missing')
  expect(code(mayWithdraw({ state: 'submitted', reason: 'Invented.' }))).toBe('not-published')
})
