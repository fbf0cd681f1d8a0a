import { confidences, levels, states } from '@waymark/assessment/level'
import { unknownReasons } from '@waymark/assessment/standing'
import { gateStates } from '@waymark/linkage/gate'
import { linkageRoles, milestoneKinds } from '@waymark/linkage/linkage'
import { caseKinds, caseStatuses } from '@waymark/recommendation/case'
import { basis as bases, wording as wordings } from '@waymark/recommendation/recommendation'
import { sides } from '@waymark/recommendation/side'
import { sourceKinds } from '@waymark/recommendation/source'
import { uptakeKinds } from '@waymark/recommendation/uptake'
import { changeKinds } from '@waymark/scoring/changes'
import { clocks } from '../features/change/change.input.ts'
import type { dataHeaders } from './data-table.ts'
import type { linkageHeaders } from './linkage-tables.ts'
import type { headers } from './tables.ts'
import type { TableName } from './view-list.ts'

/**
 * What the values of a column are. `partial-date`: a date as far as it is known (`2013`, `2013-11`, `2013-11-27`);
 * `instant`: ISO 8601 in UTC.
 */
export const columnTypes = [
  'string',
  'integer',
  'number',
  'boolean',
  'date',
  'partial-date',
  'instant',
] as const
export type ColumnType = (typeof columnTypes)[number]

/** What numbers count in: things, whole months, or points of the index from 0 to 100. */
export const columnUnits = ['items', 'months', 'index'] as const

export type Column = {
  readonly type: ColumnType
  readonly unit?: (typeof columnUnits)[number]
  /** Every value that may occur; left out where they are no list. */
  readonly values?: readonly string[]
  /** True where no row leaves it empty. */
  readonly always?: true
}

type Headers = typeof headers & typeof linkageHeaders & typeof dataHeaders
/** The columns of a table, in the order of the file. */
export type ColumnName<T extends TableName> = Headers[T][number]

const always = <C extends Column>(column: C) => ({ ...column, always: true }) as const
const text: Column = { type: 'string' }
const list = (values: readonly string[]): Column => ({ type: 'string', values })
const flag: Column = { type: 'boolean' }
const partialDate: Column = { type: 'partial-date' }
const day: Column = { type: 'date' }
const count: Column = { type: 'integer', unit: 'items' }
const months: Column = { type: 'integer', unit: 'months' }
const index: Column = { type: 'number', unit: 'index' }

const standingWords = [...levels, 'contrary', ...unknownReasons, 'not-applicable', 'withdrawn']
const level = list(levels)
const state = list(states)
const standing = list(standingWords)
const side = always(list(sides))

const cut = {
  asOf: always(day),
  knownAt: always<Column>({ type: 'instant' }),
  method: always(text),
}
const gate = {
  recommendation: always(text),
  milestone: always(text),
  role: always(list(linkageRoles)),
  required: level,
  state: always(list(gateStates)),
  since: list(['improved', 'unchanged', 'worsened']),
  commitments: text,
}
const gateCounts = {
  met: always(count),
  unmet: always(count),
  unknown: always(count),
  waived: always(count),
  'met-at-passage': always(count),
  'passed-while-unmet': always(count),
  'passed-while-unknown': always(count),
}

