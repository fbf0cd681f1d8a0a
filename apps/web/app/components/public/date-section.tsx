import type { Frame, Moment } from '@waymark/api/common/frame.view'
import { getUtcDay } from '@waymark/kernel/instant'
import { DateControl } from '@waymark/ui/date-control'
import { MilestoneRail } from '@waymark/ui/milestone-rail'
import { Section } from '@waymark/ui/section'
import { type AskedCut, buildHref, getCut, type Parameters } from './address.ts'
import { useWords } from './use-words.ts'
import type { Words } from './words.ts'

const getKept = (parameters: Parameters): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  )

/** A day to choose. One that comes later than the day shown is named by its kind: its title may tell how it came out. */
export function getMomentLabel(words: Words, { date, day, title, step, kind }: Moment, asOf: string): string {
  const { formatDate, t } = words
  const later = kind === 'round' ? t.date.round : (t.stepKinds[step ?? ''] ?? t.date.milestone)
  return t.date.moment(formatDate(date), day > asOf ? later : title)
}

const getShort = (words: Words, { step }: Moment): { short?: string } => {
  const { t } = words
  const short = t.stepShorts[step ?? '']
  return short === undefined ? {} : { short }
}

/** Chooses the day shown and the record's cut-off; rounds and milestones are ready-made days. */
export function DateSection({
  frame,
  asked,
  place,
  kept,
  rail,
}: {
  frame: Frame
  asked: AskedCut
  place: string
  kept: Parameters
  rail: boolean
}) {
  const words = useWords()
  const { buildPlace, formatDate, t } = words
  const { cut, today, moments, dossier, knownAtChosen, beginsAt } = frame
  const day = formatDate(cut.asOf)
  const known = formatDate(getUtcDay(cut.knownAt))
  const labelled = moments.map((moment) => ({ ...moment, label: getMomentLabel(words, moment, cut.asOf) }))
  // Of several on one day the first is the choice.
  const choices = new Map([[today, t.date.today(formatDate(today))]])
  for (const moment of labelled) if (!choices.has(moment.day)) choices.set(moment.day, moment.label)
  return (
    <Section id="dates" title={t.date.title} hideTitle>
      <DateControl
        action={buildPlace(dossier.key, {}, place)}
        asOf={cut.asOf}
        {...(knownAtChosen ? { knownAt: asked.knownAt ?? cut.knownAt } : {})}
        choices={[...choices].map(([value, label]) => ({ value, label }))}
        keep={getKept({ ...kept, method: asked.method })}
        words={{
          date: t.date.asOf,
          show: t.date.show,
          choice: t.date.pick,
          go: t.date.go,
          known: knownAtChosen ? t.date.knownThen(known) : t.date.knownNow,
          knownAt: t.date.knownAt,
          knownAtHint: `${t.date.knownHint} ${t.date.begins(formatDate(getUtcDay(beginsAt)))}`,
          other: t.date.chosen(day),
        }}
      />
      {knownAtChosen && (
        <p className="small gap-top">
          <a href={buildPlace(dossier.key, { ...asked, knownAt: undefined }, place, kept)}>
            {t.date.knownReset}
          </a>
        </p>
      )}
      {rail && moments.length > 0 && (
        <MilestoneRail
          asOf={cut.asOf}
          last={today}
          stops={labelled.map((moment) => ({
            key: `${moment.kind}-${moment.key}`,
            kind: moment.kind,
            at: moment.day,
            href: buildHref(buildPlace(dossier.key, {}, place), kept, { ...getCut(asked), asOf: moment.day }),
            title: moment.label,
            ...getShort(words, moment),
          }))}
          words={{
            label: t.date.rail,
            asOf: day,
            round: t.date.round,
            milestone: t.date.milestone,
            hint: t.date.hint,
          }}
        />
      )}
    </Section>
  )
}
