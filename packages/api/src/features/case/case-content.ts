import type { DeskCaseRow, DeskCaseStatusRow } from '@waymark/db/queries/desk-case.query'
import { reference } from '@waymark/kernel/key'
import { caseKind, caseStatusKind, naming } from '@waymark/recommendation/case'
import { contentLanguage } from '@waymark/recommendation/translatable'
import { z } from 'zod'

/** What a version of a case says; everything but `kind` and `recommendations` is personal. */
const content = z.strictObject({
  kind: caseKind,
  publicName: z.string(),
  naming: naming.nullable(),
  realName: z.string().nullable(),
  summary: z.string(),
  consentBasis: z.string().nullable(),
  recommendations: z.array(reference),
})
export type CaseContent = z.infer<typeof content>

/** A status; `sourceId` is the root of its source. */
const status = z.strictObject({
  status: caseStatusKind,
  date: z.string(),
  sourceId: z.int(),
  note: z.string().nullable(),
})
export type StatusContent = z.infer<typeof status>

/** What a proposal keeps of what it would say, erasable with the case. */
export const caseChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('publish') }),
  z.strictObject({ change: z.literal('unseal') }),
  z.strictObject({ change: z.literal('erase') }),
  z.strictObject({ change: z.literal('correct'), content, reason: z.string() }),
  z.strictObject({ change: z.literal('record-status'), status }),
  z.strictObject({ change: z.literal('correct-status'), entry: z.int(), status, reason: z.string() }),
  z.strictObject({ change: z.literal('void-status'), entry: z.int(), reason: z.string() }),
  z.strictObject({
    change: z.literal('translate'),
    field: z.enum(['name', 'summary']),
    language: contentLanguage,
    text: z.string(),
  }),
])
export type CaseChange = z.infer<typeof caseChange>

/** A case in its latest form, with what hangs on it. */
export type FoundCase = {
  readonly row: DeskCaseRow
  readonly recommendations: readonly string[]
  readonly statuses: readonly DeskCaseStatusRow[]
}

/** What readers are shown of a case: nothing else of it is public. */
export type ShownCase = {
  readonly key: string
  readonly kind: z.infer<typeof caseKind>
  readonly name: string
  readonly summary: string
  readonly recommendations: readonly string[]
  readonly statuses: readonly StatusContent[]
}

/** The form of a case that readers would be shown, were it public. */
export const getShown = ({ row, recommendations, statuses }: FoundCase): ShownCase => ({
  key: row.key,
  kind: row.kind,
  name: row.name,
  summary: row.summary,
  recommendations,
  statuses: statuses.map(({ status, date, sourceId, note }) => ({ status, date, sourceId, note })),
})

/** What readers would be shown after a change of a case; null: nothing. */
export function getShownAfter(found: FoundCase, change: CaseChange): ShownCase | null {
  const shown = getShown(found)
  const others = (entry: number) => found.statuses.filter((one) => one.id !== entry)
  switch (change.change) {
    case 'publish':
      return shown
    case 'unseal':
    case 'erase':
      return null
    case 'correct': {
      const { kind, publicName, summary, recommendations } = change.content
      return { ...shown, kind, name: publicName, summary, recommendations }
    }
    case 'record-status':
      return { ...shown, statuses: sortStatuses([change.status, ...shown.statuses]) }
    case 'correct-status':
      return { ...shown, statuses: sortStatuses([change.status, ...others(change.entry)]) }
    case 'void-status':
      return { ...shown, statuses: sortStatuses(others(change.entry)) }
    // What readers of that language would be shown.
    case 'translate':
      return { ...shown, [change.field]: change.text }
  }
}

// Latest first; a stable sort leaves the later recorded before the earlier one of the same date.
const sortStatuses = (statuses: readonly StatusContent[]): StatusContent[] =>
  statuses
    .map(({ status, date, sourceId, note }) => ({ status, date, sourceId, note }))
    .sort((a, b) => (padDate(a.date) < padDate(b.date) ? 1 : padDate(a.date) > padDate(b.date) ? -1 : 0))
// A month or a year counts from its last day.
const padDate = (date: string) => `${date}-99-99`.slice(0, 10)

const fold = (text: string) => text.normalize('NFKC').toLocaleLowerCase('en')

/**
 * True when what would be shown holds the real name behind a pseudonym: the whole of it, or a word of it that is long enough
 * to be told from others.
 */
export function hasRealName(shown: ShownCase, realName: string | null): boolean {
  if (realName === null) return false
  const texts = fold([shown.name, shown.summary, ...shown.statuses.map((one) => one.note ?? '')].join('\n'))
  const parts = [fold(realName).trim(), ...fold(realName).split(/[^\p{L}\p{N}]+/u)]
  return parts.some((part) => [...part].length >= 4 && texts.includes(part))
}
