import { type Body, getSectionId } from '@waymark/meeting/briefing/body'
import type { Clash } from '@waymark/meeting/briefing/merge'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { nameSection } from './briefing-section.tsx'
import type { Shown } from './briefing-shown.ts'

/** Where two people wrote in the same place: both texts, side by side. */
export function BriefingClashes({
  clashes,
  shown,
  body,
}: {
  clashes: readonly Clash[]
  shown: Shown
  body: Body
}) {
  const words = useDeskWords()
  const copy = words.t.briefing.builder
  const sections = new Map(body.sections.map((one) => [getSectionId(one), one]))
  const fields: Readonly<Record<string, string>> = {
    title: copy.heading,
    lead: copy.lead,
    ask: copy.ask,
    text: copy.text,
  }
  const name = (id: string | null) => {
    const section = id === null ? undefined : sections.get(id)
    return section === undefined ? '' : `${nameSection(words, section, shown)}: `
  }
  return (
    <section className="part" aria-labelledby="clashes">
      <h2 id="clashes">{copy.moved}</h2>
      <p>{copy.movedLead}</p>
      {clashes.map(({ section, field, mine, theirs }) => (
        <div key={`${section} ${field}`} className="clash">
          <h3>
            {name(section)}
            {fields[field] ?? field}
          </h3>
          <dl>
            <dt>{copy.theirs}</dt>
            <dd>{theirs}</dd>
            <dt>{copy.yours}</dt>
            <dd>{mine}</dd>
          </dl>
        </div>
      ))}
    </section>
  )
}
