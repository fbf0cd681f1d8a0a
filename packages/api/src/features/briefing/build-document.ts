import {
  type Block,
  plain,
  type Run,
  type Text,
  type TextDocument,
} from '@waymark/exchange/documents/document'
import { getUtcDay } from '@waymark/kernel/instant'
import { type Body, getSectionId, type Section } from '@waymark/meeting/briefing/body'
import type { Fact } from '@waymark/meeting/briefing/fact'
import { groupFacts } from '@waymark/meeting/briefing/fact'
import { getLanguageOfText } from '@waymark/recommendation/text-language'
import { buildBarParts } from '../brief/brief-words.ts'
import type { BriefingView } from './briefing.view.ts'
import { type BriefingWords, joinRuns } from './briefing-words.ts'
import { sayFact } from './say-fact.ts'

export type Briefed = Pick<BriefingView, 'dossier' | 'round' | 'audience' | 'version' | 'basis'> & {
  readonly body: Body
  readonly facts: readonly Fact[]
  /** When the version was written. */
  readonly writtenAt: string
}

/** A briefing as a document, whole: words of its writers and of the record, each with its notes. */
export function buildBriefingDocument(briefing: Briefed, words: BriefingWords): TextDocument {
  const { d, formatDate, getTitle, language, sayWith } = words
  const { basis, body, dossier, round } = briefing
  const lang = getLanguageOfText(body.title)
  return {
    lang: language,
    title: body.title,
    ...(lang === null || lang === language ? {} : { titleLang: lang }),
    kicker: sayWith(getTitle(round.title), (title) => d.kicker(title, formatDate(round.date))),
    writtenAt: briefing.writtenAt,
    footer: sayWith(getTitle(dossier.title), (title) =>
      d.footer(title, formatDate(basis.asOf), formatDate(getUtcDay(basis.knownAt)), basis.method),
    ),
    pageWords: d.pageWords,
    blocks: [
      ...buildProse(body.lead, briefing, words, 'lead'),
      ...buildSections(briefing, words),
      ...buildAbout(briefing, words),
    ],
  }
}

/** Headings that a run of sections of one kind has in common. */
const groupHeads = { case: 'cases', statement: 'statements', milestone: 'milestones' } as const

function buildSections(briefing: Briefed, words: BriefingWords): Block[] {
  const { sections } = briefing.body
  const facts = groupFacts(briefing.facts)
  return sections.flatMap((section, i) => {
    const { kind } = section
    const own = facts.get(getSectionId(section)) ?? []
    const blocks = buildSection(section, own, briefing, words)
    if (blocks.length === 0 || !(kind in groupHeads) || sections[i - 1]?.kind === kind) return blocks
    const name = groupHeads[kind as keyof typeof groupHeads]
    return [{ kind: 'heading', level: kind === 'case' ? 3 : 2, text: words.d[name] } as const, ...blocks]
  })
}

function buildSection(
  section: Section,
  facts: readonly Fact[],
  briefing: Briefed,
  words: BriefingWords,
): Block[] {
  const prose = buildProse(section.text, briefing, words)
  const [first] = facts
  switch (section.kind) {
    case 'text':
      return [{ kind: 'heading', level: 2, text: [mark(section.title, words)] }, ...prose]
    case 'figures':
      return first === undefined ? prose : [...buildFigures(first, words), ...prose]
    case 'area': {
      if (first === undefined || first.value.part !== 'area') return prose
      const heading = { kind: 'heading', level: 2, text: [words.getTitle(first.value.title)] } as const
      return [heading, body(sayFact(first, words)), ...prose]
    }
    case 'recommendation':
      return facts.length === 0 ? prose : buildRecommendation(section, facts, words, prose)
    case 'case': {
      const said = first === undefined ? [] : sayFact(first, words)
      // Nothing is said about somebody who may not be named, neither by the record nor by whoever wrote about them.
      return said.length === 0 ? [] : [body(said), ...prose]
    }
    case 'statement':
    case 'milestone':
      return first === undefined ? prose : [body(sayFact(first, words)), ...prose]
  }
}

const body = (text: Text): Block => ({ kind: 'paragraph', style: 'body', text: noteOnce(text) })

/** A paragraph in which several sentences have the same note has it once, after the last of them. */
function noteOnce(text: Text): Text {
  const keys = text.map(({ note }) => note?.map((run) => run.text).join(''))
  return text.map(({ note, ...run }, i) => ({
    ...run,
    ...(note === undefined || keys.indexOf(keys[i], i + 1) >= 0 ? {} : { note }),
  }))
}

