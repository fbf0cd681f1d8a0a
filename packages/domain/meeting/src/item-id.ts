import { key, reference } from '@waymark/kernel/key'
import { z } from 'zod'

/** What an item of an agenda can be about. `topic`: something of its own that somebody added by hand. */
export const subjectKinds = ['recommendation', 'case', 'milestone', 'action', 'decision', 'topic'] as const
export type SubjectKind = (typeof subjectKinds)[number]

export type Subject = { readonly kind: SubjectKind; readonly key: string }

const uuid = z.uuid()
const keyOf = {
  recommendation: reference,
  case: key,
  milestone: key,
  action: uuid,
  decision: uuid,
  topic: uuid,
} as const satisfies Record<SubjectKind, z.ZodType<string>>

/** What an item is about, by its id; null where it is not one. */
export function parseItemId(id: string): Subject | null {
  const at = id.indexOf(':')
  const kind = subjectKinds.find((known) => known === id.slice(0, at))
  const name = id.slice(at + 1)
  return kind !== undefined && keyOf[kind].safeParse(name).success ? { kind, key: name } : null
}

export const formatItemId = ({ kind, key: name }: Subject): string => `${kind}:${name}`

/**
 * An item of an agenda, named by what it is about: `recommendation:KZ-2013-04`, `topic:<uuid>`. The same subject is the
 * same item in every meeting of a series, which is how it carries over.
 */
export const itemId = z
  .string()
  .max(100)
  .refine((id) => parseItemId(id) !== null, 'name an item like recommendation:KZ-2013-04')
