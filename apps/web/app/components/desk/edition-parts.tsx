import type { deskEdition as edition, editionPreview } from '@waymark/api/features/edition/edition.view'
import { formatWhole } from '@waymark/scoring/format'
import { type Fact, Facts } from '@waymark/ui/facts'
import { InputField, SelectField, TextAreaField } from '@waymark/ui/field'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { DeskWords } from './desk-words.ts'
import { getMinuteInZone, offeredZones } from './edition-zone.ts'
import { FormFrame, type FormState, getControl, getFormState } from './form-frame.tsx'
import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'

import type { Outcome } from './written-form.ts'

export type DeskEdition = z.infer<typeof edition>
export type EditionPreview = z.infer<typeof editionPreview>

/** The reader's own time zone; null until script has run. */
function useOwnZone(): string | null {
  const [zone, setZone] = useState<string | null>(null)
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  return zone
}

/** An instant in UTC, and in the reader's zone where that is known. */
export function BothTimes({ instant }: { instant: string }) {
  const { formatDate, formatInstant, t } = useDeskWords()
  const copy = t.edition
  const zone = useOwnZone()
  const utc = formatInstant(instant)
  if (zone === null || zone === 'UTC') return <>{utc}</>
  const { day, time } = getMinuteInZone(instant, zone)
  return (
    <>
      {utc}, {copy.local(`${formatDate(day)}, ${time}`, zone)}
    </>
  )
}

function getPlaceWord({ vocabulary }: DeskWords, place: string): string {
  const { levels, contrary, unknown } = vocabulary
  const places: Readonly<Record<string, { readonly label: string }>> = { ...levels, contrary, unknown }
  return places[place]?.label ?? place
}

/** What would be frozen: figures, hash, how much there is. */
export function PreviewFacts({ preview, dossier }: { preview: EditionPreview; dossier: string }) {
  const words = useDeskWords()
  const { formatDate, formatInstant, lowerFirst, t } = words
  const copy = t.edition
  const { cut, dataSha256, figures, tables } = preview
  const overall = figures.find(({ scope }) => scope === 'overall')
  const counts = Object.entries(overall?.distribution ?? {}).filter(([, count]) => count > 0)
  const facts: Fact[] = [
    {
      key: 'cut',
      term: copy.facts.cut,
      text: (
        <>
          {copy.cut(formatDate(cut.asOf), formatInstant(cut.knownAt), cut.method)}.{' '}
          <PageLink href={`/${dossier}?asOf=${cut.asOf}&knownAt=${cut.knownAt}&method=${cut.method}`}>
            {copy.asPublic}
          </PageLink>
        </>
      ),
    },
    ...(overall === undefined
      ? []
      : [
          {
            key: 'index',
            term: copy.facts.index,
            text:
              overall.index === null
                ? '–'
                : `${formatWhole(overall.index.low)}–${formatWhole(overall.index.high)}`,
          },
          {
            key: 'coverage',
            term: copy.facts.coverage,
            text: `${overall.coverage.assessed} / ${overall.coverage.applicable}`,
          },
          {
            key: 'distribution',
            term: copy.facts.distribution,
            text: counts
              .map(([place, count]) => `${count} ${lowerFirst(getPlaceWord(words, place))}`)
              .join(', '),
          },
        ]),
    {
      key: 'rows',
      term: copy.facts.rows,
      text: tables
        .filter(({ rows }) => rows > 0)
        .map(({ title, rows }) => `${title} ${rows}`)
        .join(', '),
    },
    { key: 'hash', term: copy.facts.hash, text: <code className="whole">{dataSha256}</code> },
  ]
  return (
    <>
      <Facts facts={facts} />
      <p className="hint">{copy.withoutCases}</p>
    </>
  )
}

export const proposalFields = ['title', 'asOf', 'note'] as const

/** What a proposal says, once the figures were looked at. `published`: what can be corrected. */
export function ProposalForm({
  preview,
  published,
  outcome,
}: {
  preview: EditionPreview
  published: readonly DeskEdition[]
  outcome: Outcome | undefined
}) {
  const { t } = useDeskWords()
  const copy = t.edition
  const state = getFormState('propose', { zone: 'UTC' }, outcome)
  const hidden = { asOf: preview.cut.asOf, knownAt: preview.cut.knownAt, method: preview.cut.method }
  return (
    <FormFrame state={state} label={copy.propose} hidden={hidden} main>
      <InputField label={copy.fields.title} maxLength={200} {...getControl(state, 'title')} />
      <TextAreaField
        label={copy.fields.note}
        hint={copy.hints.note}
        rows={3}
        {...getControl(state, 'note')}
      />
      <InputField
        label={copy.fields.embargoUntil}
        hint={copy.hints.embargoUntil}
        type="datetime-local"
        short
        {...getControl(state, 'embargoUntil')}
      />
      <ZoneField state={state} />
      {published.length > 0 && (
        <>
          <SelectField
            label={copy.fields.correctsId}
            options={[
              { value: '', label: copy.nothingCorrected },
              ...published.flatMap(({ id, title }) =>
                id === null ? [] : [{ value: id, label: `${title} (${id})` }],
              ),
            ]}
            {...getControl(state, 'correctsId')}
          />
          <TextAreaField
            label={copy.fields.correctsWhat}
            hint={copy.hints.correctsWhat}
            rows={2}
            {...getControl(state, 'correctsWhat')}
          />
        </>
      )}
    </FormFrame>
  )
}

function ZoneField({ state }: { state: FormState }) {
  const { t } = useDeskWords()
  const copy = t.edition
  const own = useOwnZone()
  const zones =
    own === null || offeredZones.some((zone) => zone === own) ? offeredZones : [...offeredZones, own]
  return (
    <SelectField
      // A field begins once: with the reader's own zone, as soon as that is known.
      key={own ?? ''}
      label={copy.fields.zone}
      options={zones.map((zone) => ({ value: zone, label: zone === own ? copy.ownZone(zone) : zone }))}
      {...getControl(state, 'zone')}
      {...(own === null || state.typed.intent !== undefined ? {} : { defaultValue: own })}
    />
  )
}

/** The decision of a second person, or the way back of the first. */
export function EditionDecision({
  one,
  mayDecide,
  outcome,
}: {
  one: DeskEdition
  mayDecide: boolean
  outcome: Outcome | undefined
}) {
  const { formatInstant, t } = useDeskWords()
  const copy = t.edition
  const back = getFormState('return', {}, outcome)
  return (
    <section className="part" aria-labelledby="who">
      <h2 id="who">{copy.who}</h2>
      {one.embargoUntil === null ? (
        <p>{copy.seenNow}</p>
      ) : (
        <>
          <p>{copy.seenFrom(formatInstant(one.embargoUntil))}</p>
          <p className="hint">
            <BothTimes instant={one.embargoUntil} />
          </p>
        </>
      )}
      {one.isOwn ? (
        <>
          <p className="quiet">{copy.own}</p>
          <FormFrame state={getFormState('retract', {}, outcome)} label={copy.retract} />
        </>
      ) : mayDecide ? (
        <div className="decide">
          <FormFrame state={getFormState('publish', {}, outcome)} label={copy.publish} main />
          <FormFrame folded state={back} label={copy.return}>
            <TextAreaField label={copy.comment} rows={2} {...getControl(back, 'comment')} />
          </FormFrame>
        </div>
      ) : (
        <p className="quiet">{copy.notReviewer}</p>
      )}
    </section>
  )
}
