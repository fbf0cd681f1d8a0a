import { key, reference, text } from '@waymark/kernel/key'
import { z } from 'zod'

/** Text that people write; it may be empty. */
export const prose = (max: number) => z.union([z.literal(''), text(max)])

/** Which evidence of a finding is shown, by the names of its facts; null: all of it. */
const chosen = z.array(z.string().regex(/^[0-9a-f]{16}$/)).max(50)

const written = { text: prose(20_000) }

/**
 * One part of a briefing, in the order in which its writer put it. What people say is here; what the record says is in the facts of the
 * version (`fact.ts`), so that neither can change the other.
 */
export const section = z.discriminatedUnion('kind', [
  /** Words with a heading of their own. */
  z.strictObject({ kind: z.literal('text'), key, title: text(300), ...written }),
  /** How everything that counts stands. */
  z.strictObject({ kind: z.literal('figures'), key: z.literal('all'), ...written }),
  z.strictObject({ kind: z.literal('area'), key, ...written }),
  z.strictObject({
    kind: z.literal('recommendation'),
    key: reference,
    /** What is asked for, in one sentence. */
    ask: prose(1000),
    evidence: chosen.nullable(),
    ...written,
  }),
  z.strictObject({ kind: z.literal('case'), key, ...written }),
  z.strictObject({ kind: z.literal('statement'), key, ...written }),
  z.strictObject({ kind: z.literal('milestone'), key, ...written }),
])
export type Section = z.infer<typeof section>
export type SectionKind = Section['kind']
export const sectionKinds = [
  'text',
  'figures',
  'area',
  'recommendation',
  'case',
  'statement',
  'milestone',
] as const satisfies readonly SectionKind[]

/** More than a paper for a meeting can bear. */
export const mostSections = 300

export const getSectionId = ({ kind, key }: Pick<Section, 'kind' | 'key'>): string => `${kind}:${key}`

/** What a version of a briefing says in the words of its writers, and in which order. */
export const body = z.strictObject({
  title: text(300),
  lead: prose(20_000),
  sections: z
    .array(section)
    .max(mostSections)
    .refine((all) => new Set(all.map(getSectionId)).size === all.length, 'names the same thing twice'),
})
export type Body = z.infer<typeof body>

/** A section as it is when it is put in: its ask begins as the recommendation's title. */
export function createSection(kind: Exclude<SectionKind, 'text'>, name: string, ask = ''): Section {
  if (kind === 'recommendation') return { kind, key: name, ask, evidence: null, text: '' }
  if (kind === 'figures') return { kind, key: 'all', text: '' }
  return { kind, key: name, text: '' }
}
