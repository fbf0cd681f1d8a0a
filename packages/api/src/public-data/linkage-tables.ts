import { gateStates } from '@waymark/linkage/gate'
import type { z } from 'zod'
import type { consistencyView, leverageView } from '../features/linkage/linkage.view.ts'
import { type Rows, standingWord } from './tables.ts'

const cutOf = ({ frame: { cut } }: Pick<z.infer<typeof leverageView>, 'frame'>) => ({
  asOf: cut.asOf,
  knownAt: cut.knownAt,
  method: cut.method,
})
const cutHeaders = ['asOf', 'knownAt', 'method'] as const

/** One row an open gate; a milestone ahead with nothing open has one row that names no recommendation. */
export const listLeverageRows = (view: z.infer<typeof leverageView>): Rows =>
  view.milestones.flatMap(({ milestone, overdue, unmet, unknown, gates }) =>
    (gates.length > 0 ? gates : [null]).map((gate) => ({
      milestone: milestone.key,
      title: milestone.title,
      track: milestone.track.key,
      planned: milestone.planned,
      overdue,
      unmet,
      unknown,
      recommendation: gate?.ref ?? null,
      recommendationTitle: gate?.title ?? null,
      area: gate?.area.key ?? null,
      required: gate?.required ?? null,
      state: gate?.state ?? null,
      standing: gate === null ? null : standingWord(gate.standing),
      assessed: gate?.assessed ?? null,
      commitments: gate?.commitments.join(' ') ?? null,
      ...cutOf(view),
    })),
  )

/** One row a statement, then one an institution, in which each condition counts once. */
export const listConsistencyRows = (view: z.infer<typeof consistencyView>): Rows => {
  type Counts = z.infer<typeof consistencyView>['unattributed']
  const row = (
    scope: string,
    names: { actor: string | null; commitment: string | null; date: string | null; title: string | null },
    counts: Counts,
    shared: number | null,
    cited: { source: string | null; locator: string | null } = { source: null, locator: null },
  ) => ({
    scope,
    ...names,
    conditions: counts.conditions,
    ...Object.fromEntries(gateStates.map((state) => [state, counts[state]])),
    shared,
    ...cited,
    ...cutOf(view),
  })
  return [
    ...view.institutions.flatMap(({ actor, counts, commitments }) => [
      ...commitments.map((one) =>
        row(
          'commitment',
          { actor: actor.key, commitment: one.key, date: one.date, title: one.summary },
          one.counts,
          one.shared,
          { source: one.source.key, locator: one.locator },
        ),
      ),
      row('institution', { actor: actor.key, commitment: null, date: null, title: actor.name }, counts, null),
    ]),
    row('unattributed', { actor: null, commitment: null, date: null, title: null }, view.unattributed, null),
  ]
}

export const linkageHeaders = {
  leverage: [
    'milestone',
    'title',
    'track',
    'planned',
    'overdue',
    'unmet',
    'unknown',
    'recommendation',
    'recommendationTitle',
    'area',
    'required',
    'state',
    'standing',
    'assessed',
    'commitments',
    ...cutHeaders,
  ],
  consistency: [
    'scope',
    'actor',
    'commitment',
    'date',
    'title',
    'conditions',
    ...gateStates,
    'shared',
    'source',
    'locator',
    ...cutHeaders,
  ],
} as const satisfies Record<string, readonly string[]>
