import { listPublicTexts, listTranslatedKinds } from '@waymark/db/queries/public-text.query'
import { type ContentLanguage, hasWords } from '@waymark/recommendation/translatable'
import type { Context } from '../context.ts'
import type { Cut, PublicText } from './cut.ts'
import { getKeptAtHead } from './keep-answer.ts'
import { getResolved } from './resolve-cut.ts'

/**
 * An answer of the public record with the texts that are on record in another language, beside the originals: `cut.texts`. What
 * the answer says and what it names is read from itself, so that a new view, or a new kind of text, needs nothing here. One
 * query, however much there is; none where no language was asked for, or the dossier has nothing in it.
 */
export async function inLanguage<T extends object>(
  ctx: Context,
  { lang }: { readonly lang?: ContentLanguage | undefined },
  asked: Promise<T>,
): Promise<T> {
  const answer = await asked
  if (lang === undefined) return answer
  const cut = findCut(answer)
  if (cut === null) return answer
  return withCut(answer, { ...cut, lang, texts: await listTextsOf(ctx, cut, lang, answer) })
}

/** What an answer says that is on record in a language, at the answer's cut. */
export async function listTextsOf(
  ctx: Context,
  cut: Cut,
  lang: ContentLanguage,
  answer: object,
): Promise<PublicText[]> {
  const { head, record } = await getResolved(ctx, cut)
  const db = ctx.record.public
  const kinds = await getKeptAtHead(db, head, `kinds in ${lang}`, () =>
    listTranslatedKinds(db, head.id, lang),
  )
  if (kinds.length === 0) return []
  const said = new Set<string>()
  collect(answer, said)
  const found = await listPublicTexts(db, record, lang, kinds, [...said].filter(isName))
  return found.filter(({ original }) => said.has(original))
}

type WithCut = { readonly frame?: { readonly cut: Cut }; readonly cut?: Cut } & Partial<Cut>

/** Where the cut stands: in the frame of a page, in the frame itself, or at the top of data. */
function findCut(answer: WithCut): Cut | null {
  if (answer.frame !== undefined) return answer.frame.cut
  if (answer.cut !== undefined) return answer.cut
  const { dossier, asOf, knownAt, method } = answer
  return typeof dossier === 'string' && asOf !== undefined && knownAt !== undefined && method !== undefined
    ? { dossier, asOf, knownAt, method }
    : null
}

function withCut<T extends WithCut>(answer: T, cut: Cut): T {
  if (answer.frame !== undefined) return { ...answer, frame: { ...answer.frame, cut } }
  return answer.cut !== undefined ? { ...answer, cut } : { ...answer, lang: cut.lang, texts: cut.texts }
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value)
  else if (Array.isArray(value)) for (const one of value) collect(one, into)
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) collect(one, into)
}

/** What may be a key or a reference. */
const isName = (text: string): boolean => /^[A-Za-z0-9-]{1,80}$/.test(text)

/**
 * Cells of a table in the language that was asked for; what has no translation stays as it was written. A cell that may be a key is
 * left alone, unless its column holds words: no text is mistaken for the name of another thing.
 */
export function translateCells<Row extends Readonly<Record<string, unknown>>>(
  rows: readonly Row[],
  texts: readonly PublicText[] = [],
): Row[] {
  const found = new Map(texts.map(({ original, text }) => [original, text]))
  const translate = (name: string, cell: unknown) =>
    typeof cell === 'string' && (hasWords(name) || !isName(cell)) ? (found.get(cell) ?? cell) : cell
  return rows.map(
    (row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, translate(name, cell)])) as Row,
  )
}

/** The translations that came with an answer. */
export const getTexts = (answer: object): readonly PublicText[] =>
  findCut(answer)?.texts ?? (answer as Partial<Cut>).texts ?? []
