import type { AssessmentRow } from '@waymark/assessment/assessment'
import { confidences, type Level, levels, states } from '@waymark/assessment/level'
import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { firstDay, lastDay } from '@waymark/kernel/partial-date'
import { type Linkage, linkageRoles, type Milestone } from '@waymark/linkage/linkage'
import { lineageKinds, type Recommendation } from '@waymark/recommendation/recommendation'
import { uptakeKinds } from '@waymark/recommendation/uptake'
import fc from 'fast-check'
import { days, partialDates } from './arbitraries.ts'
import {
  aDossierFile,
  aLinkage,
  aMilestone,
  anAssessment,
  anEvidenceItem,
  anUptakeEvent,
  aRecommendation,
  twoOrigins,
} from './builders.ts'
import { arrangedGates } from './gate-arbitrary.ts'

type Options = {
  /** Whether assessments say when they were recorded, as history does that is imported into a new dossier. */
  readonly recorded?: boolean
  /** Whether there are, beside the random gates, one of each word that can be said of a gate: see `arrangedGates`. */
  readonly gates?: boolean
}

/**
 * Small dossier files that an import must accept: references lead somewhere, nothing is assessed before it was issued,
 * lineage leads back in time, links to milestones that came before only give context, levels rest on enough evidence.
 * All effective dates lie before 2017.
 */
export const dossierFiles = ({ recorded = false, gates = false }: Options = {}): fc.Arbitrary<DossierFile> =>
  fc
    .record({
      recommendations: fc.array(recommendationSeed, { minLength: 1, maxLength: 6 }),
      milestones: fc.array(milestoneSeed, { minLength: 1, maxLength: 3 }),
      linkages: fc.array(linkageSeed, { maxLength: 8 }),
      uptake: fc.array(uptakeSeed, { maxLength: 6 }),
      assessments: fc.array(assessmentSeed, { maxLength: 14 }),
      arranged: gates ? arrangedGates() : fc.constant(null),
    })
    .map((seed) => {
      const recommendations = seed.recommendations.map(buildRecommendation)
      const milestones = seed.milestones.map(buildMilestone)
      const pick = <T>(of: readonly T[], n: number): T => of[n % of.length] as T
      const linkages = new Map(
        seed.linkages.map((link) => {
          const [recommendation, milestone] = [pick(recommendations, link.to), pick(milestones, link.on)]
          return [`${recommendation.ref} ${milestone.key}`, buildLinkage(recommendation, milestone, link)]
        }),
      )
      const rows = seed.assessments.map((row, i) => buildAssessment(pick(recommendations, row.of), row, i))
      const { arranged } = seed
      const first = recommendations.map((one) => one.ref)[0] as string
      return aDossierFile({
        recommendations: [...recommendations, ...(arranged?.recommendations ?? [])],
        milestones: [...milestones, ...(arranged?.milestones ?? [])],
        linkages: [...linkages.values(), ...(arranged?.linkages ?? [])],
        uptake: seed.uptake.map(({ of, kind, date }) =>
          anUptakeEvent({ recommendation: pick(recommendations, of).ref, kind, date }),
        ),
        assessments: [
          ...linkCorrections(
            recorded ? rows.map(recordAssessment) : rows,
            seed.assessments.map((row) => row.corrects),
          ),
          // Recorded after the random ones: rows come in the order in which they were recorded.
          ...(arranged?.assessments ?? []).map((row, i) =>
            recorded ? { ...row, recorded: `${2021 + Math.floor(i / 8)}-01-01T00:00:00Z` } : row,
          ),
        ],
        claims: [],
        cases: aDossierFile().cases.map((one) => ({ ...one, recommendations: [first] })),
      })
    })

const recommendationSeed = fc.record({
  issued: partialDates({ from: 2010, to: 2013 }),
  area: fc.constantFrom('expression', 'courts'),
  addressees: fc.constantFrom(['ministry'], ['high-court', 'eu-body'], ['eu-body'], ['organisation']),
  lineage: fc.option(fc.record({ kind: fc.constantFrom(...lineageKinds), ref: fc.nat() }), { freq: 2 }),
  reviewEveryMonths: fc.option(fc.integer({ min: 1, max: 24 }), { nil: undefined }),
})
const milestoneSeed = fc.record({
  planned: fc.option(partialDates(), { nil: undefined }),
  occurred: fc.option(partialDates({ from: 2010, to: 2015 }), { nil: undefined }),
})
const linkageSeed = fc.record({
  to: fc.nat(),
  on: fc.nat(),
  role: fc.constantFrom(...linkageRoles),
  required: fc.constantFrom(...levels),
})
const uptakeSeed = fc.record({ of: fc.nat(), kind: fc.constantFrom(...uptakeKinds), date: partialDates() })
const assessmentSeed = fc.record({
  of: fc.nat(),
  finding: fc.oneof(
    { weight: 4, arbitrary: fc.record({ level: fc.constantFrom(...levels), contrary: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ state: fc.constantFrom(...states) }) },
  ),
  effective: partialDates({ from: 2011, to: 2016 }),
  draft: fc.boolean(),
  confidence: fc.constantFrom(...confidences),
  corrects: fc.option(fc.nat(), { freq: 3 }),
})

