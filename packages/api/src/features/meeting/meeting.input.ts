import { key } from '@waymark/kernel/key'
import { audience, plan, stageEvent, workEvent } from '@waymark/meeting/event'
import { series } from '@waymark/meeting/series'
import { languages } from '@waymark/messages/language'
import { z } from 'zod'

const id = z.int().positive()
const dossier = { dossier: key }

export const seriesInput = z.strictObject({ ...dossier, ...series.shape })
export type SeriesInput = z.infer<typeof seriesInput>

/** `basedOn`: the version that was read. `ended`: no more meetings are called. */
export const changeSeriesInput = z.strictObject({
  ...seriesInput.shape,
  series: id,
  basedOn: id,
  ended: z.boolean().default(false),
})
export type ChangeSeriesInput = z.infer<typeof changeSeriesInput>

export const createMeetingInput = z.strictObject({ ...dossier, series: id, plan })
export type CreateMeetingInput = z.infer<typeof createMeetingInput>

export const listMeetingsInput = z.strictObject({
  ...dossier,
  series: id.optional(),
  page: z.int().min(1).max(10_000).default(1),
})
export type ListMeetingsInput = z.infer<typeof listMeetingsInput>

export const meetingTarget = z.strictObject({ ...dossier, meeting: id })
export type MeetingTarget = z.infer<typeof meetingTarget>

/** `id`: chosen by whoever asks; asking again with it answers as the first time and records nothing. */
const once = { id: z.uuid() }
export const recordInput = z.strictObject({ ...meetingTarget.shape, ...once, event: workEvent })
export type RecordInput = z.infer<typeof recordInput>

/** `lastEventId`: the number of the last news that the client has; it sends it by itself when it connects again. */
export const followInput = z.strictObject({
  ...meetingTarget.shape,
  lastEventId: z
    .string()
    .regex(/^\d{1,9}$/)
    .nullish()
    .transform((value) => value ?? undefined),
})
export type FollowInput = z.infer<typeof followInput>

export const minutesInput = z.strictObject({ ...meetingTarget.shape, audience })
export type MinutesInput = z.infer<typeof minutesInput>

/** `language`: of the words around what was written, which stays in its own. */
export const minutesFileInput = z.strictObject({
  ...minutesInput.shape,
  format: z.enum(['docx', 'pdf', 'html']),
  language: z.enum(languages),
})
export type MinutesFileInput = z.infer<typeof minutesFileInput>

/** `sha256`: of the minutes that were read. */
export const approveInput = z.strictObject({
  ...meetingTarget.shape,
  ...once,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type ApproveInput = z.infer<typeof approveInput>

export const stageInput = z.strictObject({ ...meetingTarget.shape, ...once, event: stageEvent })
