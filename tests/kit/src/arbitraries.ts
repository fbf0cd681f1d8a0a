import type { AssessmentFact, Moment } from '@waymark/assessment/as-of'
import type { Finding } from '@waymark/assessment/assessment'
import { levels, states } from '@waymark/assessment/level'
import { type Standing, unknownReasons } from '@waymark/assessment/standing'
import { type Day, daysInMonth, type PartialDate } from '@waymark/kernel/partial-date'
import type { Counts } from '@waymark/scoring/counts'
import type { ScoredItem } from '@waymark/scoring/decompose'
import fc from 'fast-check'

/** Arbitraries for property tests. Times come from narrow ranges, so that ties, corrections and passages are common. */

const pad = (n: number) => String(n).padStart(2, '0')

/** An existing day of some years; leap days included. */
export const days = ({ from = 2010, to = 2016 }: { from?: number; to?: number } = {}): fc.Arbitrary<Day> =>
  fc
    .tuple(
      fc.integer({ min: from, max: to }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([year, month, day]) => `${year}-${pad(month)}-${pad(Math.min(day, daysInMonth(year, month)))}`)

/** A date as sources give it: a day, a month or a year. */
export const partialDates = (range: { from?: number; to?: number } = {}): fc.Arbitrary<PartialDate> =>
  fc.tuple(days(range), fc.constantFrom(4, 7, 10, 10)).map(([day, length]) => day.slice(0, length))

/** One of twelve instants in UTC with milliseconds. */
export const instants = (): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.integer({ min: 2012, max: 2014 }),
      fc.constantFrom('01-01T00:00:00.000', '06-30T20:30:00.000', '06-30T20:30:00.001', '12-31T23:59:59.999'),
    )
    .map(([year, rest]) => `${year}-${rest}Z`)

export const findings = (): fc.Arbitrary<Finding> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ level: fc.constantFrom(...levels), contrary: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ state: fc.constantFrom(...states) }) },
  )

export const standings = (): fc.Arbitrary<Standing> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('known' as const),
        level: fc.constantFrom(...levels),
        contrary: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('unknown' as const),
        reason: fc.constantFrom(...unknownReasons),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('outside' as const),
        state: fc.constantFrom('not-applicable' as const, 'withdrawn' as const),
      }),
    },
  )

/** A place in both times, within and around the ranges of {@link histories}. */
export const moments = (): fc.Arbitrary<Moment> => fc.record({ asOf: days(), knownAt: instants() })

/**
 * The published assessments of one recommendation as a database can hold them: ids and recorded times rise together,
 * with ties; a correction is recorded after the row that it names, and no row is corrected twice; a withdrawal is not
 * earlier than its row. In order of id.
 */
export const histories = (maxLength = 8): fc.Arbitrary<AssessmentFact[]> =>
  fc
    .array(
      fc.record({
        effective: partialDates({ from: 2011, to: 2014 }),
        recordedAt: instants(),
        finding: findings(),
        corrects: fc.option(fc.nat(), { freq: 2 }),
        withdrawnAt: fc.option(instants(), { freq: 4 }),
      }),
      { maxLength },
    )
    .map((rows) => {
      const recorded = rows.map((row) => row.recordedAt).sort()
      const open: number[] = []
      return rows.map(({ effective, finding, corrects, withdrawnAt }, i) => {
        const recordedAt = recorded[i] ?? ''
        const supersedes =
          corrects === null ? undefined : open.splice(corrects % Math.max(open.length, 1), 1)[0]
        open.push(i + 1)
        return {
          id: i + 1,
          effective,
          recordedAt,
          finding,
          supersedes: supersedes ?? null,
          withdrawnAt: withdrawnAt !== null && withdrawnAt >= recordedAt ? withdrawnAt : null,
        }
      })
    })

const few = fc.integer({ min: 0, max: 12 })

export const counts = (): fc.Arbitrary<Counts> =>
  fc.record({
    none: few,
    limited: few,
    some: few,
    substantial: few,
    full: few,
    contrary: few,
    unknown: few,
    notApplicable: few,
  })

/** The recommendations counted on one day, over at most three areas; references from a pool of ten, so that two days share many. */
export const scoredItems = (): fc.Arbitrary<ScoredItem[]> =>
  fc.uniqueArray(
    fc.record({
      ref: fc.integer({ min: 0, max: 9 }).map((n) => `XX-${n}`),
      area: fc.constantFrom('a', 'b', 'c'),
      standing: standings(),
    }),
    { selector: (item) => item.ref, maxLength: 10 },
  )
