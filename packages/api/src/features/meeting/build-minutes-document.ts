import {
  type Block,
  plain,
  type Run,
  type Text,
  type TextDocument,
} from '@waymark/exchange/documents/document'
import { formatInstant, formatPartialDate } from '@waymark/messages/dates'
import type { Language } from '@waymark/messages/language'
import { lowerFirst } from '@waymark/messages/lower-first'
import { minutesMessages } from '@waymark/messages/minutes'
import { vocabulary } from '@waymark/messages/vocabulary'
import { getLanguageOfText } from '@waymark/recommendation/text-language'
import type { MinutesView } from './meeting.view.ts'

type Item = MinutesView['items'][number]
type Decision = Item['decisions'][number]

const getWords = (language: Language) => ({
  language,
  d: minutesMessages[language],
  formatDate: (date: string) => formatPartialDate(date, language),
  formatLevel: (level: keyof (typeof vocabulary)['en']['levels']) =>
    lowerFirst(vocabulary[language].levels[level].label, language),
  /** What somebody wrote, in the language that its letters tell. */
  say: (text: string): Run => {
    const lang = getLanguageOfText(text)
    return lang === null || lang === language ? { text } : { text, lang }
  },
})
type Words = ReturnType<typeof getWords>

/**
 * Minutes as a document, of what their reader gets and nothing else: who was there, then item after item, decisions and action points
 * first. A draft says so; the footer names the minutes by their hash and the record by its cut.
 */
export function buildMinutesDocument(minutes: MinutesView, language: Language): TextDocument {
  const words = getWords(language)
  const { d, formatDate } = words
  const { agenda, approval, dossier, sha256 } = minutes
  const { title, heldOn } = minutes.minutes
  const titleLang = getLanguageOfText(title)
  const mark = approval === null ? `${d.draftMark} · ` : ''
  return {
    lang: language,
    title,
    ...(titleLang === null || titleLang === language ? {} : { titleLang }),
    kicker: `${mark}${d.kicker(minutes.series, minutes.number)}`,
    writtenAt: approval?.at ?? agenda?.until.knownAt ?? `${heldOn}T00:00:00.000Z`,
    footer: `${mark}${d.footer(
      dossier.title,
      sha256.slice(0, 16),
      agenda === null ? null : formatDate(agenda.until.asOf),
      agenda === null ? null : formatDate(agenda.until.knownAt.slice(0, 10)),
    )}`,
    pageWords: d.pageWords,
    blocks: [
      ...buildHead(minutes, words),
      ...buildAttendance(minutes, words),
      ...(minutes.items.length === 0 ? [body(plain(d.nothing))] : []),
      ...minutes.items.flatMap((item, index) => buildItem(item, index + 1, words)),
      ...buildAbout(minutes, words),
    ],
  }
}

const body = (text: Text): Block => ({ kind: 'paragraph', style: 'body', text })
const small = (text: Text): Block => ({ kind: 'paragraph', style: 'small', text })

function buildHead(
  { approval, audience, minutes }: MinutesView,
  { d, formatDate, language }: Words,
): Block[] {
  const at = approval === null ? '' : formatInstant(approval.at, language)
  const state =
    approval === null
      ? d.draft
      : // The delegation gets nobody's name with the minutes.
        audience === 'delegation'
        ? d.approved(at)
        : d.approvedBy(approval.by.name, at)
  return [
    {
      kind: 'paragraph',
      style: 'lead',
      text: [
        { text: `${d.heldOn(formatDate(minutes.heldOn))} ` },
        { text: state, strong: approval === null },
      ],
    },
    small(plain(d.audience[audience])),
  ]
}

function buildAttendance({ minutes: { attendance } }: MinutesView, { d }: Words): Block[] {
  if (attendance.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: d.attendance },
    {
      kind: 'table',
      caption: d.attendanceCaption,
      columns: [
        { head: d.name, share: 3 },
        { head: d.presence, share: 2 },
      ],
      rows: attendance.map(({ name, presence }) => [plain(name), plain(d.presences[presence])]),
    },
  ]
}

/** What an item is called: a recommendation by its reference too; keys of other records say nothing, or too much. */
const getTitle = ({ subject, title }: Item, { d, say }: Words): Run[] => [
  ...(subject.kind === 'recommendation' ? [{ text: `${subject.key} ` }] : []),
  title === null ? { text: d.erased } : say(title),
]

function buildItem(item: Item, number: number, words: Words): Block[] {
  const { d, say } = words
  const recused = item.recusals.map(({ name, reason }) =>
    reason === null ? name : d.recusedBecause(name, reason),
  )
  return [
    { kind: 'heading', level: 2, text: [{ text: `${number}. ` }, ...getTitle(item, words)] },
    ...(item.late ? [small(plain(d.late))] : []),
    ...(item.dropped === null ? [] : [body(plain(d.dropped(item.dropped)))]),
    ...(recused.length === 0 ? [] : [small(plain(d.recused(recused.join(', '))))]),
    ...item.decisions.flatMap((decision) => buildDecision(decision, words)),
    ...buildActions(item, words),
    ...buildSaid(
      d.discussion,
      item.notes.map((note) => [say(note)]),
    ),
    ...buildSaid(
      d.amendments,
      item.amendments.map(({ text, by, comment }) => [
        say(text),
        { text: d.amendedBy(by) },
        ...(comment === null ? [] : [say(d.comment(comment))]),
      ]),
    ),
  ]
}

function buildSaid(heading: string, items: readonly Text[]): Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', level: 3, text: heading },
        { kind: 'list', items },
      ]
}

function buildDecision(
  { text, sealed, detail }: Decision,
  { d, formatDate, formatLevel, say }: Words,
): Block[] {
  const said = body([{ text: sealed ? d.decision : d.notSealed, strong: true }, say(text)])
  if (detail === null) return [said]
  const { options, votes, dissent, reviewOn, supersedes, finding } = detail
  return [
    said,
    ...(options.length === 0
      ? []
      : [small(plain(d.options)), { kind: 'list', items: options.map((one) => [say(one)]) } as const]),
    ...(votes === null ? [] : [body(plain(d.votes(votes.for, votes.against, votes.abstain)))]),
    ...(dissent === null ? [] : [body([{ text: d.dissent, strong: true }, say(dissent)])]),
    ...(reviewOn === null ? [] : [body(plain(d.review(formatDate(reviewOn))))]),
    ...(supersedes === null ? [] : [body(plain(d.supersedes))]),
    ...(finding === null
      ? []
      : [
          body(
            plain(
              d.finding(finding.recommendation, formatLevel(finding.level), formatDate(finding.effective)),
            ),
          ),
        ]),
  ]
}

function buildActions({ actions }: Item, { d, formatDate, say }: Words): Block[] {
  if (actions.length === 0) return []
  return [
    {
      kind: 'table',
      caption: d.actions,
      columns: [
        { head: d.action, share: 6 },
        { head: d.owner, share: 3 },
        { head: d.due, share: 2 },
      ],
      rows: actions.map(({ text, owner, due }) => [[say(text)], plain(owner), plain(formatDate(due))]),
    },
  ]
}

function buildAbout({ agenda, sha256 }: MinutesView, { d, formatDate, language }: Words): Block[] {
  return [
    { kind: 'heading', level: 2, text: d.about },
    small(
      plain(
        agenda === null
          ? d.aboutNoRecord
          : d.aboutRecord(formatDate(agenda.until.asOf), formatInstant(agenda.until.knownAt, language)),
      ),
    ),
    small(plain(d.aboutHash(sha256))),
  ]
}