type Seed<A> = A extends fc.Arbitrary<infer T> ? T : never

function buildRecommendation(
  seed: Seed<typeof recommendationSeed>,
  i: number,
  all: readonly Seed<typeof recommendationSeed>[],
): Recommendation {
  const earlier = all
    .map((one, n) => ({ ref: `XX-${n + 1}`, issued: one.issued }))
    .filter((one) => lastDay(one.issued) < firstDay(seed.issued))
  const ancestor = seed.lineage && earlier[seed.lineage.ref % Math.max(earlier.length, 1)]
  return aRecommendation({
    ref: `XX-${i + 1}`,
    issued: seed.issued,
    area: seed.area,
    addressees: [...seed.addressees],
    ...(seed.reviewEveryMonths !== undefined && { reviewEveryMonths: seed.reviewEveryMonths }),
    ...(seed.lineage && ancestor && { lineage: [{ kind: seed.lineage.kind, ref: ancestor.ref }] }),
  })
}

function buildMilestone({ planned, occurred }: Seed<typeof milestoneSeed>, i: number): Milestone {
  const { planned: _, ...undated } = aMilestone({ key: `milestone-${i + 1}` })
  return {
    ...undated,
    ...(planned !== undefined && { planned }),
    ...(occurred !== undefined && { occurred }),
  }
}

function buildLinkage(
  recommendation: Recommendation,
  milestone: Milestone,
  seed: Seed<typeof linkageSeed>,
): Linkage {
  const { occurred } = milestone
  const cameBefore = occurred !== undefined && lastDay(occurred) < lastDay(recommendation.issued)
  const role = cameBefore ? 'context' : seed.role
  const { required: _, ...link } = aLinkage({
    recommendation: recommendation.ref,
    milestone: milestone.key,
    role,
  })
  return role === 'context' ? link : { ...link, required: seed.required }
}

const levelsOfDrafts: readonly Level[] = ['none', 'limited']

function buildAssessment(
  recommendation: Recommendation,
  seed: Seed<typeof assessmentSeed>,
  i: number,
): AssessmentRow {
  const { level: _, ...row } = anAssessment({
    key: `row-${i + 1}`,
    recommendation: recommendation.ref,
    effective:
      lastDay(seed.effective) < lastDay(recommendation.issued) ? recommendation.issued : seed.effective,
    confidence: seed.confidence,
  })
  if ('state' in seed.finding) return { ...row, ...seed.finding }
  const onlyDraft = seed.draft && levelsOfDrafts.includes(seed.finding.level)
  const evidence = onlyDraft ? [anEvidenceItem({ kind: 'draft-law', origin: 'government' })] : twoOrigins()
  return { ...row, ...seed.finding, evidence }
}

const recordAssessment = (row: AssessmentRow, i: number): AssessmentRow => ({
  ...row,
  recorded: `${2017 + Math.floor(i / 4)}-01-01T00:00:00Z`,
})

/** Lets a row correct an earlier one of the same recommendation that none has corrected yet. */
function linkCorrections(
  rows: readonly AssessmentRow[],
  wishes: readonly (number | null)[],
): AssessmentRow[] {
  const corrected = new Set<string>()
  return rows.map((row, i) => {
    const wish = wishes[i] ?? null
    const open = rows
      .slice(0, i)
      .flatMap((one) => (one.recommendation === row.recommendation && one.key ? [one.key] : []))
    const free = open.filter((key) => !corrected.has(key))
    const supersedes = wish === null ? undefined : free[wish % Math.max(free.length, 1)]
    if (supersedes === undefined) return row
    corrected.add(supersedes)
    return { ...row, supersedes, reason: 'Invented: a mistake was found.' }
  })
}

/** A day on which to look at a random dossier: before, among and after its dates. */
export const viewDays = () => days({ from: 2009, to: 2018 })
