import type { Timeline } from '@waymark/api/features/timeline/timeline.view'
import { countMonths, getLast, getMoved, getZoomedIn, getZoomedOut, type Months } from '@waymark/kernel/span'
import { InputField } from '@waymark/ui/field'
import { type AskedCut, getCut } from './address.ts'
import { KeptFields } from './kept-fields.tsx'
import { buildSpanHref } from './timeline-marks.ts'
import { useWords } from './use-words.ts'

/** Chooses the span by links and by a form that makes an address: no script takes part. */
export function TimelineZoom({ view, asked }: { view: Timeline; asked: AskedCut }) {
  const words = useWords()
  const { buildPlace, t } = words
  const copy = t.timeline
  const { span, whole, frame } = view
  const here: Months = { from: span.from, to: span.to }
  const { asOf } = frame.cut
  const ready: readonly (readonly [string, Months])[] = [
    [copy.spans.whole, whole],
    ...(
      [
        [copy.spans.ten, 120],
        [copy.spans.three, 36],
        [copy.spans.one, 12],
      ] as const
    )
      .filter(([, months]) => months < countMonths(whole))
      .map(([label, months]) => [label, getLast(whole, asOf, months)] as const),
  ]
  const steps: readonly (readonly [string, Months | null])[] = [
    [copy.in, getZoomedIn(here)],
    [copy.out, getZoomedOut(here, whole)],
    [copy.earlier, getMoved(here, whole, -1)],
    [copy.later, getMoved(here, whole, 1)],
  ]
  return (
    <nav aria-label={copy.zoom}>
      <ul className="spans">
        {[...ready, ...steps].map(([label, months]) => {
          if (months === null) return null
          const current = months.from === here.from && months.to === here.to
          return (
            <li key={label}>
              <a href={buildSpanHref(words, view, asked, months)} aria-current={current ? 'true' : undefined}>
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
        aria-label={copy.zoom}
      >
        <KeptFields parameters={getCut(asked)} />
        <InputField
          id="from"
          name="from"
          label={copy.from}
          hint={copy.hint}
          defaultValue={span.from}
          maxLength={7}
        />
        <InputField id="to" name="to" label={copy.to} hint={copy.hint} defaultValue={span.to} maxLength={7} />
        <button type="submit">{copy.show}</button>
      </form>
    </nav>
  )
}
