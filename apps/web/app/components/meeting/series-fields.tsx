import { rhythms, type SeriesTemplate } from '@waymark/meeting/series'
import { InputField, TextAreaField } from '@waymark/ui/field'
import type { DeskWords } from '../desk/desk-words.ts'
import { ChoiceField, type FormState, getControl } from '../desk/form-frame.tsx'
import type { Typed } from '../desk/submit-form.ts'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { buildTemplateTyped, TemplateFields } from './plan-fields.tsx'

/** A new series: monthly, a look of a quarter of a year ahead, an agenda that is frozen a day before. */
export const newSeriesTyped: Typed = {
  rhythm: 'monthly',
  zone: 'UTC',
  freezeHours: '24',
  aheadDays: '90',
}

/** A series as its form shows it. */
export const buildSeriesTyped = ({
  title,
  rhythm,
  template,
}: {
  readonly title: string
  readonly rhythm: string
  readonly template: SeriesTemplate
}): Typed => ({ title, rhythm, ...buildTemplateTyped(template), topics: template.topics.join('\n') })

/** What a series is called, how often it meets, and what each of its meetings begins with. */
export function SeriesFields({ state }: { state: FormState }) {
  const { t } = useDeskWords()
  const copy = t.meeting.series
  return (
    <>
      <InputField autoComplete="off" label={copy.title} {...getControl(state, 'title')} />
      <ChoiceField
        state={state}
        name="rhythm"
        label={copy.rhythm}
        choices={rhythms.map((key) => ({ key, title: t.meeting.rhythms[key] }))}
      />
      <TemplateFields state={state} />
      <TextAreaField rows={3} label={copy.topics} hint={copy.topicsHint} {...getControl(state, 'topics')} />
    </>
  )
}

/** What each meeting of a series has, on one line. */
export function formatTemplate(
  { t }: DeskWords,
  { startsAt, zone, place, freezeHours, aheadDays, itemMinutes }: SeriesTemplate,
): string {
  const copy = t.meeting.series
  return [
    startsAt === null ? null : t.meeting.head.time(startsAt, zone),
    place,
    freezeHours === null ? null : copy.frozen(freezeHours),
    copy.ahead(aheadDays),
    itemMinutes === null ? null : copy.each(itemMinutes),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}
