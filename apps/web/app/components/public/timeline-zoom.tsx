import type { Timeline } from '@waymark/api/features/timeline/timeline.view'
import { countMonths, getLast, getMoved, getZoomedIn, getZoomedOut, type Months } from '@waymark/kernel/span'
import { InputField } from '@waymark/ui/field'
import { type AskedCut, buildPlace, getCut } from './address.ts'
import { KeptFields } from './kept-fields.tsx'
import { t } from './messages.ts'
import { buildSpanHref } from './timeline-marks.ts'

const words = t.timeline

/** Chooses the span by links and by a form that makes an address: no script takes part. */
export function TimelineZoom({ view, asked }: { view: Timeline; asked: AskedCut }) {
  const { span, whole, frame } = view
  const here: Months = { from: span.from, to: span.to }
  const { asOf } = frame.cut
  const ready: readonly (readonly [string, Months])[] = [
    [words.spans.whole, whole],
    ...(
      [
        [words.spans.ten, 120],
        [words.spans.three, 36],
        [words.spans.one, 12],
      ] as const
    )
      .filter(([, months]) => months < countMonths(whole))
      .map(([label, months]) => [label, getLast(whole, asOf, months)] as const),
  ]
  const steps: readonly (readonly [string, Months | null])[] = [
    [words.in, getZoomedIn(here)],
    [words.out, getZoomedOut(here, whole)],
    [words.earlier, getMoved(here, whole, -1)],
    [words.later, getMoved(here, whole, 1)],
  ]
  return (
    <nav aria-label={words.zoom}>
      <ul className="spans">
        {[...ready, ...steps].map(([label, months]) => {
          if (months === null) return null
          const current = months.from === here.from && months.to === here.to
          return (
            <li key={label}>
              <a href={buildSpanHref(view, asked, months)} aria-current={current ? 'true' : undefined}>
                {label}
              </a>
            </li>
          )
        })}
      </ul>
      <form
        method="get"
        action={buildPlace(frame.dossier.key, {}, 'timeline')}
        className="tools filter"
        aria-label={words.zoom}
      >
        <KeptFields parameters={getCut(asked)} />
        <InputField
          id="from"
          name="from"
          label={words.from}
          hint={words.hint}
          defaultValue={span.from}
          maxLength={7}
        />
        <InputField
          id="to"
          name="to"
          label={words.to}
          hint={words.hint}
          defaultValue={span.to}
          maxLength={7}
        />
        <button type="submit">{words.show}</button>
      </form>
    </nav>
  )
}
