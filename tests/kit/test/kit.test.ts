import { assessmentRow } from '@waymark/assessment/assessment'
import { mayAssert } from '@waymark/assessment/content'
import { listDossierErrors } from '@waymark/exchange/dossier-file/check-references'
import { type DossierFile, dossierFile } from '@waymark/exchange/dossier-file/schema'
import { isDay, isPartialDate } from '@waymark/kernel/partial-date'
import { mayLink } from '@waymark/linkage/link'
import { getLeavingDay } from '@waymark/recommendation/lifetime'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { days, histories, partialDates } from '../src/arbitraries.ts'
import { aDossierFile, anAssessment } from '../src/builders.ts'
import { knownMuchLater } from '../src/clock.ts'
import { dossierFiles } from '../src/dossier-arbitrary.ts'
import { arrangedDay, gateWords } from '../src/gate-arbitrary.ts'
import { evaluateLinkage } from '../src/model.ts'

function expectSound(made: DossierFile): void {
  expect(dossierFile.parse(JSON.parse(JSON.stringify(made)))).toEqual(made)
  const { errors } = listDossierErrors(made, {
    today: '2026-11-24',
    now: '2026-11-24T00:00:00Z',
    isNew: true,
  })
  expect(errors).toEqual([])
  const sources = new Set(made.sources.map((one) => one.key))
  const actors = new Set(made.actors.map((one) => one.key))
  const areas = new Set(made.areas.map((one) => one.key))
  const issued = new Map(made.recommendations.map((one) => [one.ref, one.issued]))
  const occurred = new Map(made.milestones.map((one) => [one.key, one.occurred ?? null]))
  expect(issued.size).toBe(made.recommendations.length)
  for (const one of made.recommendations) {
    expect(areas).toContain(one.area)
    for (const key of [...one.addressees, ...one.issuedBy]) expect(actors).toContain(key)
    for (const link of one.lineage ?? []) expect(issued.has(link.ref)).toBe(true)
  }
  for (const link of made.linkages) {
    const dates = {
      issued: issued.get(link.recommendation) ?? '',
      occurred: occurred.get(link.milestone) ?? null,
    }
    expect(mayLink({ role: link.role, ...dates }).ok).toBe(true)
  }
  for (const row of made.assessments) {
    const finding = row.state
      ? { state: row.state }
      : { level: row.level ?? 'none', contrary: row.contrary ?? false }
    const rule = { today: '2017-01-01', issued: issued.get(row.recommendation) ?? '' }
    expect(mayAssert({ ...row, finding }, rule)).toEqual({ ok: true, value: undefined })
    for (const item of row.evidence) expect(sources).toContain(item.source)
  }
}

test('the small dossier is valid and all its references lead somewhere', () => {
  expectSound(aDossierFile())
})

test('every random dossier is one that the rules accept', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.boolean(), fc.boolean()).chain(([recorded, gates]) => dossierFiles({ recorded, gates })),
      expectSound,
    ),
    { numRuns: 200 },
  )
})

test('random dossiers have corrections, gates behind a passage, and lineage', () => {
  const all = fc.sample(dossierFiles(), { numRuns: 300, seed: 1 })
  expect(all.some((one) => one.assessments.some((row) => row.supersedes))).toBe(true)
  expect(all.some((one) => one.recommendations.some((row) => row.lineage))).toBe(true)
  expect(all.some((one) => one.linkages.some((row) => row.role === 'required'))).toBe(true)
})

test('of each word that can be said of a gate there is one, in every random dossier that asks for it', () => {
  fc.assert(
    fc.property(
      fc.boolean().chain((recorded) => dossierFiles({ recorded, gates: true })),
      (file) => {
        const moment = { asOf: arrangedDay, knownAt: knownMuchLater }
        const model = { file, importedAt: '2026-11-24T00:00:00.000Z' }
        for (const [place, word] of gateWords.entries()) {
          const link = file.linkages.find((one) => one.milestone === `arranged-${place}`)
          if (!link) throw new Error(`no link is arranged for ${word}`)
          const { state, since, at } = evaluateLinkage(model, link, moment)
          const leaves = getLeavingDay(link.recommendation, file.recommendations)
          const isLeftOut = leaves !== null && leaves <= at
          expect([state, `since ${since}`, isLeftOut ? 'left out' : 'listed']).toContain(word)
        }
      },
    ),
  )
})

test('an assessment with a state has no level', () => {
  expect(assessmentRow.parse(anAssessment({ state: 'withdrawn' }))).not.toHaveProperty('level')
})

test('random dates exist', () => {
  fc.assert(fc.property(days(), isDay))
  fc.assert(fc.property(partialDates(), isPartialDate))
})

test('random histories are ones that an append-only table can hold', () => {
  fc.assert(
    fc.property(histories(), (facts) => {
      const named = facts.flatMap((fact) => fact.supersedes ?? [])
      expect(new Set(named).size).toBe(named.length)
      for (const [i, fact] of facts.entries()) {
        expect(fact.id).toBe(i + 1)
        expect(fact.recordedAt >= (facts[i - 1]?.recordedAt ?? '')).toBe(true)
        if (fact.supersedes !== null) expect(fact.supersedes).toBeLessThan(fact.id)
        if (fact.withdrawnAt !== null) expect(fact.withdrawnAt >= fact.recordedAt).toBe(true)
      }
    }),
  )
})
