import { crosswalks } from '@waymark/assessment/scales/crosswalk'
import { scalePacks } from '@waymark/assessment/scales/registry'
import { methods } from '@waymark/scoring/methods/registry'
import type { z } from 'zod'
import type { CutInput } from '../../common/cut.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { methodView } from './score.view.ts'

/** The page on the method, made of the methods' and scales' own data. */
export async function getMethodPage(ctx: Context, input: CutInput): Promise<z.infer<typeof methodView>> {
  return {
    frame: await getFrame(ctx, await getCut(ctx, input)),
    methods: Object.values(methods).map((m) => ({
      id: m.id,
      title: m.title,
      scale: 'eu-progress@1',
      values: { ...m.values, contrary: m.contrary },
      unknown: { low: m.unknown.low, high: m.unknown.high },
      overall: m.overall,
      freshnessMonths: m.freshnessMonths,
      gateWeighting: m.gateWeighting,
      introduced: m.introduced,
    })),
    scales: Object.values(scalePacks).map((scale) => {
      const crosswalk = Object.values(crosswalks).find((c) => c.from === scale.id)
      return {
        id: scale.id,
        title: scale.title,
        source: scale.source,
        levels: scale.levels.map(({ key, label, rule }) => ({ key, label, rule })),
        states: scale.states.map(({ key, label, rule }) => ({ key, label, rule })),
        crosswalk:
          crosswalk === undefined
            ? null
            : Object.entries(crosswalk.images).map(([from, image]) => ({ from, ...image })),
      }
    }),
  }
}
