import { key, text } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { z } from 'zod'

/** Relative to the level given: `supports` speaks for the finding, `contradicts` against it, in either direction. */
export const stances = ['supports', 'contradicts', 'context'] as const
export const stance = z.enum(stances)
export type Stance = z.infer<typeof stance>

/** What the item shows. */
export const evidenceKinds = [
  'law-in-force',
  'draft-law',
  'court-decision',
  'official-statement',
  'eu-statement',
  'un-document',
  'ngo-monitoring',
  'media',
  'testimony',
] as const
export const evidenceKind = z.enum(evidenceKinds)
export type EvidenceKind = z.infer<typeof evidenceKind>

/** Who tells it. Two items of one origin are not independent of each other. */
export const origins = [
  'government',
  'eu',
  'un',
  'intergovernmental',
  'other-state',
  'independent-ngo',
  'party-linked',
  'media',
  'court',
] as const
export const origin = z.enum(origins)
export type Origin = z.infer<typeof origin>

export const evidenceItem = z.strictObject({
  source: key,
  locator: text(500).optional(),
  stance,
  kind: evidenceKind,
  origin,
  factDate: partialDate.optional(),
  excerpt: text(10_000).optional(),
})
export type EvidenceItem = z.infer<typeof evidenceItem>
