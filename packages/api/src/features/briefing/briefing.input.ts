import { key, reference, text } from '@waymark/kernel/key'
import { calendarDay, instant, partialDate } from '@waymark/kernel/partial-date'
import { body } from '@waymark/meeting/briefing/body'
import { audience } from '@waymark/meeting/event'
import { contentLanguage } from '@waymark/recommendation/translatable'
import { uptakeKind } from '@waymark/recommendation/uptake'
import { z } from 'zod'
import { citedFields } from '../../common/source.input.ts'

const id = z.int().positive()
const dossier = { dossier: key }
const version = z.int().min(1).max(100_000)

/** A round that is not on record yet. */
export const plannedRound = z.strictObject({
  title: text(300),
  date: partialDate,
  place: text(200).nullable(),
})
export type PlannedRound = z.infer<typeof plannedRound>

export const listBriefingsInput = z.strictObject({ ...dossier, page: z.int().min(1).max(10_000).default(1) })
export const briefingTarget = z.strictObject({ ...dossier, briefing: id })
export type BriefingTarget = z.infer<typeof briefingTarget>
export const getBriefingInput = z.strictObject({ ...briefingTarget.shape, version: version.optional() })
export type GetBriefingInput = z.infer<typeof getBriefingInput>

/** `suggested`: everything on record that concerns the round; else an empty paper. `asOf`: left out, today. */
export const createBriefingInput = z
  .strictObject({
    ...dossier,
    round: key.optional(),
    planned: plannedRound.optional(),
    title: text(300),
    language: contentLanguage,
    audience,
    asOf: calendarDay.optional(),
    suggested: z.boolean(),
  })
  .refine(({ round, planned }) => (round === undefined) !== (planned === undefined), {
    path: ['round'],
    message: 'a briefing is for one round: one on record, or one that is planned',
  })
export type CreateBriefingInput = z.infer<typeof createBriefingInput>

export const saveBriefingInput = z.strictObject({ ...briefingTarget.shape, basedOn: version, body })
export type SaveBriefingInput = z.infer<typeof saveBriefingInput>

/** `asOf`: left out, today. */
export const previewRefreshInput = z.strictObject({ ...briefingTarget.shape, asOf: calendarDay.optional() })
export type PreviewRefreshInput = z.infer<typeof previewRefreshInput>

/** `asOf` and `knownAt`: those of the preview that was looked at. `keep`: the changes that are not accepted. */
export const refreshBriefingInput = z.strictObject({
  ...briefingTarget.shape,
  basedOn: version,
  asOf: calendarDay,
  knownAt: instant,
  keep: z.array(z.string().max(200)).max(20_000),
})
export type RefreshBriefingInput = z.infer<typeof refreshBriefingInput>

export const compareBriefingInput = z.strictObject({ ...briefingTarget.shape, from: version, to: version })
export type CompareBriefingInput = z.infer<typeof compareBriefingInput>

export const briefingFormats = ['docx', 'pdf', 'html'] as const
/** `lang`: of what the record says; left out, the briefing's. */
export const exportBriefingInput = z.strictObject({
  ...getBriefingInput.shape,
  format: z.enum(briefingFormats),
  lang: contentLanguage.optional(),
})
export type ExportBriefingInput = z.infer<typeof exportBriefingInput>

/** Characters of 20 MB in base64. */
const mostBase64 = Math.ceil((20 * 1024 * 1024) / 3) * 4
/** Without a file: there is no template any more. */
export const setTemplateInput = z.strictObject({
  ...dossier,
  file: z.strictObject({ name: text(200), base64: z.string().max(mostBase64) }).nullable(),
})
export type SetTemplateInput = z.infer<typeof setTemplateInput>

/** What a round can bring: a proposal is made before it. */
export const outcomeKinds = uptakeKind.exclude(['proposed'])

/**
 * What a round brought, for any of the recommendations of a briefing, on the word of one source. `id` is chosen by whoever asks: asking
 * again with it answers as the first time and records nothing.
 */
export const recordRoundInput = z
  .strictObject({
    ...briefingTarget.shape,
    id: z.uuid(),
    date: partialDate,
    forum: text(500).optional(),
    ...citedFields,
    rows: z
      .array(
        z.strictObject({
          ref: reference,
          kinds: z.array(outcomeKinds).min(1).max(4),
          note: text(4000).optional(),
          locator: text(500).optional(),
        }),
      )
      .min(1)
      .max(300),
  })
  .refine(({ rows }) => new Set(rows.map(({ ref }) => ref)).size === rows.length, {
    path: ['rows'],
    message: 'names a recommendation twice',
  })
export type RecordRoundInput = z.infer<typeof recordRoundInput>