/** Each column of each table: a column that is not declared here does not compile, and a test holds every value to it. */
export const columns = {
  score: {
    scope: always(list(['area', 'overall', 'pooled', 'eu-side'])),
    key: always(text),
    title: always(text),
    none: always(count),
    limited: always(count),
    some: always(count),
    substantial: always(count),
    full: always(count),
    contrary: always(count),
    unknown: always(count),
    notApplicable: always(count),
    assessed: always(count),
    applicable: always(count),
    indexLow: index,
    indexHigh: index,
    ...cut,
  },
  areas: {
    area: always(text),
    title: always(text),
    date: always(day),
    occasion: always(list(['round', 'milestone', 'year', 'shown'])),
    occasionTitle: text,
    assessed: always(count),
    applicable: always(count),
    indexLow: index,
    indexHigh: index,
    ...cut,
  },
  recommendations: {
    ref: always(text),
    title: always(text),
    area: always(text),
    areaTitle: always(text),
    side,
    basis: always(list(bases.options)),
    wording: always(list(wordings.options)),
    issued: always(partialDate),
    replaced: always(flag),
    standing: always(standing),
    level,
    state,
    contrary: flag,
    effective: partialDate,
    evidence: count,
    uptake: list(uptakeKinds),
    uptakeDate: partialDate,
    uptakeSince: always(partialDate),
    uptakeMonths: months,
    waitingMonths: months,
    asks: always(count),
    gatesMet: always(count),
    gatesUnmet: always(count),
    gatesUnknown: always(count),
    gatesWaived: always(count),
    passedWhileUnmet: always(count),
    ...cut,
  },
  history: {
    ref: always(text),
    effective: always(partialDate),
    level,
    state,
    contrary: always(flag),
    confidence: always(list(confidences)),
    rationale: always(text),
    evidence: text,
    recordedAt: always<Column>({ type: 'instant' }),
    fate: always(list(['stands', 'corrected', 'withdrawn'])),
    ...cut,
  },
  gates: { ...gate, ...cut },
  milestones: {
    key: always(text),
    track: always(text),
    kind: always(list(milestoneKinds)),
    title: always(text),
    planned: partialDate,
    occurred: partialDate,
    requiredMet: always(count),
    requiredUnmet: always(count),
    requiredUnknown: always(count),
    requiredWaived: always(count),
    listed: always(count),
    source: always(text),
    ...cut,
  },
  milestoneGates: {
    ...gate,
    title: always(text),
    side,
    evaluatedOn: always(day),
    standingThen: always(standing),
    standingNow: always(standing),
    ...cut,
  },
  changes: {
    recommendation: always(text),
    from: standing,
    to: standing,
    change: always(list(changeKinds)),
    clock: always(list(clocks)),
    fromMoment: always(text),
    toMoment: always(text),
    fromMethod: always(text),
    ...cut,
  },
  cases: {
    key: always(text),
    kind: always(list(caseKinds)),
    name: always(text),
    status: list(caseStatuses),
    date: partialDate,
    source: text,
    note: text,
    recommendations: text,
    ...cut,
  },
  rounds: {
    key: always(text),
    title: always(text),
    date: always(partialDate),
    place: text,
    source: always(text),
    recommendationsInForce: always(count),
    proposals: always(count),
    raised: always(count),
    texts: always(count),
    commitments: always(count),
    takenUp: text,
    ...cut,
  },
  timeline: {
    kind: always(
      list([
        'round',
        ...milestoneKinds.map((kind) => `milestone: ${kind}`),
        'commitment',
        'stated',
        'adopted',
        'changes',
      ]),
    ),
    from: day,
    to: day,
    date: partialDate,
    key: text,
    title: text,
    track: text,
    state: list(['occurred', 'planned', 'cancelled']),
    count,
    advanced: count,
    regressed: count,
    contrary: count,
    ...cut,
  },
  sources: {
    key: always(text),
    title: always(text),
    publisher: always(text),
    kind: always(list(sourceKinds)),
    date: always(partialDate),
    url: text,
    language: always(text),
    recommendations: always(count),
    evidence: always(count),
    uptake: always(count),
    commitments: always(count),
    milestones: always(count),
    rounds: always(count),
    claims: always(count),
    cases: always(count),
    ...cut,
  },
  leverage: {
    milestone: always(text),
    title: always(text),
    track: always(text),
    planned: partialDate,
    overdue: always(flag),
    unmet: always(count),
    unknown: always(count),
    recommendation: text,
    recommendationTitle: text,
    area: text,
    required: level,
    state: list(['unmet', 'unknown']),
    standing,
    assessed: partialDate,
    commitments: text,
    ...cut,
  },
  consistency: {
    scope: always(list(['commitment', 'institution', 'unattributed'])),
    actor: text,
    commitment: text,
    date: partialDate,
    title: text,
    conditions: always(count),
    ...gateCounts,
    shared: count,
    source: text,
    locator: text,
    ...cut,
  },
  columns: {
    view: always(text),
    path: text,
    column: always(text),
    position: always<Column>({ type: 'integer' }),
    type: always(list(columnTypes)),
    unit: list(columnUnits),
    values: text,
    description: always(text),
    ...cut,
  },
} as const satisfies { readonly [T in TableName]: Readonly<Record<ColumnName<T>, Column>> }
