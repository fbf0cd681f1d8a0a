import type { MeetingView } from '@waymark/api/features/meeting/meeting.view'
import type { SeriesTemplate } from '@waymark/meeting/series'
import { InputField, SelectField } from '@waymark/ui/field'
import { formatMinuteInZone, offeredZones } from '../desk/edition-zone.ts'
import { DateField, type FormState, getControl } from '../desk/form-frame.tsx'
import type { Typed } from '../desk/submit-form.ts'
import { useDeskWords } from '../desk/use-desk-words.ts'

export type PlanView = NonNullable<MeetingView['plan']>

const hourMs = 3_600_000
const asText = (n: number | null): string => (n === null ? '' : String(n))

/** When a meeting begins, in UTC; without a time, when its day does. */
export const getBegin = (heldOn: string, startsAt: string | null, zone: string): string =>
  formatMinuteInZone(`${heldOn}T${startsAt ?? '00:00'}`, zone)

/** A plan as its form shows it. The freezing is told in hours before the beginning. */
export function buildPlanTyped(plan: PlanView): Typed {
  const { title, heldOn, startsAt, zone, place, freezeAt, aheadDays, itemMinutes } = plan
  const begin = Date.parse(getBegin(heldOn, startsAt, zone))
  return {
    title,
    heldOn,
    startsAt: startsAt ?? '',
    zone,
    place: place ?? '',
    freezeHours: freezeAt === null ? '' : asText(Math.round((begin - Date.parse(freezeAt)) / hourMs)),
    aheadDays: asText(aheadDays),
    itemMinutes: asText(itemMinutes),
  }
}

/** What a series gives to a new meeting, as the form shows it. */
export const buildTemplateTyped = ({
  startsAt,
  zone,
  place,
  freezeHours,
  aheadDays,
  itemMinutes,
}: SeriesTemplate): Typed => ({
  startsAt: startsAt ?? '',
  zone,
  place: place ?? '',
  freezeHours: asText(freezeHours),
  aheadDays: asText(aheadDays),
  itemMinutes: asText(itemMinutes),
})

/** What each meeting has: when and where, when its agenda is frozen, how far ahead it looks. */
export function TemplateFields({ state }: { state: FormState }) {
  const { t } = useDeskWords()
  const copy = t.meeting.series
  const zones = [...new Set<string>([...offeredZones, ...(state.typed.zone ? [state.typed.zone] : [])])]
  return (
    <>
      <InputField
        short
        autoComplete="off"
        label={copy.startsAt}
        hint={copy.startsAtHint}
        {...getControl(state, 'startsAt')}
      />
      <SelectField
        short
        label={copy.zone}
        options={zones.map((zone) => ({ value: zone, label: zone }))}
        {...getControl(state, 'zone')}
      />
      <InputField autoComplete="off" label={copy.place} {...getControl(state, 'place')} />
      <InputField
        short
        inputMode="numeric"
        autoComplete="off"
        label={copy.freezeHours}
        hint={copy.freezeHoursHint}
        {...getControl(state, 'freezeHours')}
      />
      <InputField
        short
        inputMode="numeric"
        autoComplete="off"
        label={copy.aheadDays}
        hint={copy.aheadDaysHint}
        {...getControl(state, 'aheadDays')}
      />
      <InputField
        short
        inputMode="numeric"
        autoComplete="off"
        label={copy.itemMinutes}
        hint={copy.itemMinutesHint}
        {...getControl(state, 'itemMinutes')}
      />
    </>
  )
}

/** The plan of one meeting. */
export function PlanFields({ state }: { state: FormState }) {
  const { t } = useDeskWords()
  const copy = t.meeting.plan
  return (
    <>
      <InputField autoComplete="off" label={copy.title} {...getControl(state, 'title')} />
      <DateField state={state} name="heldOn" label={copy.heldOn} hint={copy.heldOnHint} />
      <TemplateFields state={state} />
    </>
  )
}
