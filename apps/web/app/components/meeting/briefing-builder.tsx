import type { briefingChoices } from '@waymark/api/features/briefing/briefing.view'
import { getSectionId } from '@waymark/meeting/briefing/body'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { Facts } from '@waymark/ui/facts'
import { InputField, TextAreaField } from '@waymark/ui/field'
import type { z } from 'zod'
import type { BuilderOutcome } from '../../routes/meeting/briefing.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { AddSection } from './briefing-add.tsx'
import { BriefingAside } from './briefing-aside.tsx'
import { BriefingClashes } from './briefing-clashes.tsx'
import { BriefingSection, nameSection } from './briefing-section.tsx'
import type { Shown } from './briefing-shown.ts'

/** A briefing to be written in: one form, in the order of the paper. An earlier version is only shown. */
export function BriefingBuilder({
  dossier,
  shown,
  choices,
  done,
  outcome,
}: {
  dossier: string
  shown: Shown
  choices: z.infer<typeof briefingChoices> | null
  done: string | null
  outcome: BuilderOutcome | undefined
}) {
  const words = useDeskWords()
  const { t, formatDate, formatInstant, localise } = words
  const copy = t.briefing.builder
  const body = outcome?.body ?? shown.body
  const basedOn = outcome?.basedOn ?? shown.version
  const isLatest = shown.version === shown.latest
  const base = localise(`/meetings/${dossier}/briefings`)
  const here = `${base}/${shown.briefing}`
  const factsOf = Map.groupBy(shown.facts, ({ id }) => id.slice(0, id.indexOf('/')))
  const names = body.sections.map((section) => nameSection(words, section, shown))
  const { asOf, knownAt, method } = shown.basis
  const [last] = shown.versions
  return (
    <main id="main" className="deskpage briefing">
      <ErrorSummary
        id="errors"
        title={t.linkage.errorsHeading}
        errors={outcome === undefined ? [] : [{ message: outcome.message }]}
      />
      <p className="ref">
        <a href={base}>{t.briefing.title}</a>
      </p>
      <h1>{body.title}</h1>
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      {!isLatest && (
        <p>
          {copy.older(shown.latest)} <a href={here}>{copy.toLatest}</a>
        </p>
      )}
      <Facts
        facts={[
          {
            key: 'round',
            term: copy.facts.round,
            text: `${shown.round.title}, ${formatDate(shown.round.date)}`,
          },
          { key: 'audience', term: copy.facts.audience, text: t.briefing.audiences[shown.audience] },
          {
            key: 'cut',
            term: copy.facts.cut,
            text: copy.cut(formatDate(asOf), formatInstant(knownAt), method),
          },
          {
            key: 'changed',
            term: copy.facts.changed,
            text: `${copy.version(shown.version)}${last === undefined ? '' : `; ${t.briefing.changed(last.by, formatInstant(last.at))}`}`,
          },
        ]}
      />
      <p className="toolbar">
        <a className="btn" href={`${here}/refresh`}>
          {copy.refresh}
        </a>
        <a className="btn" href={`${here}/after`}>
          {copy.after}
        </a>
        <a className="btn" href="#take">
          {copy.take}
        </a>
      </p>
      {outcome !== undefined && outcome.clashes.length > 0 && (
        <BriefingClashes clashes={outcome.clashes} shown={shown} body={body} />
      )}
      <nav aria-labelledby="outline" className="part">
        <h2 id="outline">{copy.outline}</h2>
        <ol className="outline">
          {body.sections.map((section, i) => (
            <li key={getSectionId(section)} className={`is-${section.kind}`}>
              <a href={`#${encodeURIComponent(getSectionId(section))}`}>{names[i]}</a>
            </li>
          ))}
        </ol>
      </nav>
      <form
        method="post"
        noValidate
        aria-label={copy.save}
        key={`${basedOn} ${JSON.stringify(body.sections.map(getSectionId))}`}
      >
        <input type="hidden" name="basedOn" value={basedOn} />
        {/* Enter in a field saves: the first button of a form is the one it means. */}
        <button type="submit" name="intent" value="save" className="visually-hidden" tabIndex={-1}>
          {copy.save}
        </button>
        <fieldset disabled={!isLatest} className="bare">
          <InputField id="title" name="title" label={copy.heading} defaultValue={body.title} />
          <TextAreaField
            id="lead"
            name="lead"
            label={copy.lead}
            hint={copy.leadHint}
            rows={4}
            defaultValue={body.lead}
          />
          {body.sections.map((section, i) => (
            <BriefingSection
              key={getSectionId(section)}
              section={section}
              name={names[i] ?? ''}
              facts={factsOf.get(getSectionId(section)) ?? []}
              shown={shown}
              isFirst={i === 0}
              isLast={i === body.sections.length - 1}
            />
          ))}
          <AddSection choices={choices} here={here} />
          <div className="acts">
            <button type="submit" name="intent" value="save" className="btn-main">
              {copy.save}
            </button>
          </div>
        </fieldset>
      </form>
      <BriefingAside shown={shown} here={here} />
    </main>
  )
}
