import { calendarDay, instant } from '@waymark/kernel/partial-date'
import { sourceKind } from '@waymark/recommendation/source'
import { uptakeKind } from '@waymark/recommendation/uptake'
import { z } from 'zod'

/** The cut that facts were read at, and the method they are counted by. */
export const basis = z.strictObject({ asOf: calendarDay, knownAt: instant, method: z.string().max(40) })
export type Basis = z.infer<typeof basis>

/** A source as it stands in a footnote. */
export const cited = z.strictObject({
  source: z.strictObject({
    key: z.string(),
    title: z.string(),
    publisher: z.string(),
    kind: sourceKind,
    date: z.string(),
    url: z.string().nullable(),
    language: z.string(),
  }),
  locator: z.string().nullable(),
})
export type Cited = z.infer<typeof cited>

const count = z.int().min(0)
/** Of recommendations: how many count, how they stand, how many are assessed, and the index, not rounded. */
export const figures = z.strictObject({
  distribution: z.strictObject({
    none: count,
    limited: count,
    some: count,
    substantial: count,
    full: count,
    contrary: count,
    unknown: count,
  }),
  assessed: count,
  applicable: count,
  index: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
})
export type Figures = z.infer<typeof figures>

const required = z.strictObject({ met: count, unmet: count, unknown: count, waived: count })
/**
 * What a step is called, and where that is said. Null where it lay ahead and is told of by now: what it is called since is not what
 * anybody knew then.
 */
const step = { title: z.string().nullable(), track: z.string(), cited: cited.nullable() }

/** What a fact says, by the part of a section that it is. Words of the record stand as they were recorded. */
const said = {
  figures: z.strictObject({ part: z.literal('figures'), ...figures.shape }),
  area: z.strictObject({ part: z.literal('area'), title: z.string(), ...figures.shape }),
  asked: z.strictObject({
    part: z.literal('asked'),
    title: z.string(),
    text: z.string(),
    wording: z.enum(['as-issued', 'paraphrase']),
    basis: z.enum(['explicit', 'implied']),
    issued: z.string(),
    by: z.array(z.string()),
    of: z.array(z.string()),
    cited,
  }),
  lineage: z.strictObject({
    part: z.literal('lineage'),
    rounds: z.array(z.strictObject({ title: z.string(), date: z.string() })),
    /** The whole line in order of issue, this one included. */
    line: z.array(z.string()),
  }),
  uptake: z.strictObject({
    part: z.literal('uptake'),
    kind: uptakeKind,
    date: z.string(),
    forum: z.string().nullable(),
    round: z.string().nullable(),
    cited,
  }),
  finding: z.strictObject({
    part: z.literal('finding'),
    /** How it stands, as one word: a level, `contrary`, `stale`, or a state. */
    standing: z.string(),
    effective: z.string().nullable(),
    rationale: z.string().nullable(),
    confidence: z.string().nullable(),
  }),
  evidence: z.strictObject({
    part: z.literal('evidence'),
    stance: z.enum(['supports', 'contradicts', 'context']),
    excerpt: z.string().nullable(),
    factDate: z.string().nullable(),
    cited,
  }),
  claim: z.strictObject({
    part: z.literal('claim'),
    actor: z.string(),
    date: z.string(),
    level: z.string().nullable(),
    text: z.string(),
    cited,
  }),
  change: z.strictObject({
    part: z.literal('change'),
    since: z.strictObject({ title: z.string(), date: z.string() }),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  gate: z.strictObject({
    part: z.literal('gate'),
    milestone: z.string(),
    ...step,
    kind: z.string(),
    planned: z.string().nullable(),
    occurred: z.string().nullable(),
    role: z.string(),
    required: z.string().nullable(),
    state: z.string(),
  }),
  /** Neither its name nor a note about it: those can be erased, and are looked up when the briefing is read. */
  case: z.strictObject({
    part: z.literal('case'),
    /** Up to the day, latest first. */
    statuses: z.array(z.strictObject({ status: z.string(), date: z.string() })),
  }),
  statement: z.strictObject({
    part: z.literal('statement'),
    actor: z.string(),
    date: z.string(),
    summary: z.string(),
    cited,
  }),
  milestone: z.strictObject({
    part: z.literal('milestone'),
    ...step,
    kind: z.string(),
    planned: z.string().nullable(),
    occurred: z.string().nullable(),
    required,
  }),
} as const
export type FactPart = keyof typeof said
export const factParts = Object.keys(said) as readonly FactPart[]

export const factValue = z.discriminatedUnion('part', [
  said.figures,
  said.area,
  said.asked,
  said.lineage,
  said.uptake,
  said.finding,
  said.evidence,
  said.claim,
  said.change,
  said.gate,
  said.case,
  said.statement,
  said.milestone,
])
export type FactValue = z.infer<typeof factValue>
export type FactOf<P extends FactPart> = Extract<FactValue, { readonly part: P }>

/** Something that the record says, with the row that says it. */
export const fact = z.strictObject({
  /** The section it belongs to, and its name within it: `recommendation:KZ-2013-06/finding`. */
  id: z.string().max(200),
  /** What of the record it is read from: `recommendation KZ-2013-06`. */
  row: z.strictObject({ kind: z.string(), key: z.string() }),
  value: factValue,
  /** Where it was kept at a refresh: the basis that it is still on. */
  at: basis.optional(),
})
export type Fact = z.infer<typeof fact>

/** The section of a fact. */
export const getFactSection = ({ id }: Pick<Fact, 'id'>): string => id.slice(0, id.indexOf('/'))

/** Facts by the section they belong to, in their order. */
export const groupFacts = (facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> =>
  Map.groupBy(facts, getFactSection)
