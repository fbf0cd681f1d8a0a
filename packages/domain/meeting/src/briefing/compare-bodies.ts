import { type Body, getSectionId, type Section } from './body.ts'
import { isSameValue } from './same-value.ts'

/** What became of a section between two versions. */
export type SectionChange = {
  readonly id: string
  readonly kind: 'added' | 'removed' | 'written'
  readonly before: Section | null
  readonly after: Section | null
}

/** What people wrote differently in two versions, in the order of the later one; what was taken out comes last. */
export function compareBodies(
  before: Body,
  after: Body,
): { readonly head: boolean; readonly sections: SectionChange[] } {
  const was = new Map(before.sections.map((one) => [getSectionId(one), one]))
  const now = new Set(after.sections.map(getSectionId))
  return {
    head: before.title !== after.title || before.lead !== after.lead,
    sections: [
      ...after.sections.flatMap((section): SectionChange[] => {
        const id = getSectionId(section)
        const old = was.get(id)
        if (old === undefined) return [{ id, kind: 'added', before: null, after: section }]
        return isSameValue(old, section) ? [] : [{ id, kind: 'written', before: old, after: section }]
      }),
      ...before.sections
        .filter((one) => !now.has(getSectionId(one)))
        .map((one): SectionChange => ({ id: getSectionId(one), kind: 'removed', before: one, after: null })),
    ],
  }
}
