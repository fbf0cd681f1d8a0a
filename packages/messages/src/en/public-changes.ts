/** Copy of the page on what changed, and of the index by each method over time, in English. Part of `publicMessages`; see there. */

const some = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** "a, b and c". */
const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

type Counts = Readonly<Partial<Record<string, number>>>

type Words = readonly (readonly [kind: string, word: string])[]

const named = (counts: Counts, words: Words) =>
  words.flatMap(([kind, word]) => ((counts[kind] ?? 0) === 0 ? [] : [`${counts[kind]} ${word}`]))

const levels: Words = [
  ['advanced', 'advanced'],
  ['regressed', 'regressed'],
  ['contrary', 'began to go backwards'],
]

/** Kinds that are more or less of what was asked, each as a sentence's part; the first part names what is counted. */
const moved = (counts: Counts) =>
  levels
    .flatMap(([kind, word]) => {
      const n = counts[kind] ?? 0
      return n === 0 ? [] : [{ n, word }]
    })
    .map(({ n, word }, i) => `${i === 0 ? some(n, 'recommendation', 'recommendations') : n} ${word}`)

const others: Words = [
  ['newly-assessed', 'newly assessed'],
  ['refreshed', 'reviewed again'],
  ['gone-stale', 'gone out of date'],
  ['no-longer-assessed', 'no longer assessed'],
  ['added', 'added'],
  ['withdrawn', 'no longer counted'],
  ['moved', 'moved to another area'],
]

/** In how many areas the index is known to have risen, to have fallen, and where that is open. */
type Moves = Readonly<Partial<Record<'rose' | 'fell' | 'open', number>>>

