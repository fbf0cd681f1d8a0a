import type { z } from 'zod'
import type { CutInput } from '../../common/cut.ts'
import { getCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import { listPublicCases } from '../case/list-cases.query.ts'
import type { ChangeList } from '../change/change.view.ts'
import { listChanges } from '../change/list-changes.query.ts'
import type { LeverageLine, StepView } from '../linkage/linkage.view.ts'
import { getLeverage } from '../linkage/list-leverage.query.ts'
import { listSteps } from '../linkage/list-steps.query.ts'
import { listRoundPage } from '../round/list-rounds.query.ts'
import type { roundList } from '../round/round.view.ts'
import { getOverview } from '../score/get-score.query.ts'
import type { overview } from '../score/score.view.ts'

/** Everything that a country brief says, all of it public. */
export type CountryBrief = {
  readonly overview: z.infer<typeof overview>
  /** null where no dialogue round lies before the day. */
  readonly changes: ChangeList | null
  /** Milestones ahead with something open, by date. */
  readonly leverage: readonly LeverageLine[]
  /** Milestones passed that had a required condition. */
  readonly passed: readonly StepView[]
  readonly round: z.infer<typeof roundList>['rounds'][number] | null
  readonly cases: Awaited<ReturnType<typeof listPublicCases>>['cases']
}

/** How many open gates of a milestone are named. */
const gatesNamed = 3

/** Asks what the pages of the dossier ask; the number of queries does not depend on what is found. Refusals: those of the cut. */
export async function readCountryBrief(ctx: Context, input: CutInput): Promise<CountryBrief> {
  const overview = await getOverview(ctx, input)
  const { since } = overview
  const [changes, leverage, steps, rounds, cases] = await Promise.all([
    since === null ? null : listChanges(ctx, { ...input, fromRound: since.key }),
    getLeverage(ctx, input, gatesNamed),
    getCut(ctx, input).then((resolved) => listSteps(ctx, resolved)),
    listRoundPage(ctx, input),
    listPublicCases(ctx, input),
  ])
  return {
    overview,
    changes,
    leverage: leverage.milestones.filter(({ unmet, unknown }) => unmet + unknown > 0),
    passed: steps.steps.filter(({ occurred, required }) => occurred !== null && sum(required) > 0),
    round: rounds.rounds[0] ?? null,
    cases: cases.cases,
  }
}

const sum = ({ met, unmet, unknown, waived }: StepView['required']) => met + unmet + unknown + waived
