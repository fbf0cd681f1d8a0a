import type { Basis, Fact } from '@waymark/meeting/briefing/fact'
import type { FactChange } from '@waymark/meeting/briefing/fact-changes'
import type { Language } from '@waymark/messages/language'
import { listTextsOf } from '../../common/in-language.ts'
import type { Context } from '../../context.ts'
import { getBriefingWords } from './briefing-words.ts'
import type { ListedCase } from './list-cases.query.ts'
import { formatFact, formatNotes } from './say-fact.ts'

/** How the desk says facts: in the language of whoever reads, with the translations that the record has. */
export async function getDeskSaying(
  ctx: Context,
  {
    dossier,
    basis,
    cases,
    facts,
  }: {
    readonly dossier: string
    readonly basis: Basis
    readonly cases: readonly ListedCase[]
    readonly facts: readonly Fact[]
  },
  language: Language = ctx.language,
) {
  const texts = await listTextsOf(ctx, { dossier, ...basis }, language, { facts, cases })
  const words = getBriefingWords({ language, texts, basis, cases })
  return {
    sayFact: (fact: Fact) => ({ ...fact, said: formatFact(fact, words), notes: formatNotes(fact, words) }),
    sayChange: ({ id, kind, before, after }: FactChange) => ({
      id,
      kind,
      row: (before ?? after).row,
      before: before && formatFact(before, words),
      after: after && formatFact(after, words),
    }),
  }
}
