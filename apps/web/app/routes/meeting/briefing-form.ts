import {
  type Body,
  createSection,
  getSectionId,
  type Section,
  type SectionKind,
} from '@waymark/meeting/briefing/body'

/** The fields of a section as the builder names them. */
export const buildSectionField = (section: string, field: string): string => `${field}.${section}`

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''
}
const listOf = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((one) => typeof one === 'string' && one !== '') as string[]

/** What the builder's form says, in the order in which its sections stand. */
export function parseBody(form: FormData): Body {
  return {
    title: textOf(form, 'title'),
    lead: textOf(form, 'lead'),
    sections: listOf(form, 'section').flatMap((id) => parseSection(form, id) ?? []),
  }
}

function parseSection(form: FormData, id: string): Section | null {
  const cut = id.indexOf(':')
  const [kind, key] = [id.slice(0, cut) as SectionKind, id.slice(cut + 1)]
  const read = (field: string) => textOf(form, buildSectionField(id, field))
  const text = read('text')
  if (kind === 'text') return { kind, key, title: read('heading'), text }
  if (kind !== 'recommendation') return { ...createSection(kind, key), text } as Section
  const all = listOf(form, buildSectionField(id, 'known'))
  const chosen = listOf(form, buildSectionField(id, 'evidence'))
  return { kind, key, ask: read('ask'), evidence: chosen.length === all.length ? null : chosen, text }
}

/** What a button of the builder does to it: moves a section, takes one out, puts one in. Any other name only saves. */
export function applyIntent(
  body: Body,
  form: FormData,
  fresh: string,
): { readonly body: Body; readonly at: string | null } {
  const intent = textOf(form, 'intent')
  const [act = '', ...rest] = intent.split('.')
  const id = rest.join('.')
  const { sections } = body
  const at = sections.findIndex((one) => getSectionId(one) === id)
  const moveBy = (by: -1 | 1) => {
    const [one, other] = [sections[at], sections[at + by]]
    if (one === undefined || other === undefined) return body
    return { ...body, sections: sections.with(at, other).with(at + by, one) }
  }
  switch (act) {
    case 'up':
      return { body: moveBy(-1), at: id }
    case 'down':
      return { body: moveBy(1), at: id }
    case 'remove': {
      const next = sections[at + 1] ?? sections[at - 1]
      const left = sections.filter((one) => getSectionId(one) !== id)
      return { body: { ...body, sections: left }, at: next === undefined ? null : getSectionId(next) }
    }
    case 'add':
      return addSection(body, form, id, fresh)
    default:
      return { body, at: null }
  }
}

function addSection(body: Body, form: FormData, kind: string, fresh: string) {
  const section: Section | null =
    kind === 'text'
      ? { kind, key: fresh, title: textOf(form, 'add.text'), text: '' }
      : parseChoice(kind, textOf(form, `add.${kind}`))
  if (section === null || (section.kind === 'text' && section.title === '')) return { body, at: null }
  const id = getSectionId(section)
  const isThere = body.sections.some((one) => getSectionId(one) === id)
  return { body: isThere ? body : { ...body, sections: [...body.sections, section] }, at: id }
}

/** A choice is the key, and of a recommendation its title after a space, which its ask begins as. */
function parseChoice(kind: string, choice: string): Section | null {
  if (choice === '') return null
  const [key = '', ...title] = choice.split(' ')
  return createSection(kind as Exclude<SectionKind, 'text'>, key, title.join(' '))
}