/** The same over the items of a list; the note stands with the words above it. */
function noteAbove(caption: string, items: readonly Text[], shared: Text | undefined): Block[] {
  const key = shared?.map(({ text }) => text).join('')
  const without = (text: Text) =>
    text.map(({ note, ...run }) =>
      note === undefined || note.map((one) => one.text).join('') === key ? run : { ...run, note },
    )
  return [
    {
      kind: 'paragraph',
      style: 'small',
      text: [{ text: caption, ...(shared === undefined ? {} : { note: shared }) }],
    },
    { kind: 'list', items: items.map(without) },
  ]
}

function buildFigures(fact: Fact, words: BriefingWords): Block[] {
  const { value } = fact
  if (value.part !== 'figures') return []
  const alt = words.formatDistribution(value.distribution)
  return [
    { kind: 'heading', level: 2, text: words.d.figures },
    ...(value.applicable === 0
      ? []
      : [{ kind: 'bar', parts: buildBarParts(value.distribution), alt } as const]),
    body(sayFact(fact, words)),
  ]
}

function buildRecommendation(
  { key, ask, evidence }: Extract<Section, { kind: 'recommendation' }>,
  facts: readonly Fact[],
  words: BriefingWords,
  prose: readonly Block[],
): Block[] {
  const { d, getTitle } = words
  const pick = (part: Fact['value']['part']) => facts.filter(({ value }) => value.part === part)
  const say = (part: Fact['value']['part']) => pick(part).map((fact) => sayFact(fact, words))
  const [asked] = pick('asked')
  const title = asked?.value.part === 'asked' ? getTitle(asked.value.title) : { text: '' }
  const shown = pick('evidence').filter(
    ({ id }) =>
      evidence === null || evidence.includes(id.slice(id.lastIndexOf('/evidence-') + '/evidence-'.length)),
  )
  const taken = say('uptake')
  const gates = say('gate')
  const standing = joinRuns([...say('finding'), ...say('change'), ...say('lineage')], ' ')
  return [
    { kind: 'heading', level: 3, text: [{ text: `${key} ` }, title] },
    ...(ask === ''
      ? []
      : [
          body([
            { text: d.ask, strong: true },
            { ...mark(ask, words), strong: true },
          ]),
        ]),
    ...say('asked').map(body),
    body(
      taken.length === 0
        ? plain(d.uptakeNone)
        : [{ text: d.uptake }, ...joinRuns(taken, '; '), { text: '.' }],
    ),
    body(standing),
    ...(shown.length === 0
      ? []
      : [
          { kind: 'paragraph', style: 'small', text: plain(d.evidence) } as const,
          { kind: 'list', items: shown.map((fact) => sayFact(fact, words)) } as const,
        ]),
    ...say('claim').map(body),
    ...(gates.length === 0 ? [] : noteAbove(d.gates, gates, words.noteBasis({}).note)),
    ...prose,
  ]
}

/** What somebody wrote, marked with its language where that is another. */
const mark = (text: string, { language }: BriefingWords): Run => {
  const lang = getLanguageOfText(text)
  return { text, ...(lang === null || lang === language ? {} : { lang }) }
}

/** What people wrote, a block an empty line apart; a line that begins with a dash is an item of a list. Their figures are said to be theirs. */
function buildProse(
  text: string,
  { writtenAt }: Briefed,
  words: BriefingWords,
  style: 'body' | 'lead' = 'body',
): Block[] {
  const note = {
    note: plain(words.d.ownFigures(words.formatDate(getUtcDay(writtenAt)))),
  }
  const say = (said: string): Text => [{ ...mark(said, words), ...(/\p{N}/u.test(said) ? note : {}) }]
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): Block => {
      const lines = part.split('\n').map((line) => line.trim())
      return lines.every((line) => /^[-–•]\s/.test(line))
        ? { kind: 'list', items: lines.map((line) => say(line.replace(/^[-–•]\s+/, ''))) }
        : { kind: 'paragraph', style, text: say(lines.join(' ')) }
    })
}

function buildAbout({ audience, basis, version, writtenAt }: Briefed, words: BriefingWords): Block[] {
  const { b, d, v, formatDate } = words
  const { asOf, knownAt, method } = basis
  const meanings = [...Object.values(v.levels), v.contrary, v.unknown].flatMap(({ label, rule }): Run[] => [
    { text: `${label}: `, strong: true },
    { text: `${rule} ` },
  ])
  const said = [
    d.aboutText(formatDate(asOf), words.formatInstant(knownAt), method),
    d.written(version, formatDate(getUtcDay(writtenAt))),
    d.audience[audience],
  ]
  return [
    { kind: 'heading', level: 2, text: d.about },
    { kind: 'paragraph', style: 'small', text: [{ text: said.join(' ') }, ...words.noteTranslations()] },
    { kind: 'heading', level: 2, text: b.words },
    { kind: 'paragraph', style: 'small', text: meanings },
  ]
}
