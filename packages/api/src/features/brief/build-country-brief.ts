import { type Block, plain, type Text, type TextDocument } from '@waymark/exchange/documents/document'
import { getUtcDay } from '@waymark/kernel/instant'
import { formatInstant } from '@waymark/messages/dates'
import { buildHeadline } from '@waymark/messages/headline'
import { formatIndex, formatWhole } from '@waymark/scoring/format'
import type { Scorecard } from '../score/score.view.ts'
import { type BriefWords, buildBarParts, buildRest } from './brief-words.ts'
import { buildAgreementBlocks } from './build-agreement-blocks.ts'
import type { Extent } from './fit-brief.ts'
import type { CountryBrief } from './read-country-brief.query.ts'

/**
 * A country brief: on its first page what stands and what moved, on its second the agreement, the EU and the cases.
 *
 * @param page address of the scorecard with the whole cut
 */
export function buildCountryBrief(
  brief: CountryBrief,
  words: BriefWords,
  page: string,
  extent: Extent,
): TextDocument {
  const { frame, score } = brief.overview
  const { b, formatDate, getTitle, language, sayWith } = words
  const { cut, dossier, today } = frame
  const knownAt = formatInstant(cut.knownAt, language)
  const { text: title, lang: titleLang } = getTitle(dossier.title)
  return {
    lang: language,
    title,
    ...(titleLang === undefined ? {} : { titleLang }),
    kicker: `${b.country} · ${formatDate(cut.asOf)}`,
    writtenAt: cut.knownAt,
    footer: sayWith(getTitle(dossier.title), (said) =>
      b.footer(said, formatDate(cut.asOf), formatDate(getUtcDay(cut.knownAt)), cut.method),
    ),
    pageWords: b.pageWords,
    blocks: [
      ...buildHead(score, today, words),
      ...buildAreas(brief, words, extent),
      ...buildMoved(brief, words, extent),
      ...buildAgreementBlocks(brief, words, extent),
      ...buildMeanings(words, extent),
      { kind: 'heading', level: 2, text: b.about },
      {
        kind: 'paragraph',
        style: 'small',
        text: [
          { text: `${b.aboutText(formatDate(cut.asOf), knownAt, cut.method)} ` },
          ...words.buildTranslationNote(dossier.title),
          { text: `${b.record} ` },
          { text: page, href: page },
        ],
      },
    ],
  }
}

/** What each word of the scale means, where there is room. */
function buildMeanings({ b, v }: BriefWords, { few }: Extent): Block[] {
  if (few < 4) return []
  const said = [...Object.values(v.levels), v.contrary, v.unknown].map(
    ({ label, rule }): Text => [{ text: `${label}: `, strong: true }, { text: `${rule} ` }],
  )
  return [
    { kind: 'heading', level: 2, text: b.words },
    { kind: 'paragraph', style: 'small', text: said.flat() },
  ]
}

function buildHead(score: Scorecard, today: string, words: BriefWords): Block[] {
  const { b, formatDistribution, language } = words
  const { distribution, coverage, index } = score.overall
  const { headline, lead } = buildHeadline(
    { distribution, applicable: coverage.applicable },
    { asOf: score.asOf, today, language },
  )
  const alt = formatDistribution(distribution)
  return [
    { kind: 'paragraph', style: 'lead', text: plain(lead === '' ? headline : `${headline} ${lead}`) },
    ...(coverage.applicable === 0 ? [] : [{ kind: 'bar', parts: buildBarParts(distribution), alt } as const]),
    {
      kind: 'paragraph',
      style: 'body',
      text: plain(
        [
          coverage.applicable === 0 ? b.countingNone : b.counting(coverage.applicable, alt),
          ...(index === null ? [] : [b.index(formatWhole(index.low), formatWhole(index.high))]),
        ].join(' '),
      ),
    },
  ]
}

function buildAreas({ overview }: CountryBrief, words: BriefWords, { rows }: Extent): Block[] {
  const { b, formatDistribution, quote } = words
  const { score, movement, since } = overview
  const areas = score.areas.filter(({ coverage, notApplicable }) => coverage.applicable + notApplicable > 0)
  if (areas.length === 0) return []
  const moved = new Map(movement.map((one) => [one.area, one.movement]))
  const formatMovement = (area: string) => {
    const { advanced = 0, regressed = 0 } = moved.get(area) ?? {}
    return advanced + regressed === 0 ? '–' : b.movement(advanced, regressed)
  }
  return [
    { kind: 'heading', level: 2, text: b.areas },
    {
      kind: 'table',
      caption: b.areasCaption,
      columns: [
        { head: b.area, share: 34 },
        { head: b.standing, share: 36 },
        { head: b.assessed, share: 13 },
        { head: b.indexHead, share: 9 },
        ...(since === null ? [] : [{ head: b.direction, share: 18 }]),
      ],
      rows: areas
        .slice(0, rows)
        .map(({ key, title, distribution, coverage, index }) => [
          [quote(title)],
          plain(formatDistribution(distribution) || '–'),
          plain(b.outOf(coverage.assessed, coverage.applicable)),
          plain(index === null ? '–' : formatIndex(index)),
          ...(since === null ? [] : [plain(formatMovement(key))]),
        ]),
    },
    ...buildRest(areas.length - rows, b.moreAreas),
  ]
}

function buildMoved({ changes, overview }: CountryBrief, words: BriefWords, extent: Extent): Block[] {
  const { b, v, formatDate, getStanding, lower, quote, sayWith } = words
  const { since } = overview
  if (changes === null || since === null)
    return [
      { kind: 'heading', level: 2, text: b.moved },
      { kind: 'paragraph', style: 'body', text: plain(b.noRound) },
    ]
  const { counts, gates, items, total } = changes
  const heading = sayWith(quote(since.title), (title) => b.movedSince(title, formatDate(since.date)))
  const sums = counts.map(({ change, count }) => `${lower(v.changeKinds[change])} ${count}`).join(' · ')
  const said = [
    ...(sums === '' ? [b.nothingMoved] : [`${sums.charAt(0).toUpperCase()}${sums.slice(1)}.`]),
    ...(gates.opened + gates.closed > 0 ? [b.gatesMoved(gates.opened, gates.closed)] : []),
  ]
  const list = items
    .slice(0, extent.items)
    .map(
      ({ recommendation, title, from, to }): Text => [
        { text: `${recommendation} `, strong: true },
        quote(title, { letters: extent.letters }),
        { text: `: ${getStanding(from)} → ${getStanding(to)}` },
      ],
    )
  return [
    { kind: 'heading', level: 2, text: heading },
    { kind: 'paragraph', style: 'body', text: plain(said.join(' ')) },
    ...(list.length === 0 ? [] : [{ kind: 'list', items: list } as const]),
    ...buildRest(total - extent.items, b.moreChanges),
  ]
}
