import type { Run, Text } from '@waymark/exchange/documents/document'
import type { Fact, FactOf, FactPart, Figures } from '@waymark/meeting/briefing/fact'
import { formatWhole } from '@waymark/scoring/format'
import type { StandingWord } from '../change/change.view.ts'
import { type BriefingWords, joinRuns, sayAround } from './briefing-words.ts'

type Say<P extends FactPart> = (value: FactOf<P>, words: BriefingWords, fact: Fact) => Run[]

/** Labels of keys that the record gives as plain text; one that has no word is shown as it is. */
const label = (labels: Readonly<Record<string, string>>, key: string): string => labels[key] ?? key

const standingOf = (word: string | null, { getStanding }: BriefingWords) =>
  getStanding(word as StandingWord | null)

const sayFigures = (
  { distribution, assessed, applicable, index }: Figures,
  words: BriefingWords,
  fact: Fact,
) => {
  const { d, formatDistribution, noteBasis } = words
  if (applicable === 0) return [{ text: d.countingNone, ...noteBasis(fact) }]
  const said = [
    d.counting(applicable, formatDistribution(distribution)),
    d.assessed(assessed, applicable),
    ...(index === null ? [] : [d.index(formatWhole(index.low), formatWhole(index.high))]),
  ]
  return said.map((sentence, i) => ({
    text: i === 0 ? sentence : ` ${sentence}`,
    ...noteBasis(fact),
  }))
}

const names = (all: readonly string[], { quote }: BriefingWords) =>
  joinRuns(
    all.map((one) => [quote(one)]),
    ', ',
  )

const sayings: { readonly [P in FactPart]: Say<P> } = {
  figures: sayFigures,
  area: sayFigures,
  asked: ({ text, wording, basis, issued, by, of, cited }, words) => {
    const { d, quote, formatDate, buildSourceNote } = words
    return [
      { text: d.issued(formatDate(issued)) },
      ...(by.length === 0 ? [] : [{ text: d.by }, ...names(by, words)]),
      ...(of.length === 0 ? [] : [{ text: d.to }, ...names(of, words)]),
      { text: '. ' },
      ...(wording === 'paraphrase' ? [{ text: d.paraphrase }] : []),
      ...(basis === 'implied' ? [{ text: d.implied }] : []),
      { text: '“' },
      quote(text),
      { text: '”', note: buildSourceNote(cited.source, cited.locator) },
    ]
  },
  lineage: ({ rounds, line }, words, fact) => {
    const { d, getTitle, formatDate, noteBasis } = words
    const said = sayAround(
      rounds.map(({ title }) => getTitle(title)),
      (...marks) =>
        d.rounds(
          rounds.length,
          rounds.map(({ title, date }, i) => `${marks[i] ?? title}, ${formatDate(date)}`).join('; '),
        ),
    )
    return [
      ...noteLast(said, noteBasis(fact).note),
      ...(line.length > 1 ? [{ text: ` ${d.line(line.join(' → '))}` }] : []),
    ]
  },
  uptake: ({ kind, date, forum, round, cited }, { v, lower, formatDate, quote, buildSourceNote }) =>
    noteLast(
      [
        { text: `${lower(label(v.uptakeKinds, kind))}, ${formatDate(date)}` },
        ...(forum === null ? [] : [{ text: ', ' }, quote(forum)]),
        ...(round === null ? [] : [{ text: ' (' }, quote(round), { text: ')' }]),
      ],
      buildSourceNote(cited.source, cited.locator),
    ),
  finding: ({ standing, effective, rationale }, words, fact) => [
    {
      text: `${words.d.finding(standingOf(standing, words))}${effective === null ? '' : words.d.since(words.formatDate(effective))}.`,
      ...words.noteBasis(fact),
    },
    ...(rationale === null ? [] : [{ text: ' ' }, words.quote(rationale)]),
  ],
  evidence: ({ stance, excerpt, factDate, cited }, { v, d, quote, formatDate, buildSourceNote }) =>
    noteLast(
      [
        { text: `${label(v.stances, stance)}${factDate === null ? '' : d.factDate(formatDate(factDate))}: ` },
        ...(excerpt === null ? [quote(cited.source.title)] : [{ text: '“' }, quote(excerpt), { text: '”' }]),
      ],
      buildSourceNote(cited.source, cited.locator),
    ),
  claim: ({ actor, date, level, text, cited }, { v, d, lower, quote, formatDate, buildSourceNote }) => [
    quote(actor),
    { text: `${d.claim(formatDate(date))}“` },
    quote(text),
    { text: '”', note: buildSourceNote(cited.source, cited.locator) },
    ...(level === null
      ? []
      : [{ text: d.claimLevel(lower(v.levels[level as keyof typeof v.levels]?.label ?? level)) }]),
  ],
  change: ({ since, from, to }, words, fact) => {
    const { d, getTitle, formatDate, noteBasis } = words
    const [was, is] = [from === null ? d.notThen : standingOf(from, words), standingOf(to, words)]
    const said = sayAround([getTitle(since.title)], (round = since.title) =>
      from === to
        ? d.unchanged(round, formatDate(since.date), is)
        : d.change(round, formatDate(since.date), was, is),
    )
    return noteLast(said, noteBasis(fact).note)
  },
  gate: ({ role, required, state, ...step }, words, fact) => {
    const { v, d, lower, noteBasis } = words
    const condition =
      required === null
        ? d.noRequired
        : d.required(lower(v.levels[required as keyof typeof v.levels]?.label ?? required))
    const standing = role === 'required' ? label(v.gateStates, state) : label(v.linkageRoles, role)
    return [...sayStep(step, words), { text: `: ${d.gate(condition, lower(standing))}.`, ...noteBasis(fact) }]
  },
  case: ({ statuses }, { v, d, cases, lower, formatDate, quote, buildSourceNote }, { row }) => {
    const one = cases.get(row.key)
    if (one === undefined) return []
    const said = statuses.map(({ status, date }): Run[] => {
      const told = one.statuses.find((known) => known.status === status && known.date === date)
      const run = { text: `${lower(label(v.caseStatuses, status))}, ${formatDate(date)}` }
      return [told === undefined ? run : { ...run, note: buildSourceNote(told.source, told.note) }]
    })
    return [
      { ...quote(one.name), strong: true },
      { text: ': ' },
      ...(said.length === 0 ? [{ text: lower(d.noStatus) }] : [...joinRuns(said, '; '), { text: '.' }]),
    ]
  },
  statement: ({ actor, date, summary, cited }, { quote, formatDate, buildSourceNote }) => [
    { ...quote(actor), strong: true },
    { text: `, ${formatDate(date)}: ` },
    quote(summary, { note: buildSourceNote(cited.source, cited.locator) }),
  ],
  milestone: ({ required, ...step }, words, fact) => {
    const { d, noteBasis } = words
    const { met, unmet, unknown, waived } = required
    const said =
      met + unmet + unknown + waived === 0
        ? d.noCondition
        : d.conditions(d.counts(met, unmet, unknown, waived))
    const [name, ...rest] = sayStep(step, words)
    return [
      ...(name === undefined ? [] : [{ ...name, strong: true }]),
      ...rest,
      { text: `. ${said}`, ...noteBasis(fact) },
    ]
  },
}

