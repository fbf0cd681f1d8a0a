import { text } from '@waymark/kernel/key'
import { calendarDay } from '@waymark/kernel/partial-date'
import { clockTime, timeZone } from '@waymark/meeting/clock'
import { rhythm, type SeriesTemplate } from '@waymark/meeting/series'
import { z } from 'zod'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import type { Sentences } from '../../components/desk/written-form.ts'
import { getBegin, type PlanView } from '../../components/meeting/plan-fields.tsx'

const whole = (most: number, least = 1) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most))

const template = {
  startsAt: clockTime.optional(),
  zone: timeZone,
  place: text(200).optional(),
  freezeHours: whole(720, 0).optional(),
  aheadDays: whole(730),
  itemMinutes: whole(600).optional(),
}
const templateFields = Object.keys(template)

/** The plan of a meeting as its form says it. */
export const planForm = z.strictObject({ title: text(200), heldOn: calendarDay, ...template })
export const planFields = ['title', 'heldOn', ...templateFields]

/** A series as its form says it; topics are a line each. */
export const seriesForm = z.strictObject({
  title: text(200),
  rhythm,
  ...template,
  topics: z
    .string()
    .transform((lines) => lines.split('\n').flatMap((line) => line.trim() || []))
    .pipe(z.array(text(300)).max(20))
    .optional(),
})
export const seriesFields = ['title', 'rhythm', ...templateFields, 'topics']

const hourMs = 3_600_000

/** The plan that a form says: the agenda is frozen so many hours before the beginning. */
export function buildPlan({
  title,
  heldOn,
  startsAt = undefined,
  zone,
  place,
  freezeHours,
  aheadDays,
  itemMinutes,
}: z.infer<typeof planForm>): PlanView {
  const begin = Date.parse(getBegin(heldOn, startsAt ?? null, zone))
  return {
    title,
    heldOn,
    startsAt: startsAt ?? null,
    zone,
    place: place ?? null,
    freezeAt: freezeHours === undefined ? null : new Date(begin - freezeHours * hourMs).toISOString(),
    aheadDays,
    itemMinutes: itemMinutes ?? null,
  }
}

export function buildTemplate({
  startsAt,
  zone,
  place,
  freezeHours,
  aheadDays,
  itemMinutes,
  topics,
}: z.infer<typeof seriesForm>): SeriesTemplate {
  return {
    startsAt: startsAt ?? null,
    zone,
    place: place ?? null,
    freezeHours: freezeHours ?? null,
    aheadDays,
    itemMinutes: itemMinutes ?? null,
    topics: topics ?? [],
  }
}

/** What is wrong with a field of these forms, and what to do. */
export function getPlanSentences({ t }: DeskWords): Sentences {
  const copy = t.meeting.plan
  const fields = [...new Set([...planFields, ...seriesFields, 'reason', 'until', 'key', 'kind', 'who'])]
  return {
    missing: {
      ...Object.fromEntries(fields.map((field) => [field, copy.missing])),
      heldOn: copy.invalidDay,
      until: copy.invalidDay,
      aheadDays: copy.invalidDays,
    },
    invalid: {
      ...Object.fromEntries(fields.map((field) => [field, copy.invalid])),
      heldOn: copy.invalidDay,
      until: copy.invalidDay,
      startsAt: copy.invalidTime,
      zone: copy.invalidZone,
      freezeHours: copy.invalidHours,
      aheadDays: copy.invalidDays,
      itemMinutes: copy.invalidMinutes,
      minutes: copy.invalidMinutes,
      topics: copy.invalidTopics,
      key: t.meeting.agenda.badKey,
    },
    moved: copy.moved,
  }
}
