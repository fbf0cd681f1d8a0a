import { type Block, plain, type Text, type TextDocument } from '@waymark/exchange/documents/document'
import { getUtcDay } from '@waymark/kernel/instant'
import { formatInstant } from '@waymark/messages/dates'
import type { z } from 'zod'
import type { GateView } from '../../common/refs.view.ts'
import type { milestoneDetail } from '../milestone/milestone.view.ts'
import { type BriefWords, buildRest } from './brief-words.ts'
import type { Extent } from './fit-brief.ts'

type Detail = z.infer<typeof milestoneDetail>

/**
 * A milestone brief: what it is, its conditions as they stood on its day and stand now, and the statements they rest on.
 *
 * @param page address of the milestone's page with the whole cut
 */
export function buildMilestoneBrief(
  detail: Detail,
  words: BriefWords,
  page: string,
  extent: Extent,
): TextDocument {
  const { b, formatDate, getTitle, language, sayWith } = words
  const { frame, milestone } = detail
  const { cut, dossier } = frame
  const { text: title, lang: titleLang } = getTitle(milestone.title)
  return {
    lang: language,
    title,
    ...(titleLang === undefined ? {} : { titleLang }),
    kicker: sayWith(
      getTitle(milestone.track.title),
      (track) => `${b.milestone} · ${track} · ${formatDate(cut.asOf)}`,
    ),
    writtenAt: cut.knownAt,
    footer: sayWith(getTitle(dossier.title), (said) =>
      b.footer(said, formatDate(cut.asOf), formatDate(getUtcDay(cut.knownAt)), cut.method),
    ),
    pageWords: b.pageWords,
    blocks: [
      ...buildHead(detail, words),
      ...buildGates(detail, words, extent),
      ...buildStatements(detail.gates, words, extent),
      { kind: 'heading', level: 2, text: b.about },
      {
        kind: 'paragraph',
        style: 'small',
        text: [
          {
            text: `${b.aboutMilestone(formatDate(cut.asOf), formatInstant(cut.knownAt, language))} `,
          },
          ...words.buildTranslationNote(milestone.title),
          { text: `${b.record} ` },
          { text: page, href: page },
        ],
      },
    ],
  }
}

function buildHead({ milestone, events }: Detail, words: BriefWords): Block[] {
  const { b, formatDate, buildSourceNote } = words
  const { met, unmet, unknown, waived } = milestone.required
  const counts =
    met + unmet + unknown + waived === 0 ? b.noCondition : b.required(b.counts(met, unmet, unknown, waived))
  const moves = events.flatMap(
    ({ kind, effective, planned, source, locator }): Text =>
      kind !== 'moved' || planned === null
        ? []
        : [
            {
              text: `${b.movedTo(formatDate(effective), formatDate(planned))} `,
              note: buildSourceNote(source, locator),
            },
          ],
  )
  return [
    {
      kind: 'paragraph',
      style: 'lead',
      text: [
        {
          text: getState(milestone, words),
          note: buildSourceNote(milestone.source, milestone.locator),
        },
        { text: ` ${counts}` },
      ],
    },
    ...(moves.length === 0 ? [] : [{ kind: 'paragraph', style: 'body', text: moves.slice(-3) } as const]),
  ]
}

function getState(
  { occurred, cancelled, planned }: Detail['milestone'],
  { b, formatDate }: BriefWords,
): string {
  if (occurred !== null) return b.passed(formatDate(occurred))
  if (cancelled !== null) return b.cancelled(formatDate(cancelled))
  return planned === null ? b.liesAheadNoDate : b.liesAhead(formatDate(planned))
}

function buildGates({ gates, milestone, frame }: Detail, words: BriefWords, extent: Extent): Block[] {
  if (gates.length === 0) return []
  const { b, v, formatDate, getStanding, lower, quote } = words
  const isPast = milestone.occurred !== null
  const day = gates[0]?.at ?? frame.cut.asOf
  const formatStanding = (s: GateView['standingAt']) =>
    getStanding(
      s.kind === 'known' ? (s.contrary ? 'contrary' : s.level) : s.kind === 'unknown' ? s.reason : s.state,
    )
  const rows = gates
    .slice(0, extent.rows)
    .map(({ recommendation, role, required, state, since, standingAt, standingNow }): Text[] => [
      [
        { text: `${recommendation.ref} `, strong: true },
        quote(recommendation.title, { letters: Math.min(120, extent.letters) }),
      ],
      plain(
        role === 'required' && required !== null
          ? lower(v.levels[required].label)
          : lower(v.linkageRoles[role]),
      ),
      plain(formatStanding(standingAt)),
      ...(isPast ? [plain(formatStanding(standingNow))] : []),
      plain(
        role !== 'required'
          ? b.notCounted
          : `${lower(v.gateStates[state])}${since === null ? '' : `; ${lower(v.since[since])}`}`,
      ),
    ])
  return [
    { kind: 'heading', level: 2, text: b.gates },
    {
      kind: 'table',
      caption: b.gatesCaption,
      columns: [
        { head: b.recommendation, share: 38 },
        { head: b.requiredHead, share: 16 },
        { head: b.thenHead(formatDate(day)), share: 17 },
        ...(isPast ? [{ head: b.nowHead, share: 16 }] : []),
        { head: b.stateHead, share: 21 },
      ],
      rows,
    },
    ...buildRest(gates.length - extent.rows, b.moreGates),
  ]
}

function buildStatements(gates: readonly GateView[], words: BriefWords, extent: Extent): Block[] {
  const { b, formatDate, quote, buildSourceNote } = words
  const statements = [
    ...new Map(gates.flatMap((gate) => gate.commitments.map((one) => [one.key, one] as const))).values(),
  ].sort((one, other) => (one.date < other.date ? -1 : 1))
  const items = statements
    .slice(0, extent.few)
    .map(
      ({ actor, date, summary, source, locator }): Text => [
        quote(actor),
        { text: `, ${formatDate(date)}: ` },
        quote(summary, { letters: extent.letters, note: buildSourceNote(source, locator) }),
      ],
    )
  return [
    { kind: 'heading', level: 2, text: b.statements },
    ...(items.length === 0
      ? [{ kind: 'paragraph', style: 'body', text: plain(b.statementsNone) } as const]
      : [{ kind: 'list', items } as const]),
    ...buildRest(statements.length - extent.few, b.moreStatements),
  ]
}
