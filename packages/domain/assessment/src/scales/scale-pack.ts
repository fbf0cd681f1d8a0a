import { key, text } from '@waymark/kernel/key'
import { z } from 'zod'

/** Name and version of a scale: `hrc-followup@1`. A changed scale is a new version; old findings keep theirs. */
export const scaleId = z
  .string()
  .max(90)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*@[1-9][0-9]{0,3}$/, 'use a name and a version, like hrc-followup@1')

const mark = z.strictObject({ key, label: text(120), rule: text(1000) })

/**
 * A scale as data: its levels, lowest first, what may stand in the place of a level, and where its rules come from.
 * Labels and rules are in English; the words on screen come from the message catalogue.
 */
export const scalePack = z
  .strictObject({
    id: scaleId,
    title: text(200),
    source: text(500),
    levels: z.array(mark).min(2),
    states: z.array(mark),
  })
  .refine((pack) => {
    const keys = [...pack.levels, ...pack.states].map((one) => one.key)
    return new Set(keys).size === keys.length
  }, 'a key is used twice')
export type ScalePack = z.infer<typeof scalePack>
