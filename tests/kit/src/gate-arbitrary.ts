import type { AssessmentRow } from '@waymark/assessment/assessment'
import { getRank } from '@waymark/assessment/direction'
import { type Level, levels } from '@waymark/assessment/level'
import { type Day, lastDay } from '@waymark/kernel/partial-date'
import type { GateState, Since } from '@waymark/linkage/gate'
import type { Linkage, Milestone } from '@waymark/linkage/linkage'
import { endingKinds } from '@waymark/recommendation/lifetime'
import type { Recommendation } from '@waymark/recommendation/recommendation'
import fc from 'fast-check'
import { partialDates } from './arbitraries.ts'
import { aLinkage, aMilestone, anAssessment, aRecommendation, twoOrigins } from './builders.ts'

/** What can be said of a gate: its states, what became of it since, and that it is no longer listed. */
export type GateWord = GateState | `since ${Since}` | 'left out'

/** Rows of a dossier file, one gate of each word among them. */
export type ArrangedGates = {
  readonly recommendations: Recommendation[]
  readonly milestones: Milestone[]
  readonly linkages: Linkage[]
  readonly assessments: AssessmentRow[]
}

/** On this day, with all rows known and none withdrawn, each word is true of its gate in {@link arrangedGates}. */
export const arrangedDay: Day = '2016-06-30'

const before = (day: Day, n: number): Day =>
  new Date(Date.parse(day) - n * 86_400_000).toISOString().slice(0, 10)

/** Days before a day within which a finding of the default review interval is fresh, and before which it is stale. */
const fresh = fc.integer({ min: 0, max: 300 })
const stale = fc.integer({ min: 370, max: 700 })

const known = fc.record({ level: fc.constantFrom(...levels), contrary: fc.boolean() })
type Known = { readonly level: Level; readonly contrary: boolean }
type Said = Partial<Pick<AssessmentRow, 'level' | 'contrary' | 'state'>>
/** A finding, effective some days before the day on which it is looked at. */
type Dated = Said & { readonly ago: number }

const dated = (said: fc.Arbitrary<Said>, ago = fresh): fc.Arbitrary<Dated> =>
  fc.tuple(said, ago).map(([one, days]) => ({ ...one, ago: days }))

/** A finding and the level that is required, where the one reaches the other or does not. */
const measured = (isReached: boolean) =>
  fc
    .tuple(dated(known), fc.constantFrom(...levels))
    .filter(([finding, required]) => getRank(finding as Known) >= levels.indexOf(required) === isReached)
    .map(([earlier, required]) => ({ earlier, required }))

const notKnown = fc.record({
  earlier: fc.oneof(
    fc.constant(null),
    dated(fc.constant({ state: 'no-information' as const })),
    dated(known, stale),
  ),
  required: fc.constantFrom(...levels),
})
const outside = fc.record({
  earlier: dated(fc.constantFrom({ state: 'not-applicable' as const }, { state: 'withdrawn' as const })),
  required: fc.constantFrom(...levels),
})
/** What was found by the passage and what is found now, where the change of rank has this sign. */
const changed = (sign: -1 | 0 | 1) =>
  fc
    .record({ earlier: dated(known), now: dated(known), required: fc.constantFrom(...levels) })
    .filter(({ earlier, now }) => Math.sign(getRank(now as Known) - getRank(earlier as Known)) === sign)

type Arranged = { readonly earlier: Dated | null; readonly now?: Dated; readonly required: Level }

/** How each word comes about; `passes`: only once the milestone has occurred. */
const words: Record<GateWord, { readonly passes: boolean; readonly gate: fc.Arbitrary<Arranged> }> = {
  met: { passes: false, gate: measured(true) },
  unmet: { passes: false, gate: measured(false) },
  unknown: { passes: false, gate: notKnown },
  waived: { passes: false, gate: outside },
  'met-at-passage': { passes: true, gate: measured(true) },
  'passed-while-unmet': { passes: true, gate: measured(false) },
  'passed-while-unknown': { passes: true, gate: notKnown },
  'since improved': { passes: true, gate: changed(1) },
  'since unchanged': { passes: true, gate: changed(0) },
  'since worsened': { passes: true, gate: changed(-1) },
  'left out': { passes: true, gate: measured(false) },
}
export const gateWords = Object.keys(words) as GateWord[]

/**
 * For each word a recommendation, a milestone, the link between them and the findings that make the word true on
 * {@link arrangedDay}: random levels, dates, sides and orders that stand in the relation that the word needs.
 */
export const arrangedGates = (): fc.Arbitrary<ArrangedGates> =>
  fc.tuple(...gateWords.map((word) => arrangedGate(word))).map((gates) => ({
    recommendations: gates.flatMap((one) => one.recommendations),
    milestones: gates.flatMap((one) => one.milestones),
    linkages: gates.flatMap((one) => one.linkages),
    assessments: gates.flatMap((one) => one.assessments),
  }))

function arrangedGate(word: GateWord): fc.Arbitrary<ArrangedGates> {
  const { passes, gate } = words[word]
  const place = gateWords.indexOf(word)
  const ref = `XX-ARRANGED-${place}`
  const key = `arranged-${place}`
  return fc
    .record({
      gate,
      issued: partialDates({ from: 2009, to: 2010 }),
      addressees: fc.constantFrom(['ministry'], ['high-court', 'eu-body'], ['eu-body']),
      occurred: partialDates({ from: 2014, to: 2014 }),
      leaves: partialDates({ from: 2012, to: 2013 }),
      endingKind: fc.constantFrom(...endingKinds),
      later: fc.option(dated(known)),
      isTurned: fc.boolean(),
    })
    .map(
      ({
        gate: { earlier, now, required },
        later,
        issued,
        addressees,
        occurred,
        leaves,
        endingKind,
        isTurned,
      }) => {
        const recommendations = [aRecommendation({ ref, issued, addressees: [...addressees] })]
        if (word === 'left out')
          recommendations.push(
            aRecommendation({ ref: `${ref}-NEXT`, issued: leaves, lineage: [{ kind: endingKind, ref }] }),
          )
        const { planned: _, ...milestone } = aMilestone({ key })
        const rows = [
          ...(earlier ? [buildRow(earlier, passes ? lastDay(occurred) : arrangedDay)] : []),
          // What is found after the passage changes nothing of the state at passage.
          ...(passes && (now ?? later) ? [buildRow((now ?? later) as Dated, arrangedDay)] : []),
        ].map((row, i) => ({ ...row, recommendation: ref, key: `${key}-${i + 1}` }))
        return {
          recommendations,
          milestones: [{ ...milestone, ...(passes && { occurred }) }],
          linkages: [aLinkage({ recommendation: ref, milestone: key, role: 'required', required })],
          // The order of the file decides among equals only: these are at different days.
          assessments: isTurned ? rows.toReversed() : rows,
        }
      },
    )
}

function buildRow({ ago, ...said }: Dated, day: Day): AssessmentRow {
  const { level: _, ...row } = anAssessment({ effective: before(day, ago) })
  return said.state ? { ...row, ...said } : { ...row, ...said, evidence: twoOrigins() }
}
