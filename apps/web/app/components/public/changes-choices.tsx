import type { Moment } from '@waymark/api/common/frame.view'
import type { ChangeList } from '@waymark/api/features/change/change.view'
import { getUtcDay } from '@waymark/kernel/instant'
import { Section } from '@waymark/ui/section'
import { buildHref } from './address.ts'
import { type ChangesAsked, getKeptCut } from './changes-words.ts'
import { getMomentLabel } from './date-section.tsx'
import { KeptFields } from './kept-fields.tsx'
import { useWords } from './use-words.ts'
import type { Words } from './words.ts'

type Props = { readonly view: ChangeList; readonly asked: ChangesAsked; readonly path: string }

/** Chooses the two moments: days, the days of rounds and steps, or two states of the record. */
export function ChangesChoices({ view, asked }: Omit<Props, 'path'>) {
  const words = useWords()
  const { buildPlace, formatDate, t } = words
  const copy = t.changes
  const path = buildPlace(view.frame.dossier.key, {}, 'changes')
  const { clock, frame } = view
  return (
    <Section id="dates" title={copy.compare} note={copy.compareHelp[clock]}>
      {clock === 'effective' ? (
        <DayForms view={view} asked={asked} path={path} />
      ) : (
        <InstantForm view={view} asked={asked} path={path} />
      )}
      <ul className="lines small gap-top">
        {clock === 'effective' &&
          listReady(words, view).map(({ label, from }) => (
            <li key={label}>
              <a href={buildHref(path, getKeptCut(view, asked), { from, to: view.to })}>{label}</a>
            </li>
          ))}
        <li>
          {clock === 'effective' ? (
            <a href={buildHref(path, { clock: 'recorded', asOf: view.to, method: asked.method })}>
              {copy.toRecorded}
            </a>
          ) : (
            <a href={buildHref(path, { to: frame.cut.asOf, method: asked.method })}>{copy.toEffective}</a>
          )}
        </li>
        {clock === 'effective' && (
          <li>
            {frame.knownAtChosen ? (
              <>
                {copy.known(formatDate(getUtcDay(frame.cut.knownAt)))}{' '}
                <a
                  href={buildHref(path, getKeptCut(view, asked), {
                    from: view.from,
                    to: view.to,
                    knownAt: undefined,
                  })}
                >
                  {copy.knownReset}
                </a>
              </>
            ) : (
              copy.knownNow
            )}
          </li>
        )}
      </ul>
    </Section>
  )
}

/** Ready-made beginnings before the end that is shown. */
function listReady(
  words: Words,
  { frame, to }: ChangeList,
): { readonly label: string; readonly from: string }[] {
  const { formatDate, t } = words
  const copy = t.changes
  const before = (kind: Moment['kind']) =>
    frame.moments.filter((moment) => moment.kind === kind && moment.day < to).at(-1)
  const [round, step] = [before('round'), before('milestone')]
  const year = `${String(Number(to.slice(0, 4)) - 1).padStart(4, '0')}-12-31`
  return [
    ...(round ? [{ from: round.day, label: copy.sinceRound(round.title, formatDate(round.date)) }] : []),
    ...(step ? [{ from: step.day, label: copy.sinceMilestone(step.title, formatDate(step.date)) }] : []),
    { from: year, label: copy.sinceYear(formatDate(year)) },
  ]
}

function DayForms({ view, asked, path }: Props) {
  const words = useWords()
  const { formatDate, t } = words
  const copy = t.changes
  const { frame, from, to } = view
  const kept = { ...getKeptCut(view, asked), area: asked.area, change: asked.change }
  const days = [
    ...frame.moments.map((moment) => ({ value: moment.day, label: getMomentLabel(words, moment, to) })),
    { value: frame.today, label: t.date.today(formatDate(frame.today)) },
  ].filter(({ value }, i, all) => all.findIndex((other) => other.value === value) === i)
  const chosen = (day: string) =>
    days.some(({ value }) => value === day)
      ? days
      : [{ value: day, label: t.date.chosen(formatDate(day)) }, ...days]
  return (
    <div className="dates">
      <form method="get" action={path}>
        <KeptFields parameters={kept} />
        <div>
          <label htmlFor="from">{copy.from}</label>
          <input id="from" name="from" type="date" defaultValue={from} required />
        </div>
        <div>
          <label htmlFor="to">{copy.to}</label>
          <input id="to" name="to" type="date" defaultValue={to} required />
        </div>
        <button type="submit">{copy.show}</button>
      </form>
      {frame.moments.length > 0 && (
        <form method="get" action={path}>
          <KeptFields parameters={kept} />
          <div>
            <label htmlFor="from-choice">{copy.pick}</label>
            <Days id="from-choice" name="from" day={from} days={chosen(from)} />
          </div>
          <div>
            <label htmlFor="to-choice">{copy.pickTo}</label>
            <Days id="to-choice" name="to" day={to} days={chosen(to)} />
          </div>
          <button type="submit">{t.date.go}</button>
        </form>
      )}
    </div>
  )
}

function Days({
  id,
  name,
  day,
  days,
}: {
  id: string
  name: string
  day: string
  days: readonly { readonly value: string; readonly label: string }[]
}) {
  return (
    <select id={id} name={name} defaultValue={day}>
      {days.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}

function InstantForm({ view, asked, path }: Props) {
  const { formatDate, t } = useWords()
  const copy = t.changes
  const { frame, from, to } = view
  const kept = { ...getKeptCut(view, asked), asOf: undefined, area: asked.area, change: asked.change }
  return (
    <div className="dates">
      <form method="get" action={path}>
        <KeptFields parameters={kept} />
        <div>
          <label htmlFor="from">{copy.from}</label>
          <input id="from" name="from" defaultValue={from} aria-describedby="moments-hint" required />
        </div>
        <div>
          <label htmlFor="to">{copy.to}</label>
          <input id="to" name="to" defaultValue={to} aria-describedby="moments-hint" required />
        </div>
        <div>
          <label htmlFor="asOf">{copy.asOf}</label>
          <input id="asOf" name="asOf" type="date" defaultValue={frame.cut.asOf} required />
        </div>
        <button type="submit">{copy.show}</button>
        <p className="tiny quiet" id="moments-hint">
          {copy.recordedHint(formatDate(getUtcDay(frame.beginsAt)))}
        </p>
      </form>
    </div>
  )
}
