import { type Body, getSectionId, type Section } from './body.ts'
import { isSameValue } from './same-value.ts'

/** A place of a briefing that two people wrote differently since the version both began with. */
export type Clash = {
  /** A section's id; null: the title or the lead. */
  readonly section: string | null
  readonly field: string
  readonly mine: string
  readonly theirs: string
}

const heads = ['title', 'lead'] as const

/** The texts of a section, by field. */
const listTexts = (section: Section | undefined): ReadonlyMap<string, string> =>
  section === undefined
    ? new Map()
    : new Map(
        Object.entries(section).flatMap(([field, value]) =>
          typeof value === 'string' && field !== 'kind' && field !== 'key' ? [[field, value] as const] : [],
        ),
      )

/**
 * What somebody typed upon a version that has been overtaken, brought together with the one that is there now: what only they changed is
 * taken over; what both changed stays as it was typed here, and is told. Sections that they added come to the end, those that they took
 * out stay out unless they were written in here.
 */
export function mergeBodies(
  base: Body,
  mine: Body,
  theirs: Body,
): { readonly body: Body; readonly clashes: Clash[] } {
  const clashes: Clash[] = []
  const pick = (section: string | null, field: string, was: string, my: string, their: string): string => {
    if (my === their || their === was) return my
    if (my === was) return their
    clashes.push({ section, field, mine: my, theirs: their })
    return my
  }
  const [title, lead] = heads.map((field) => pick(null, field, base[field], mine[field], theirs[field]))
  const byId = (body: Body) => new Map(body.sections.map((one) => [getSectionId(one), one]))
  const [was, their, my] = [byId(base), byId(theirs), byId(mine)]
  const kept = mine.sections.flatMap((section) => {
    const id = getSectionId(section)
    const other = their.get(id)
    if (other === undefined) return was.has(id) && isSameValue(was.get(id), section) ? [] : [section]
    const [old, now] = [listTexts(was.get(id)), listTexts(other)]
    const texts = [...listTexts(section)].map(
      ([field, text]) => [field, pick(id, field, old.get(field) ?? '', text, now.get(field) ?? '')] as const,
    )
    return [{ ...section, ...Object.fromEntries(texts) } as Section]
  })
  const added = theirs.sections.filter((one) => !my.has(getSectionId(one)) && !was.has(getSectionId(one)))
  return {
    body: { title: title ?? mine.title, lead: lead ?? mine.lead, sections: [...kept, ...added] },
    clashes,
  }
}
