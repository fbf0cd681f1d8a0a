/**
 * Page copy of the public face, in English. The type is the contract for other languages: whole sentences are
 * functions of their facts, so that each language orders its words as it must. Dates and labels come in as words.
 * `past` is true when the page shows a day before today: what is said then stands in the past tense.
 */

import { changeMessages } from './public-changes.ts'
import { editionMessages } from './public-edition.ts'
import { recordMessages } from './public-record.ts'
import { scaleMessages } from './public-scales.ts'
import { timeMessages } from './public-time.ts'
import { sitePages } from './site-pages.ts'

const some = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const publicMessages = {
  brand: 'Waymark',
  language: 'Language',
  independent: 'An independent record. Not a site of the European Union or of any government.',
  nav: {
    label: 'Dossier',
    scorecard: 'Scorecard',
    recommendations: 'Recommendations',
    linkage: 'Linkage',
    leverage: 'Leverage',
    consistency: 'EU consistency',
    milestones: 'Milestones',
    timeline: 'Timeline',
    changes: 'What changed',
    cases: 'Cases',
    rounds: 'Rounds',
    sources: 'Sources',
    method: 'Method',
    editions: 'Editions',
  },
  noteTitle: 'About this dossier',
  date: {
    title: 'Date and record',
    asOf: 'Show the state on',
    show: 'Show',
    pick: 'or on the day of',
    go: 'Go',
    today: (date: string) => `Today, ${date}`,
    chosen: (date: string) => `${date}, the day shown`,
    moment: (date: string, title: string) => `${date}: ${title}`,
    knownNow: 'Everything recorded so far · change what was known',
    knownThen: (date: string) => `As known on ${date} · change what was known`,
    knownAt: 'Show only what was on record at',
    knownHint:
      'A day like 2026-11-24 (its end, UTC) or an instant like 2026-11-24T09:00:00Z. What was recorded later does not count then. Leave it empty for everything recorded so far.',
    knownReset: 'Show everything recorded so far',
    rail: 'Dialogue rounds and milestones on a line of time',
    round: 'dialogue round',
    milestone: 'milestone',
    hint: 'Each is a link to the state of that day.',
    begins: (date: string) => `This record begins on ${date}.`,
  },
  before: {
    title: (date: string) => `On ${date}, nothing was on record.`,
    text: (begins: string) =>
      `This record begins on ${begins}. What it holds about earlier days was entered from then on, so an earlier cut-off shows nothing: not zero, nothing.`,
    link: 'Show this page with everything recorded so far',
  },
  /** Texts of the record that the page shows in another language than they were written in. */
  translated: {
    marker: 'translation',
    outdated: 'translation, out of date',
    title: 'Originals',
    help: 'The page shows these texts in translation. What they say in the original is what counts.',
    since: (date: string) => `Out of date: the original was changed on ${date}.`,
  },
  footer: {
    read: 'How to read this page',
    shows: 'Shows',
    showsWorld: (date: string) => `the world on ${date}`,
    known: 'Known by',
    knownCutoff: (instant: string) => `${instant} (record cut-off)`,
    method: 'Method',
    scale: 'Scale',
    cite: 'Cite this view',
    citation: (title: string, page: string, state: string, record: string, method: string) =>
      `Waymark, “${title}: ${page}”, state of ${state}, record of ${record}, method ${method}.`,
    permalink: 'Link to exactly this view',
    data: 'Take the data',
    csv: 'UTF-8, one row an item',
    xlsx: 'the same for a spreadsheet, with a sheet that says what it is',
    json: 'full precision',
  },
  marking: {
    implied: 'implied',
    paraphrase: 'paraphrase',
    impliedLong:
      'Implied: the editors’ reading of a concern that the source states, not a demand made in these words.',
    paraphraseLong: 'Paraphrase: the editors’ words, not the text as issued.',
  },
  dossiers: {
    title: 'Dossiers',
    h1: 'What was asked, what was done about it, and what hung on it.',
    lead: 'Recommendations on human rights, the dialogue that takes them up, and the agreement tied to them: one record, at any date.',
    count: (n: number) => some(n, 'recommendation', 'recommendations'),
    none: 'No dossier is public yet.',
  },
  scorecard: {
    page: 'scorecard',
    title: 'Scorecard',
    over: (past: boolean) =>
      `Scorecard · what was asked of the partner, and what ${past ? 'had become' : 'became'} of it`,
    areas: 'By concern area',
    areasHelp:
      'One square is one recommendation. Left of the line: measures against it. Right of it: how far it has come, by the height of the fill. Hatched: not known. The index counts the unknown first as nothing, then as everything; the truth lies between the two ticks.',
    caption: 'Standing of the recommendations by concern area',
    area: 'Concern area',
    standing: 'Standing, one square a recommendation',
    assessed: 'Assessed',
    index: 'Index',
    direction: 'Direction',
    directionSince: (date: string) => `Since ${date}`,
    notApplicable: 'nothing applicable',
    indexLabel: (low: string, high: string) =>
      low === high ? `Index ${low} of 100` : `Index between ${low} and ${high} of 100`,
    coverage: (assessed: number, applicable: number) => `${assessed} of ${applicable}`,
    all: (n: number) => (n === 1 ? 'The one area' : `All ${n} areas`),
    overall: {
      'mean-of-areas': (pooled: string) => `mean of areas; mean over items ${pooled}`,
      'mean-of-items': (_pooled: string) => 'mean over items, whatever their area',
    },
    outside: (n: number) =>
      `${some(n, 'recommendation does', 'recommendations do')} not apply and ${n === 1 ? 'is' : 'are'} not counted.`,
    sinceRound: (title: string, date: string) =>
      `Direction compares with the last dialogue round before: ${title}, ${date}.`,
    noRound: 'There was no earlier dialogue round to compare with.',
    nothing: 'nothing to compare',
    advanced: (n: number) => `${n} advanced`,
    regressed: (n: number) => `${n} regressed`,
    first: (n: number) => some(n, 'first finding', 'first findings'),
    unchanged: (n: number) => `${n} unchanged`,
    ahead: (past: boolean): string =>
      past ? 'What the EU could still insist on' : 'What the EU can still insist on',
    aheadHelp: (past: boolean) =>
      `Steps that ${past ? 'lay' : 'lie'} ahead, and the conditions tied to them. One unmet condition keeps a gate closed.`,
    aheadNone: (past: boolean) => `No step with a condition ${past ? 'lay' : 'lies'} ahead.`,
    aheadElse: 'How the conditions of the steps already taken stood',
    open: 'Open.',
    closed: 'Closed.',
    eu: 'What was asked of the EU',
    euHelp: 'Counted apart; it never enters the figures above.',
    euNone: (past: boolean) => `Nothing ${past ? 'had been' : 'has been'} asked of the EU.`,
    /** How many stand at a place of the distribution; its word comes as inside a sentence. */
    counted: (n: number, word: string) => `${n} ${word}`,
    asks: (n: number) => some(n, 'ask', 'asks'),
    see: 'See them',
    record: 'The record behind this page',
    recordHelp: 'Every finding leads to its sentence in a source.',
    recordCases: 'Cases: the persons, outlets and events at stake',
    recordRounds: 'Rounds of the human rights dialogue, and what each took up',
    recordStatements: 'EU statements that tie relations to reform, word by word',
    recordMilestones: 'Milestones: the life of the agreement',
    recordSources: 'Sources, and everything that rests on each',
    recordMethod: 'Method: scales, rules, and what unknown means',
  },
  recommendations: {
    page: 'recommendations',
    title: 'Recommendations',
    over: 'Recommendations · each ask, how it stands, who took it up',
    h1: (total: number, date: string, filtered: boolean, past: boolean) => {
      const verb = past ? (total === 1 ? 'was' : 'were') : total === 1 ? 'is' : 'are'
      const what = some(total, 'recommendation', 'recommendations')
      if (total === 0)
        return filtered
          ? `No recommendation matched on ${date}.`
          : `On ${date}, no recommendation ${past ? 'had been' : 'has been'} issued.`
      return filtered ? `On ${date}, ${what} matched.` : `On ${date}, ${what} ${verb} on record.`
    },
    filters: 'Filter and sort',
    q: 'Words',
    qHint: 'in reference, title or text',
    area: 'Concern area',
    anyArea: 'All areas',
    side: 'Asked of',
    anySide: 'Anyone',
    sides: { partner: 'the partner', eu: 'the EU', other: 'others' },
    standing: 'Standing',
    anyStanding: 'Any',
    outside: 'Not applicable or withdrawn',
    sort: 'Order',
    sorts: {
      ref: 'Reference',
      '-ref': 'Reference, last first',
      title: 'Title, A to Z',
      '-title': 'Title, Z to A',
      standing: 'Standing, lowest first',
      '-standing': 'Standing, highest first',
      effective: 'Finding, oldest first',
      '-effective': 'Finding, latest first',
      issued: 'Issued, oldest first',
      '-issued': 'Issued, latest first',
    },
    apply: 'Apply',
    reset: 'Show all',
    caption: (from: number, to: number, total: number) => `${from} to ${to} of ${total}`,
    recommendation: 'Recommendation',
    finding: 'Standing',
    uptake: 'Taken up by the EU',
    gates: 'Required gates',
    since: (date: string) => `since ${date}`,
    last: (word: string, date: string) => `last assessed ${date}: ${word}`,
    evidence: (n: number) => some(n, 'evidence item', 'evidence items'),
    left: 'replaced by a later one; counted nowhere',
    notTakenUp: 'no record',
    noGates: 'none',
    passedUnmet: (n: number) => `${n} passed while unmet`,
    gateCounts: (met: number, unmet: number, unknown: number, waived: number) =>
      [
        [met, 'met'],
        [unmet, 'unmet'],
        [unknown, 'unknown'],
        [waived, 'waived'],
      ]
        .filter(([n]) => n !== 0)
        .map(([n, word]) => `${n} ${word}`)
        .join(', '),
  },
  pager: {
    label: 'Pages',
    page: 'Page',
    previous: 'Previous',
    next: 'Next',
    summary: (page: number, pages: number) => `page ${page} of ${pages}`,
  },
  embed: {
    recommendation: 'Recommendation',
    state: (asOf: string, known: string, method: string) =>
      `state of ${asOf}, record of ${known}, method ${method}`,
    title: 'Show this elsewhere',
    help: 'A frame for a page of yours, without script. With the day in its address it stays as it is; without it shows the newest.',
    pictureHelp:
      'Or a picture in place of the frame, which leads here. Its alternative text says what it shows.',
    picture: 'Picture',
  },
  ...scaleMessages,
  ...recordMessages,
  ...changeMessages,
  ...timeMessages,
  editions: editionMessages,
  /** The pages about the site itself. */
  site: sitePages,
}

export type PublicMessages = typeof publicMessages
