import { type Block, plain, type Text } from '@waymark/exchange/documents/document'
import { type CaseStatusKind, caseStatuses } from '@waymark/recommendation/case'
import type { SourceRef } from '../../common/refs.view.ts'
import { type BriefWords, buildRest } from './brief-words.ts'
import type { Extent } from './fit-brief.ts'
import type { CountryBrief } from './read-country-brief.query.ts'

/** The second page: milestones ahead and passed, what the EU took up, the cases on public record. */
export const buildAgreementBlocks = (brief: CountryBrief, words: BriefWords, extent: Extent): Block[] => [
  ...buildAhead(brief, words, extent),
  ...buildPassage(brief, words, extent),
  ...buildUptake(brief, words),
  ...buildCases(brief, words, extent),
]

function buildAhead({ leverage, overview }: CountryBrief, words: BriefWords, extent: Extent): Block[] {
  const { b, v, formatDate, quote, buildSourceNote } = words
  const heading: Block = { kind: 'heading', level: 2, text: b.ahead, startsPage: true }
  if (leverage.length === 0) return [heading, { kind: 'paragraph', style: 'body', text: plain(b.aheadNone) }]
  const sources = new Map(overview.ahead.map((one) => [one.key, one]))
  const noteOf = (key: string) => {
    const found = sources.get(key)
    return found === undefined ? {} : { note: buildSourceNote(found.source, found.locator) }
  }
  const rows = leverage.slice(0, extent.few).map(({ milestone, overdue, unmet, unknown, gates }): Text[] => {
    const { key, kind, title, planned } = milestone
    const date = planned === null ? b.noDate : formatDate(planned)
    return [
      [quote(title, { letters: extent.letters, ...noteOf(key) }), { text: ` (${getKind(kind, words)})` }],
      plain(overdue ? b.overdue(date) : date),
      plain(String(unmet)),
      plain(String(unknown)),
      gates
        .slice(0, 3)
        .flatMap(
          ({ ref, title: asked, required }, i): Text => [
            { text: `${i === 0 ? '' : '; '}${ref} `, strong: true },
            quote(asked, { letters: Math.min(80, extent.letters) }),
            ...(required === null ? [] : [{ text: ` → ${words.lower(v.levels[required].label)}` }]),
          ],
        ),
    ]
  })
  return [
    heading,
    {
      kind: 'table',
      caption: b.aheadCaption,
      columns: [
        { head: b.step, share: 27 },
        { head: b.planned, share: 15 },
        { head: b.unmet, share: 16 },
        { head: b.unknown, share: 11 },
        { head: b.firstOpen, share: 35 },
      ],
      rows,
    },
    ...buildRest(leverage.length - extent.few, b.moreSteps),
  ]
}

const getKind = (kind: string, { v, lower }: BriefWords): string => {
  const label = (v.milestoneKinds as Readonly<Record<string, string>>)[kind]
  return label === undefined ? kind : lower(label)
}

function buildPassage({ passed }: CountryBrief, words: BriefWords, { few }: Extent): Block[] {
  const { b, formatDate, quote } = words
  const unmet = passed.filter(({ required }) => required.unmet > 0)
  const count = unmet.reduce((sum, { required }) => sum + required.unmet, 0)
  const text = passed.length === 0 ? b.passageNone : b.passageText(passed.length, count, unmet.length)
  const items = unmet
    .slice(-few)
    .reverse()
    .map(
      ({ title, occurred, required }): Text => [
        quote(title),
        {
          text: `, ${occurred === null ? '' : formatDate(occurred)}: ${b.counts(required.met, required.unmet, required.unknown, required.waived)}`,
        },
      ],
    )
  return [
    { kind: 'heading', level: 2, text: b.passage },
    { kind: 'paragraph', style: 'body', text: plain(text) },
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
    ...buildRest(unmet.length - few, b.moreSteps),
  ]
}

function buildUptake({ round, overview }: CountryBrief, words: BriefWords): Block[] {
  const { b, formatDate, formatDistribution, buildSourceNote, quote, sayWith } = words
  const { distribution, coverage } = overview.score.euSide
  const said: Text =
    round === null
      ? plain(b.uptakeNone)
      : sayWith(
          quote(round.title, { note: buildSourceNote(round.source satisfies SourceRef, null) }),
          (title) => b.uptakeText(title, formatDate(round.date), round.flow),
        )
  const eu =
    coverage.applicable === 0 ? b.euNone : b.euSide(coverage.applicable, formatDistribution(distribution))
  return [
    { kind: 'heading', level: 2, text: b.uptake },
    { kind: 'paragraph', style: 'body', text: said },
    { kind: 'paragraph', style: 'body', text: plain(eu) },
  ]
}

const isCaseStatus = (status: string): status is CaseStatusKind =>
  (caseStatuses as readonly string[]).includes(status)

/** Of people only their name on record and the last status with its day. */
function buildCases({ cases }: CountryBrief, words: BriefWords, { items, letters }: Extent): Block[] {
  const { b, v, formatDate, lower, quote } = words
  const list = cases.slice(0, items).map(({ name, statuses }): Text => {
    const [last] = statuses
    if (last === undefined) return [quote(name, { letters })]
    const label = isCaseStatus(last.status) ? lower(v.caseStatuses[last.status]) : last.status
    return [quote(name, { letters }), { text: `: ${label}, ${formatDate(last.date)}` }]
  })
  return [
    { kind: 'heading', level: 2, text: b.cases },
    {
      kind: 'paragraph',
      style: 'body',
      text: plain(cases.length === 0 ? b.casesNone : b.casesText(cases.length)),
    },
    ...(list.length === 0 ? [] : [{ kind: 'list', items: list } as const]),
    ...buildRest(cases.length - items, b.moreCases),
  ]
}
