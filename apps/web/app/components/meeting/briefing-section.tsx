import { getSectionId, type Section } from '@waymark/meeting/briefing/body'
import { InputField, TextAreaField } from '@waymark/ui/field'
import type { DeskWords } from '../desk/desk-words.ts'
import { useDeskWords } from '../desk/use-desk-words.ts'
import type { Shown, ShownFact } from './briefing-shown.ts'

/** What a section is called in the outline. */
export function nameSection({ t }: DeskWords, section: Section, shown: Shown): string {
  const id = getSectionId(section)
  const { kinds } = t.briefing
  switch (section.kind) {
    case 'text':
      return section.title
    case 'figures':
      return kinds.figures
    case 'recommendation':
      return `${section.key} ${shown.titles[id] ?? ''}`.trim()
    case 'case':
      return `${kinds.case}: ${shown.cases.find(({ key }) => key === section.key)?.name ?? '…'}`
    default:
      return `${kinds[section.kind]}: ${shown.titles[id] ?? section.key}`
  }
}

/** One part of the paper: what the record says of it, and fields for what its writers say. */
export function BriefingSection({
  section,
  name,
  facts,
  shown,
  isFirst,
  isLast,
}: {
  section: Section
  name: string
  facts: readonly ShownFact[]
  shown: Shown
  isFirst: boolean
  isLast: boolean
}) {
  const { t } = useDeskWords()
  const copy = t.briefing.builder
  const id = getSectionId(section)
  const field = (of: string) => ({ id: `${of}.${id}`, name: `${of}.${id}` })
  const one = section.kind === 'case' ? shown.cases.find(({ key }) => key === section.key) : undefined
  const button = (act: 'up' | 'down' | 'remove') => (
    <button type="submit" name="intent" value={`${act}.${id}`} aria-label={copy.of(copy[act], name)}>
      {copy[act]}
    </button>
  )
  return (
    <section id={id} className={`part briefed is-${section.kind}`}>
      <input type="hidden" name="section" value={id} />
      <h2>{name}</h2>
      {section.kind === 'text' && (
        <InputField label={copy.sectionTitle} defaultValue={section.title} {...field('heading')} />
      )}
      {section.kind === 'recommendation' && (
        <TextAreaField label={copy.ask} rows={2} defaultValue={section.ask} {...field('ask')} />
      )}
      {section.kind !== 'text' && (
        <RecordPart facts={facts} isHidden={section.kind === 'case' && one === undefined} />
      )}
      {section.kind === 'recommendation' && <EvidenceChoice section={section} facts={facts} />}
      {one !== undefined && (
        <details className="more">
          <summary>{copy.summary}</summary>
          <p>{one.summary}</p>
        </details>
      )}
      <TextAreaField
        label={copy.text}
        rows={section.text === '' ? 2 : Math.min(12, Math.ceil(section.text.length / 80) + 1)}
        defaultValue={section.text}
        {...field('text')}
      />
      <p className="toolbar">
        {!isFirst && button('up')}
        {!isLast && button('down')}
        {button('remove')}
      </p>
    </section>
  )
}

/** What the record says of a section, but for its evidence, which is chosen from. */
function RecordPart({ facts, isHidden }: { facts: readonly ShownFact[]; isHidden: boolean }) {
  const { t, formatDate } = useDeskWords()
  const copy = t.briefing.builder
  const said = facts.filter(({ part, said }) => part !== 'evidence' && said !== '')
  if (isHidden) return <p className="quiet">{copy.hidden}</p>
  if (said.length === 0) return <p className="quiet">{copy.nothing}</p>
  return (
    <ul className="recorded">
      {said.map((fact) => (
        <li key={fact.id}>
          {fact.said}
          {fact.kept !== null && <strong> ({copy.kept(formatDate(fact.kept))})</strong>}
        </li>
      ))}
    </ul>
  )
}

function EvidenceChoice({
  section,
  facts,
}: {
  section: Extract<Section, { kind: 'recommendation' }>
  facts: readonly ShownFact[]
}) {
  const { t } = useDeskWords()
  const id = getSectionId(section)
  const items = facts
    .filter(({ part }) => part === 'evidence')
    .map(({ id: fact, said }) => ({ name: fact.slice(fact.lastIndexOf('/evidence-') + 10), said }))
  if (items.length === 0) return null
  return (
    <fieldset className="choices">
      <legend>{t.briefing.builder.evidence}</legend>
      {items.map(({ name, said }) => (
        <div key={name} className="choice">
          <input type="hidden" name={`known.${id}`} value={name} />
          <input
            type="checkbox"
            id={`evidence.${id}.${name}`}
            name={`evidence.${id}`}
            value={name}
            defaultChecked={section.evidence === null || section.evidence.includes(name)}
          />
          <label htmlFor={`evidence.${id}.${name}`}>{said}</label>
        </div>
      ))}
    </fieldset>
  )
}
