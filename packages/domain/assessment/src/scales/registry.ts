import { euProgress1 } from './eu-progress-1.ts'
import { hrcFollowup1 } from './hrc-followup-1.ts'
import { ogpCompletion1 } from './ogp-completion-1.ts'
import type { ScalePack } from './scale-pack.ts'

/** Every scale, by id. A new scale is its file and one line here; a published one never changes. */
export const scalePacks = {
  'eu-progress@1': euProgress1,
  'hrc-followup@1': hrcFollowup1,
  'ogp-completion@1': ogpCompletion1,
} as const satisfies Record<string, ScalePack>

export type ScaleId = keyof typeof scalePacks
/** The keys of a scale: its levels and its states. */
export type ScaleKey<S extends ScaleId> = (typeof scalePacks)[S]['levels' | 'states'][number]['key']
