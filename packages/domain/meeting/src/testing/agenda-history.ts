import type { Level, State } from '@waymark/assessment/level'
import type { CaseStatusKind, HearingKind, Sensitivity } from '@waymark/recommendation/case'
import fc from 'fast-check'
import type { Cut } from '../reason.ts'

/** A record as it was written over time, in the plainest form: rows with the instant at which each was recorded. */
export type History = {
  readonly recommendations: readonly {
    readonly ref: string
    readonly issued: string
    readonly leftOn: string | null
    readonly reviewMonths: number
    /** The area at first, and from an instant on another. */
    readonly area: string
    readonly moved: { readonly area: string; readonly recordedAt: string } | null
  }[]
  readonly findings: readonly {
    readonly id: number
    readonly ref: string
    readonly effective: string
    readonly recordedAt: string
    readonly level: Level | null
    readonly state: State | null
    readonly contrary: boolean
    readonly withdrawnAt: string | null
    readonly for: number
    readonly against: number
  }[]
  readonly ratings: readonly {
    readonly ref: string
    readonly recordedAt: string
    readonly first: Said
    readonly second: Said
  }[]
  readonly claims: readonly {
    readonly ref: string
    readonly date: string
    readonly level: Level | null
    readonly recordedAt: string
  }[]
  readonly links: readonly {
    readonly ref: string
    readonly milestone: string
    readonly planned: string
    readonly role: 'required' | 'expected' | 'context'
    readonly required: Level | null
    readonly waived: boolean
  }[]
  readonly cases: readonly {
    readonly key: string
    readonly sensitivity: Sensitivity
    readonly statuses: readonly {
      readonly status: CaseStatusKind
      readonly date: string
      readonly recordedAt: string
    }[]
    readonly hearings: readonly { readonly kind: HearingKind; readonly date: string }[]
  }[]
  readonly since: Cut
  readonly until: Cut
  readonly aheadDays: number
}
type Said = { readonly level: Level | null; readonly state: State | null; readonly contrary: boolean }

const refs = ['XX-2020-01', 'XX-2020-02', 'XX-2020-03']
const pad = (n: number) => String(n).padStart(2, '0')

/** Days and instants close to each other, so that they often coincide. */
const month = fc.integer({ min: 1, max: 12 })
const day = fc
  .tuple(fc.integer({ min: 2019, max: 2022 }), month, fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${pad(m)}-${pad(d)}`)
const partial = fc.oneof(
  { weight: 4, arbitrary: day },
  fc.tuple(fc.integer({ min: 2019, max: 2022 }), month).map(([y, m]) => `${y}-${pad(m)}`),
  fc.integer({ min: 2019, max: 2022 }).map(String),
)
const instant = fc
  .tuple(fc.integer({ min: 2020, max: 2022 }), month, fc.integer({ min: 0, max: 3 }))
  .map(([y, m, h]) => `${y}-${pad(m)}-15T0${h}:00:00.000Z`)
const level = fc.constantFrom<Level>('none', 'limited', 'some', 'substantial', 'full')
const said: fc.Arbitrary<Said> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ level, state: fc.constant(null), contrary: fc.nat(3).map((n) => n === 0) }),
  },
  fc.record({
    level: fc.constant(null),
    state: fc.constantFrom<State>('not-assessed', 'no-information', 'not-applicable', 'withdrawn'),
    contrary: fc.constant(false),
  }),
)
const ref = fc.constantFrom(...refs)
const few = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) => fc.array(arbitrary, { maxLength })

const recommendation = (name: string) =>
  fc.record({
    ref: fc.constant(name),
    issued: fc.oneof({ weight: 3, arbitrary: fc.constant('2019-01-01') }, day),
    leftOn: fc.option(day, { freq: 1 }),
    reviewMonths: fc.constantFrom(12, 24, 36),
    area: fc.constantFrom('a', 'b'),
    moved: fc.option(fc.record({ area: fc.constantFrom('a', 'b'), recordedAt: instant }), { freq: 3 }),
  })

const finding = fc
  .record({
    ref,
    effective: partial,
    recordedAt: instant,
    said,
    withdrawnAt: fc.option(instant, { freq: 1 }),
    for: fc.integer({ min: 0, max: 2 }),
    against: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ said: { level: l, state, contrary }, ...rest }) => ({ ...rest, level: l, state, contrary }))

const oneCase = (key: string) =>
  fc.record({
    key: fc.constant(key),
    sensitivity: fc.constantFrom<Sensitivity>('public', 'internal', 'confidential'),
    statuses: few(
      fc.record({
        status: fc.constantFrom<CaseStatusKind>('detained', 'on-trial', 'released'),
        date: partial,
        recordedAt: instant,
      }),
      4,
    ),
    hearings: few(fc.record({ kind: fc.constantFrom<HearingKind>('trial', 'appeal'), date: partial }), 3),
  })

/** Any history, and two cuts through it, the later not before the earlier on either clock. */
export const history: fc.Arbitrary<History> = fc
  .record({
    recommendations: fc.tuple(...refs.map(recommendation)),
    findings: fc
      .array(finding, { minLength: 3, maxLength: 14 })
      .map((all) => all.map((one, index) => ({ ...one, id: index + 1 }))),
    ratings: few(fc.record({ ref, recordedAt: instant, first: said, second: said }), 5),
    claims: few(
      fc.record({ ref, date: partial, level: fc.option(level, { freq: 5 }), recordedAt: instant }),
      5,
    ),
    links: few(
      fc.record({
        ref,
        milestone: fc.constantFrom('signature', 'ratification'),
        planned: partial,
        role: fc.constantFrom('required' as const, 'expected' as const, 'context' as const),
        required: fc.option(level, { freq: 6 }),
        waived: fc.boolean(),
      }),
      6,
    ),
    cases: fc.tuple(oneCase('case-a'), oneCase('case-b')),
    days: fc.tuple(day, day),
    instants: fc.tuple(instant, instant),
    aheadDays: fc.constantFrom(1, 30, 90, 400),
  })
  .map(({ days, instants, ...rest }) => {
    const [asOf = '', laterAsOf = ''] = [...days].sort()
    const [knownAt = '', laterKnownAt = ''] = [...instants].sort()
    return { ...rest, since: { asOf, knownAt }, until: { asOf: laterAsOf, knownAt: laterKnownAt } }
  })
