import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInvented } from '../src/full-record.ts'
import { anActor, callAs, type TestRecord } from '../src/open-test-record.ts'
import { getRefusal } from '../src/refusal.ts'
import { aSubmission } from '../src/workflow.ts'

const target = { dossier: 'invented', ref: 'XX-2011-01' }
let record: TestRecord
beforeAll(async () => {
  record = await openInvented()
})
afterAll(() => record.close())

const people = ['first-writer', 'second-writer'] as const
type Step = {
  readonly who: 0 | 1
  /** Each person has two windows on the same record. */
  readonly window: 0 | 1
  readonly act: 'type' | 'submit' | 'publish' | 'look'
}
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(0 as const, 1 as const),
  window: fc.constantFrom(0 as const, 1 as const),
  act: fc.constantFrom('type', 'type', 'type', 'submit', 'publish', 'look'),
})

test('of 200 interleaved edits by two people in two windows each none is lost: it is kept, or refused with what is there instead', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 200, maxLength: 200 }), async (steps) => {
      const writers = people.map((id) => callAs(record, anActor('analyst', id)))
      const reviewer = callAs(record, anActor('reviewer', 'third-reviewer'))
      for (const writer of writers) await writer.assessment.discardDraft(target)
      // What each window last saw, and what is there by our own account.
      const begin = await reviewer.assessment.form(target)
      const windows = people.map(() => [0, 1].map(() => ({ rev: 0, version: begin.version, typed: '' })))
      const drafts: ({ rev: number; text: string } | null)[] = [null, null]
      const submitted: { id: number; text: string }[] = []
      const seen = { kept: 0, refused: 0 }
      let version = begin.version
      for (const [n, { who, window, act }] of steps.entries()) {
        const writer = writers[who]
        const at = windows[who]?.[window]
        if (writer === undefined || at === undefined) throw new Error('nobody')
        const text = `Edit ${n} of ${people[who]}, invented.`
        if (act === 'look') {
          const form = await writer.assessment.form(target)
          expect(form.draft?.content.rationale ?? null).toBe(drafts[who]?.text ?? null)
          Object.assign(at, { rev: form.draft?.rev ?? 0, version: form.version })
        } else if (act === 'type') {
          at.typed = text
          const fresh = at.rev === (drafts[who]?.rev ?? 0)
          const refusal = await getRefusal(
            writer.assessment
              .saveDraft({ ...target, rev: at.rev, content: { rationale: text } })
              .then(({ rev }) => Object.assign(at, { rev })),
          )
          expect(refusal.code).toBe(fresh ? 'accepted' : 'draft-moved-on')
          seen[fresh ? 'kept' : 'refused']++
          if (fresh) drafts[who] = { rev: at.rev, text }
          // What was typed and not kept is still in its window, beside what is there instead.
          expect(at.typed).toBe(text)
        } else if (act === 'submit') {
          const fresh = at.version === version
          const refusal = await getRefusal(
            writer.assessment
              .submit(aSubmission({ ...target, basedOn: at.version, rationale: text }))
              .then(({ id }) => submitted.push({ id, text })),
          )
          expect(refusal.code).toBe(fresh ? 'accepted' : 'record-moved-on')
          seen[fresh ? 'kept' : 'refused']++
          if (fresh) drafts[who] = null
        } else if (submitted.length > 0) {
          const last = submitted.at(-1)
          const { workflow } = (
            await reviewer.assessment.review({ dossier: target.dossier, id: last?.id ?? 0 })
          ).assessment
          if (workflow === 'submitted')
            version = (
              await reviewer.assessment.publish({
                dossier: target.dossier,
                id: last?.id ?? 0,
                basedOn: version,
              })
            ).version
        }
      }
      expect(Math.min(seen.kept, seen.refused)).toBeGreaterThan(5)
      const { assessments } = await reviewer.assessment.history(target)
      for (const { id, text } of submitted)
        expect(assessments.find((one) => one.id === id)?.rationale).toBe(text)
      for (const [who, writer] of writers.entries())
        expect((await writer.assessment.form(target)).draft?.content.rationale ?? null).toBe(
          drafts[who]?.text ?? null,
        )
    }),
    { numRuns: 1 },
  )
}, 120_000)