export const changeMessages = {
  changes: {
    page: 'what changed',
    title: 'What changed',
    over: { effective: 'What changed · between two days', recorded: 'What changed · on record' },
    h1: (from: string, to: string, counts: Counts) => {
      const parts = moved(counts)
      return parts.length === 0
        ? `Between ${from} and ${to}, no recommendation is known to have moved.`
        : `Between ${from} and ${to}, ${list(parts)}.`
    },
    h1Recorded: (asOf: string, from: string, to: string, n: number) =>
      n === 0
        ? `What is known about ${asOf} did not change between ${from} and ${to}.`
        : `Between ${from} and ${to}, what is known about ${asOf} changed for ${some(n, 'recommendation', 'recommendations')}.`,
    lead: (counts: Counts) => {
      const parts = named(counts, others)
      return parts.length === 0 ? '' : `Beside that: ${list(parts)}.`
    },
    leadRecorded: (counts: Counts) => {
      const parts = named(counts, [...levels, ...others])
      return `This compares two states of the record about one day, not two days${parts.length === 0 ? '' : `: ${list(parts)}`}.`
    },
    compare: 'What is compared',
    compareHelp: {
      effective: 'Two days of the world, as known at one moment.',
      recorded: 'One day of the world, as known at two moments.',
    },
    from: 'From',
    to: 'to',
    show: 'Compare',
    pick: 'or from the day of',
    pickTo: 'to the day of',
    since: 'Ready-made',
    sinceRound: (title: string, date: string) => `Since the last dialogue round: ${title}, ${date}`,
    sinceMilestone: (title: string, date: string) =>
      `Since the last step of the agreement: ${title}, ${date}`,
    sinceYear: (date: string) => `Since the end of the year before: ${date}`,
    other: 'The other clock',
    toRecorded: 'Compare what was known at two moments instead',
    toEffective: 'Compare two days instead',
    recordedHint: (begins: string) =>
      `A day like 2026-11-24 (its end, UTC) or an instant like 2026-11-24T09:00:00Z. The record begins ${begins}.`,
    asOf: 'about the day',
    known: (date: string) => `As known on ${date}.`,
    knownNow: 'As known now.',
    knownReset: 'Use everything recorded so far',
    index: 'The index, taken apart',
    indexHelp:
      'In each row the upper bar is the upper bound, the lower bar the lower bound. A row begins where the one above ended. Only a change of levels is progress, or the loss of it.',
    caption: (from: string, to: string, part: string | null) =>
      part === null
        ? from === to
          ? `The index stayed at ${from}.`
          : `The index went from ${from} to ${to}.`
        : `The index went from ${from} to ${to}, most of it by: ${part}.`,
    indexAt: (date: string, method: string) => `Index on ${date}, by ${method}`,
    part: 'Part',
    axis: 'Index, 0 to 100',
    low: 'Lower bound',
    high: 'Upper bound',
    parts: {
      method: 'the way of counting',
      composition: 'what is counted',
      freshness: 'what is known',
      real: 'levels that changed',
    },
    partNotes: {
      method: 'One method on the first day, another on the second.',
      composition: 'Added, no longer counted, moved to another area.',
      freshness: 'Assessed for the first time, gone out of date, current again.',
      real: 'Of recommendations whose level was known on both days.',
    },
    rounding:
      'Each figure is rounded by itself, so these do not seem to add up. Unrounded they do, to the last digit: take the JSON.',
    noIndex: 'At one of the two moments nothing was counted: there is no index to compare.',
    items: 'Recommendations',
    itemsHelp:
      'What was asked of the partner, which is what the index counts. What did not change is not listed.',
    itemsNone: 'Nothing changed.',
    itemsNoneFiltered: 'Nothing that changed matches.',
    kind: 'Change',
    anyKind: 'Any',
    kinds: {
      advanced: 'Advanced',
      regressed: 'Regressed',
      contrary: 'Began to go backwards',
      'newly-assessed': 'Newly assessed',
      refreshed: 'Reviewed again',
      'gone-stale': 'Gone out of date',
      'no-longer-assessed': 'No longer assessed',
      added: 'Added',
      withdrawn: 'No longer counted',
      moved: 'Moved to another area',
    } as Record<string, string>,
    kindHelp: {
      advanced: 'A higher level than before.',
      regressed: 'A lower level than before.',
      contrary: 'Measures go against it now, and did not before.',
      'newly-assessed': 'Had no finding, and has a level now. That is no progress: it became known.',
      refreshed: 'Was out of date and is current again, or was found the same once more.',
      'gone-stale': 'The finding is older than its review interval, and counts as unknown.',
      'no-longer-assessed': 'Had a level; no finding in force has one.',
      added: 'Issued, or counted again.',
      withdrawn: 'Replaced, withdrawn, or found not to apply.',
      moved: 'Counted under another concern area.',
    } as Record<string, string>,
    group: (kind: string, n: number) => `${kind}: ${n}`,
    recommendation: 'Recommendation',
    before: 'Before',
    after: 'After',
    at: (date: string) => `on ${date}`,
    notInForce: 'not in force',
    movedFrom: (area: string) => `before: ${area}`,
    passed: 'Steps of the agreement that passed',
    passedHelp: 'With their required gates, as they stood on the day of the step.',
    passedNone: 'No step was taken in between.',
    gates: 'Gates that opened or closed',
    gatesHelp:
      'Required gates of the partner’s side. Opened: the condition is met now and was not. Closed: it was, and is not now.',
    gatesNone: 'None opened and none closed.',
    gatesLead: (opened: number, closed: number) => `${opened} opened, ${closed} closed.`,
    gatesMore: (shown: number, total: number) => `The first ${shown} of ${total}; all are in the JSON.`,
    opened: 'Opened',
    closed: 'Closed',
    milestone: 'Step',
    methodChanged: (from: string, to: string) =>
      `The first day is counted by ${from}, the second by ${to}. What happened to a recommendation is told by ${to} on both.`,
    filter: 'Filter',
    beforeRecord: 'At the first of the two moments there was no record yet: everything counts as added.',
    state: (from: string, to: string) => `${from} to ${to}`,
    see: 'See what changed since then',
    seeArea: (area: string) => `What changed in ${area}`,
  },
  series: {
    title: 'The index over time',
    help: 'At each dialogue round and at the end of each year, by every method from the same record.',
    chart: (from: string, to: string) => `The index from ${from} to ${to} by each method`,
    description: (parts: readonly string[]) => `${parts.join(' ')} The table below has every figure.`,
    wentFrom: (method: string, from: string, to: string) => `By ${method} it went from ${from} to ${to}.`,
    region: 'Chart, scrolls sideways on narrow screens',
    panel: (id: string, title: string) => `${id}: ${title}`,
    break: (id: string) => `${id} introduced; before, counted afterwards`,
    caption:
      'Hatched: between the lower and the upper bound, where the truth lies. Solid line: the lower bound, every unknown counted as nothing. Circles: dialogue rounds. Dashed line: the day from which the method exists. Between two marks the band only connects them.',
    table: 'The same as a table',
    tableCaption: 'The index by each method over time',
    date: 'Date',
    occasion: 'Occasion',
    yearEnd: 'end of the year',
    shown: 'the day shown',
    index: (id: string) => `${id}: index`,
    coverage: (id: string) => `${id}: assessed`,
    none: 'No recommendation had been issued to the partner by this day.',
    noIndex: 'nothing applicable',
  },
  /** The index of each concern area over time. */
  areaSeries: {
    page: 'areas over time',
    title: 'Areas over time',
    over: 'Areas · the index of each over time',
    h1: (from: string, to: string, { rose = 0, fell = 0, open = 0 }: Moves) => {
      const all = rose + fell + open
      if (rose + fell === 0)
        return `Between ${from} and ${to}, the index is not known to have risen or fallen in ${all === 1 ? 'the one concern area' : `any of ${all} concern areas`}.`
      const parts = [...(rose > 0 ? [`rose in ${rose}`] : []), ...(fell > 0 ? [`fell in ${fell}`] : [])]
      return `Between ${from} and ${to}, the index ${list(parts)} of ${some(all, 'concern area', 'concern areas')}.${open > 0 ? ` For ${open === all ? 'all' : open} of them what is known does not tell.` : ''}`
    },
    lead: 'A move counts only where the lowest possible value on one day lies above the highest on the other.',
    none: 'No recommendation had been issued to the partner by this day.',
    charts: 'An area a chart',
    chartsHelp:
      'All charts have the same axes. Hatched: between the lower and the upper bound, where the truth lies. Solid line: the lower bound. Below: how much of what applies is assessed; circles are dialogue rounds, triangles milestones. Between two days the band only connects them.',
    broken: (id: string, date: string) =>
      `The dashed line is ${date}, the day from which method ${id} exists: before it, figures were counted afterwards.`,
    whole: (id: string, date: string) =>
      `All days are counted by method ${id}, which exists since ${date}: nothing breaks in between.`,
    wentFrom: (from: string, fromDay: string, to: string, toDay: string) =>
      `Index ${from} on ${fromDay}, ${to} on ${toDay}.`,
    moves: { rose: 'Rose', fell: 'Fell', open: 'Not certain' },
    never: 'Nothing applicable on any of these days.',
    point: (date: string, index: string, assessed: string) => `${date}: ${index}, assessed ${assessed}`,
    assessed: 'Assessed',
    asPicture: 'as a picture',
    table: 'The same as a table',
    tableHelp: 'Index, and how many of those that apply are assessed.',
    tableCaption: 'The index of each concern area over time',
    link: 'Each area over time',
  },
  methods: {
    by: (id: string) => `These figures are counted by method ${id}.`,
    other: (id: string) => `Count them by ${id} instead`,
    table: 'The same day by each method',
    caption: 'Index and coverage on the same day, by each method',
    method: 'Method',
    here: 'these figures',
    help: 'A method never changes. What another one says of the same record stands beside it.',
  },
}
