/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { type DossierFile, dossierFile } from '@waymark/exchange/dossier-file/schema'
import { mayLink } from '@waymark/linkage/link'
import { getReadiness } from '@waymark/linkage/readiness'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { days } from '../src/arbitraries.ts'
import { aDossierFile, anAssessment } from '../src/builders.ts'
import { dossierFiles } from '../src/dossier-arbitrary.ts'
import { evaluateLinkage, getModelScorecard, getStanding, listItems } from '../src/model.ts'

const importedAt = '2026-11-24T00:00:00.000Z'
const paths = {
  kazakhstan: '../../../packages/dossiers/data/kazakhstan.json',
  'synthetic-small': '../data/synthetic-small.json',
}
const read = (name: keyof typeof paths): DossierFile =>
  dossierFile.parse(JSON.parse(readFileSync(new URL(paths[name], import.meta.url), 'utf8')))

describe('the invented dossier on 31 January 2022, worked by hand', () => {
  const model = { file: read('synthetic-small'), importedAt }
  const now = { asOf: '2022-01-31', knownAt: importedAt }

  test('as now known: three known, three unknown, 12.5 to 62.5', () => {
    const { overall, areas, euSide } = getModelScorecard(model, now)
    expect(overall.distribution).toEqual({
      none: 1,
      limited: 1,
      some: 1,
      substantial: 0,
      full: 0,
      contrary: 0,
      unknown: 3,
    })
    expect(overall.coverage).toEqual({ assessed: 3, applicable: 6 })
    expect(areas.map((area) => [area.key, area.index])).toEqual([
      ['expression', { low: 25 / 3, high: 225 / 3 }],
      ['courts', { low: 50 / 3, high: 50 }],
    ])
    expect(overall.index?.low).toBeCloseTo(12.5, 9)
    expect(overall.index?.high).toBeCloseTo(62.5, 9)
    expect(overall.pooledIndex).toEqual({ low: 12.5, high: 62.5 })
    expect(euSide.coverage.applicable).toBe(0)
  })

  test('as known a fortnight later: a row of 2025 about January 2022 did not exist yet', () => {
    const { areas } = getModelScorecard(model, { ...now, knownAt: '2022-02-15T00:00:00.000Z' })
    expect(areas[1]?.index).toEqual({ low: 25, high: 175 / 3 })
  })

  test('the signature of 20 January passed with one gate unmet and two unknown', () => {
    const gates = (milestone: string) =>
      model.file.linkages
        .filter((link) => link.milestone === milestone)
        .map((link) => ({ ref: link.recommendation, ...evaluateLinkage(model, link, now) }))
    expect(gates('signed').map(({ ref, state, since }) => [ref, state, since])).toEqual([
      ['XX-2020-01', 'passed-while-unmet', 'unchanged'],
      ['XX-2020-02', 'passed-while-unknown', null],
      ['XX-2020-03', 'passed-while-unknown', null],
      ['XX-2020-04', 'met-at-passage', 'unchanged'],
    ])
    expect(getReadiness(gates('signed'))).toEqual({ met: 0, unmet: 1, unknown: 2, waived: 0 })
    expect(getReadiness(gates('in-force'))).toEqual({ met: 1, unmet: 2, unknown: 1, waived: 0 })
  })
})

test('an assessment of a progress step is never one of the recommendation', () => {
  const recommendations = aDossierFile().recommendations.map((one) => ({
    ...one,
    steps: [{ key: 'law', kind: 'structure' as const, text: 'Invented law in force' }],
  }))
  const assessments = [anAssessment({ step: 'law', level: 'full' })]
  const model = { file: aDossierFile({ recommendations, assessments }), importedAt }
  expect(getStanding(model, 'XX-2011-01', { asOf: '2012-07-01', knownAt: importedAt })).toEqual({
    kind: 'unknown',
    reason: 'not-assessed',
  })
})

test.each(['kazakhstan', 'synthetic-small'] as const)(
  'every link of the dossier %s has a role that its dates allow',
  (name) => {
    const { linkages, recommendations, milestones } = read(name)
    const issued = new Map(recommendations.map((one) => [one.ref, one.issued]))
    const occurred = new Map(milestones.map((one) => [one.key, one.occurred ?? null]))
    const refused = linkages.filter(
      ({ role, recommendation, milestone }) =>
        !mayLink({
          role,
          issued: issued.get(recommendation) ?? '',
          occurred: occurred.get(milestone) ?? null,
        }).ok,
    )
    expect(linkages.length).toBeGreaterThan(5)
    expect(refused).toEqual([])
  },
)

describe('for every dossier', () => {
  test('a recommendation is counted on one side and once, and only in force', () => {
    fc.assert(
      fc.property(dossierFiles(), days(), (file, asOf) => {
        const moment = { asOf, knownAt: importedAt }
        const refs = (['partner', 'eu', 'other'] as const).flatMap((side) =>
          listItems({ file, importedAt }, side, moment).map((item) => item.ref),
        )
        expect(new Set(refs).size).toBe(refs.length)
        const issuedBy = file.recommendations.filter((one) => one.issued <= asOf)
        expect(refs.length).toBeLessThanOrEqual(issuedBy.length)
      }),
    )
  })

  test('the state of a gate is the same on every day after its milestone has passed', () => {
    fc.assert(
      fc.property(
        dossierFiles({ recorded: true }),
        days({ from: 2016, to: 2018 }),
        days({ from: 2016, to: 2018 }),
        (file, a, b) => {
          const model = { file, importedAt }
          for (const link of file.linkages) {
            const [first, second] = [a, b].map((asOf) =>
              evaluateLinkage(model, link, { asOf, knownAt: importedAt }),
            )
            if (first?.passed && second?.passed)
              expect([second.state, second.at]).toEqual([first.state, first.at])
          }
        },
      ),
    )
  })
})