/** A step by its name with its source, or by what kind of step it is; its track, and when. */
function sayStep(
  {
    title,
    track,
    kind,
    planned,
    occurred,
    cited,
  }: Pick<FactOf<'milestone'>, 'title' | 'track' | 'kind' | 'planned' | 'occurred' | 'cited'>,
  { v, d, quote, formatDate, buildSourceNote }: BriefingWords,
): Run[] {
  const name = label(v.milestoneKinds, kind)
  const ahead = planned === null ? d.aheadNoDate : d.ahead(formatDate(planned))
  const when = occurred === null ? ahead : d.passed(formatDate(occurred))
  const note = cited === null ? [] : buildSourceNote(cited.source, cited.locator)
  return [
    ...(title === null
      ? [{ text: name }, { text: ' (' }]
      : [quote(title, { note }), { text: ` (${name}, ` }]),
    quote(track),
    { text: `; ${when})` },
  ]
}

/** A note to a sentence that is made of several runs, at its end. */
const noteLast = (runs: readonly Run[], note: Text): Run[] =>
  runs.map((run, i) =>
    i === runs.length - 1
      ? { ...run, note: run.note === undefined ? note : [...run.note, { text: ' ' }, ...note] }
      : run,
  )

/** A fact in words, with its notes; nothing of a case that may not be named. */
export function sayFact(fact: Fact, words: BriefingWords): Text {
  const say = sayings[fact.value.part] as Say<FactPart>
  return say(fact.value as never, words, fact)
}

/** The same without notes, for lists of the desk. */
export const formatFact = (fact: Fact, words: BriefingWords): string =>
  sayFact(fact, words)
    .map(({ text }) => text)
    .join('')

/** The notes of a fact, as they would stand at the foot of a page. */
export const formatNotes = (fact: Fact, words: BriefingWords): string[] => [
  ...new Set(
    sayFact(fact, words).flatMap(({ note }) =>
      note === undefined ? [] : [note.map(({ text }) => text).join('')],
    ),
  ),
]
