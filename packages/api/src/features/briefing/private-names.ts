import { may } from '@waymark/access/permission'
import type { AccountRole } from '@waymark/access/role'
import { type BriefingHead, listPrivateNames } from '@waymark/db/queries/briefing.query'
import type { Database } from '@waymark/db/schema'
import type { Refusal } from '@waymark/kernel/refusal'
import { type Body, getSectionId } from '@waymark/meeting/briefing/body'
import type { Fact } from '@waymark/meeting/briefing/fact'
import type { Kysely } from 'kysely'

const fold = (text: string) => text.normalize('NFKC').toLocaleLowerCase('en')

/** The names in which a case would be told from others: the whole, where it is long enough. */
const isTelling = (name: string) => [...name.trim()].length >= 4

/**
 * Why the words of a paper that leaves the house may not be: they name a case that is not public. Only cases that the asker may know of are
 * looked for, so that nobody learns of one by trying names; an ask in the very words of the public record says nothing that is not public.
 * Null: they may be.
 */
export async function findPrivateName(
  db: Kysely<Database>,
  { dossierId, audience }: Pick<BriefingHead, 'dossierId' | 'audience'>,
  role: AccountRole,
  { title, lead, sections }: Body,
  facts: readonly Fact[] = [],
): Promise<Refusal | null> {
  if (audience === 'internal') return null
  const known = may(role, 'case.read.confidential')
    ? (['internal', 'confidential'] as const)
    : (['internal'] as const)
  const names = (await listPrivateNames(db, dossierId, known))
    .filter(isTelling)
    .map((name) => fold(name).trim())
  const titles = new Set(facts.flatMap(({ value }) => (value.part === 'asked' ? [value.title] : [])))
  const places: readonly (readonly [path: string, text: string])[] = [
    ['title', title],
    ['lead', lead],
    ...sections.map((section) => [getSectionId(section), listWords(section, titles)] as const),
  ]
  const place = places.find(([, text]) => names.some((name) => fold(text).includes(name)))
  return place === undefined ? null : { code: 'private-name-shown', path: place[0] }
}

const listWords = (section: Body['sections'][number], titles: ReadonlySet<string>): string =>
  [
    section.text,
    ...(section.kind === 'recommendation' && !titles.has(section.ask) ? [section.ask] : []),
    ...(section.kind === 'text' ? [section.title] : []),
  ].join('\n')
