import { type FeedCursor, type FeedRow, getFeedSubject, listFeed } from '@waymark/db/queries/feed.query'
import { type AtomEntry, buildAtom } from '@waymark/exchange/open-data/atom'
import { dataLicence } from '@waymark/exchange/open-data/catalogue'
import { formatInstant } from '@waymark/kernel/instant'
import { key, reference } from '@waymark/kernel/key'
import { instant } from '@waymark/kernel/partial-date'
import { type Language, languages } from '@waymark/messages/language'
import { vocabulary } from '@waymark/messages/vocabulary'
import { z } from 'zod'
import { getCut } from '../common/resolve-cut.ts'
import type { Context } from '../context.ts'
import { buildRefusalError } from '../refusal-error.ts'
import type { Body } from './answer.ts'
import { getDataWords } from './dictionary.ts'

/** Entries a page. */
const pageSize = 50

const asGiven = 'use the address of the next page as the feed gives it'

/** Where a page begins: `<instant>~<number>`, as the link to the next page has it. */
const cursor = z
  .string()
  .max(60)
  .regex(/^[^~]+~\d{1,15}$/, asGiven)
  .refine((text) => instant.safeParse(text.split('~')[0]).success, asGiven)

/** PostgreSQL has no year 0; nothing was recorded before year 1 either. */
const firstInstant = '0001-01-01T00:00:00.000Z'

function parseCursor(text: string): FeedCursor {
  const [recordedAt = '', id = ''] = text.split('~')
  const at = formatInstant(recordedAt)
  return { recordedAt: at < firstInstant ? firstInstant : at, id: Number(id) }
}

export const feedInput = z.strictObject({
  dossier: key,
  area: key.optional(),
  ref: reference.optional(),
  lang: z.enum(languages).optional(),
  before: cursor.optional(),
})
export type FeedInput = z.infer<typeof feedInput>

type Words = ReturnType<typeof getDataWords>['feed']

/** Where the page of what an entry is about stands. */
const places = {
  finding: 'recommendations',
  withdrawal: 'recommendations',
  uptake: 'recommendations',
  recommendation: 'recommendations',
  milestone: 'milestones',
  edition: 'editions',
} as const satisfies Record<FeedRow['kind'], string>

function formatStanding({ level, state, contrary }: FeedRow, language: Language): string {
  const labels = vocabulary[language]
  if (contrary) return labels.contrary.label
  if (level !== null) return labels.levels[level].label
  return state === null ? '' : labels.states[state]
}

function formatTitle(row: FeedRow, words: Words, language: Language): string {
  const { kind, key, title, correction, uptake, step } = row
  const subject = step === null ? key : `${key} (${step})`
  switch (kind) {
    case 'finding':
      return words[correction ? 'correction' : 'finding'](subject, formatStanding(row, language))
    case 'withdrawal':
      return words.withdrawal(subject, formatStanding(row, language))
    case 'uptake':
      return words[correction ? 'uptakeCorrection' : 'uptake'](
        key,
        uptake === null ? '' : vocabulary[language].uptakeKinds[uptake],
      )
    case 'recommendation':
      return words[correction ? 'recommendationCorrection' : 'recommendation'](key, title)
    case 'milestone':
      return words[correction ? 'passageCorrection' : 'passage'](title)
    case 'edition':
      return words.edition(title)
  }
}

function formatContent(row: FeedRow, words: Words): string {
  const { kind, title, date, text, reason, dataSha256 } = row
  const mistake = kind === 'milestone' ? words.notReached : words.mistake
  const dated = kind === 'finding' || kind === 'withdrawal' ? words.holdsFrom : words.happened
  return [
    title,
    ...(row.void ? [mistake] : date === null ? [] : [dated(date)]),
    ...(text === null || kind === 'withdrawal' ? [] : [text]),
    ...(reason === null || kind === 'withdrawal' ? [] : [words.reason(reason)]),
    ...(dataSha256 === null ? [] : [`SHA-256: ${dataSha256}`]),
  ].join('\n\n')
}

/**
 * What is new on the public record as an Atom feed: of a dossier, of a concern area, or of one recommendation, latest
 * recorded first, a page of it. A correction is an entry of its own; an entry never changes once it is there.
 * Refusals: `not-found`.
 *
 * @param address of this page of the feed
 */
export async function buildFeed(ctx: Context, input: FeedInput, address: URL): Promise<Body> {
  const { dossier, area, ref, lang: language = 'en' } = input
  const before = input.before === undefined ? null : parseCursor(input.before)
  const { head, record } = await getCut(ctx, { dossier })
  const db = ctx.record.public
  const where = { dossierId: head.id, knownAt: head.publicAt }
  const table = ref !== undefined ? 'recommendation' : area !== undefined ? 'area' : null
  const subject = table === null ? null : await getFeedSubject(db, table, where, ref ?? area ?? '')
  if (table !== null && subject === null) throw buildRefusalError({ code: 'not-found' })
  const rows = await listFeed(db, {
    ...where,
    knownAt: record.knownAt,
    ...(subject === null ? {} : table === 'area' ? { areaId: subject.id } : { recommendationId: subject.id }),
    before,
    limit: pageSize,
  })
  const words = getDataWords(language).feed
  const { origin, hostname } = address
  // The pages in the language of the feed.
  const base = `${origin}${language === 'en' ? '' : `/${language}`}/${head.key}`
  // A tag (RFC 4151) names the authority as it was on a day: the first of the year in which feeds began.
  const tag = `tag:${hostname},2026-01-01:${head.key}`
  const at = (cursor: string | null) => {
    const url = new URL(address.pathname, origin)
    if (input.lang !== undefined) url.searchParams.set('lang', input.lang)
    if (cursor !== null) url.searchParams.set('before', cursor)
    return url.href.replaceAll('%3A', ':').replaceAll('%7E', '~')
  }
  const cursorOf = (row: FeedRow) => `${row.recordedAt}~${row.id}`
  const last = rows.at(-1)
  const entries = rows.map(
    (row): AtomEntry => ({
      id: `${tag}/${row.kind}/${row.kind === 'edition' ? row.key : row.id}`,
      title: formatTitle(row, words, language),
      updated: row.recordedAt,
      url: `${base}/${places[row.kind]}/${row.key}`,
      content: formatContent(row, words),
      categories: [row.kind, ...(row.area === null ? [] : [row.area])],
      ...(row.checkpoint === null || row.verifier === null
        ? {}
        : { checkpoint: { note: row.checkpoint, key: row.verifier } }),
    }),
  )
  const place =
    subject === null ? '' : table === 'area' ? `/areas/${subject.key}` : `/recommendations/${subject.key}`
  const feed = buildAtom({
    id: `${tag}${place}/feed`,
    title: words.title(
      subject === null
        ? head.title
        : `${head.title}: ${table === 'area' ? '' : `${subject.key} `}${subject.title}`,
    ),
    subtitle: words.subtitle,
    author: words.author,
    language,
    updated: rows[0]?.recordedAt ?? head.beginsAt,
    self: at(before === null ? null : `${before.recordedAt}~${before.id}`),
    first: at(null),
    next: last !== undefined && rows.length === pageSize ? at(cursorOf(last)) : null,
    alternate:
      subject === null || table === 'recommendation'
        ? `${base}${place}`
        : `${base}/recommendations?area=${subject.key}`,
    licence: dataLicence.url,
    rights: dataLicence.title,
    entries,
  })
  return { bytes: feed, mediaType: 'application/atom+xml; charset=utf-8' }
}
