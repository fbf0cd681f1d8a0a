/** Copy about time on the public pages, in English: the timeline, uptake, lines of asks. Part of `publicMessages`; see there. */

const some = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** Whole months and days left over, as people say them: "2 years 3 months", "5 months", "12 days". */
function span({ months, days }: { months: number; days: number }, exact: boolean): string {
  const years = Math.floor(months / 12)
  const rest = months % 12
  const parts = [
    years > 0 ? some(years, 'year', 'years') : '',
    rest > 0 ? some(rest, 'month', 'months') : '',
    months === 0 ? some(days, 'day', 'days') : '',
  ].filter((part) => part !== '')
  return `${exact ? '' : 'about '}${parts.join(' ')}`
}

export const timeMessages = {
  uptakeProgress: {
    title: 'How far it was taken up',
    furthest: (stage: string, date: string) => `Furthest: ${stage}, ${date}.`,
    nothing: (past: boolean) => `No record that it ${past ? 'had been' : 'has been'} taken up at all.`,
    gap: (time: string, since: 'proposed' | 'issued', date: string) =>
      `That took ${time} from ${since === 'proposed' ? 'the first proposal' : 'its issue'}, ${date}.`,
    before: 'It was taken up before the proposal on record.',
    waiting: (time: string, since: 'proposed' | 'issued', date: string, past: boolean) =>
      `Not raised for ${time}${past ? ' by then' : ''}, counted from ${since === 'proposed' ? 'the first proposal' : 'its issue'}, ${date}.`,
    span,
    gapShort: (time: string) => `after ${time}`,
    waitingShort: (time: string) => `not raised for ${time}`,
  },
  line: {
    title: 'The line it stands in',
    help: 'What it goes back to, and what goes back to it, across any number of links.',
    none: (past: boolean) => `No earlier or later ask ${past ? 'was' : 'is'} linked to it.`,
    asked: (rounds: number, since: string) =>
      rounds === 0
        ? `Taken up at no dialogue round on record since ${since}.`
        : `Asked in ${some(rounds, 'round', 'rounds')} since ${since}:`,
    caption: (n: number) => `${some(n, 'ask', 'asks')} in order of issue`,
    issued: 'Issued',
    ask: 'Ask',
    link: 'Link',
    here: 'this one',
    first: 'where the line begins',
    left: 'no longer counted',
  },
  byLine: {
    label: 'Count by',
    choices: { '': 'Recommendation', line: 'Line of asks' },
    h1: (recommendations: number, lines: number) =>
      `${some(recommendations, 'recommendation', 'recommendations')} in ${some(lines, 'line', 'lines')}`,
    help: 'A line holds every ask that continues, narrows, merges or replaces another. Its latest ask in force stands for it.',
    asks: (n: number) => `its line joins ${n} asks`,
  },
  flow: {
    title: 'What became of the proposals',
    stages: {
      proposals: 'Proposed, in force',
      raised: 'Raised',
      texts: 'Became a text',
      commitments: 'Became a commitment',
    },
    help: 'Proposals are recommendations that had been proposed by the day of a round and were in force on it. Counted at a round is what names it, or names none and lies on its day or after and before the next round. A text is a public statement or an adopted EU text. What came further counts in the earlier stages too, so a flow never grows.',
    finding: (
      counts: { proposals: number; raised: number; texts: number; commitments: number },
      round: string,
    ) =>
      `At ${round}, ${counts.raised} of ${some(counts.proposals, 'proposal', 'proposals')} in force ${counts.raised === 1 ? 'was' : 'were'} raised, ${counts.texts} became a text, ${counts.commitments} a commitment.`,
    none: (past: boolean) =>
      `Nothing ${past ? 'had been' : 'has been'} proposed before a dialogue round on record.`,
    all: (rounds: number, raised: number, most: string, texts: number, commitments: number) =>
      raised === 0
        ? `At none of ${some(rounds, 'round', 'rounds')} was a proposal in force raised.`
        : `At most ${raised} of the proposals in force were raised at one round (${most}); over ${some(rounds, 'round', 'rounds')}, ${texts} became a text and ${commitments} a commitment, counted round by round.`,
    caption: 'Proposals in force at each dialogue round, and what became of them',
    round: 'Round',
    region: 'Flow of proposals round by round, scrolls sideways on narrow screens',
    more: (n: number) => `and ${n} more, in the data of this page`,
  },
  timeline: {
    page: 'timeline',
    title: 'Timeline',
    over: 'Timeline · the dialogue, the agreement, what was said and what changed',
    h1: (from: string, to: string) =>
      from === to ? `What happened in ${from}.` : `What happened from ${from} to ${to}.`,
    lead: (n: { advanced: number; regressed: number; contrary: number }, past: boolean) =>
      n.advanced + n.regressed + n.contrary === 0
        ? `No change of standing ${past ? 'was' : 'is'} on record in this time.`
        : `Standing advanced ${some(n.advanced, 'time', 'times')}, fell ${some(n.regressed, 'time', 'times')}, and turned to going backwards ${some(n.contrary, 'time', 'times')}.`,
    picture: 'One picture',
    region: 'Timeline, scrolls sideways on narrow screens',
    zoom: 'Span of time',
    spans: {
      whole: 'Everything',
      ten: 'Last ten years',
      three: 'Last three years',
      one: 'Last year',
    },
    in: 'Zoom in',
    out: 'Zoom out',
    earlier: 'Earlier',
    later: 'Later',
    from: 'From',
    to: 'To',
    hint: 'year or month, like 2013 or 2013-11',
    show: 'Show',
    rows: {
      rounds: 'Dialogue rounds',
      commitments: 'Statements that tie',
      uptake: 'Asks in EU words',
      changes: 'Changes of standing',
    },
    kinds: { stated: 'stated publicly', adopted: 'adopted in an EU text' },
    kindTitles: { stated: 'Stated publicly', adopted: 'Adopted in an EU text' },
    planned: 'planned',
    plannedFor: (date: string) => `planned for ${date}`,
    cancelled: 'cancelled',
    group: (n: number, period: string) => `${n} marks, ${period}: look closer`,
    uptakeGroup: (n: number, kind: string) => `${n} asks ${kind}`,
    changesOf: (n: { advanced: number; regressed: number; contrary: number }, period: string) =>
      `${period}: ${[
        n.advanced > 0 ? `${n.advanced} advanced` : '',
        n.regressed > 0 ? `${n.regressed} regressed` : '',
        n.contrary > 0 ? `${n.contrary} began going backwards` : '',
      ]
        .filter((part) => part !== '')
        .join(', ')}`,
    periods: {
      year: (from: string) => from.slice(0, 4),
      quarter: (from: string) => `${from.slice(0, 4)}, quarter ${Math.ceil(Number(from.slice(5, 7)) / 3)}`,
    },
    advanced: 'advanced (up)',
    regressed: 'regressed (down)',
    contrary: 'began going backwards (down)',
    caption:
      'Changes compare each finding on the partner’s side with the one before it, on the day from which it is true; a first finding is no change. Steps ahead stand where they are planned; steps without a date are on the page of milestones.',
    list: 'The same as a list',
    listHelp: 'In order of time. Each entry leads to its page.',
    date: 'Date',
    kind: 'What',
    entry: 'Entry',
    none: 'Nothing is on record in this span.',
    round: 'Dialogue round',
    milestone: 'Milestone',
    commitment: 'Statement that ties relations to reform',
    changes: 'Changes of standing',
    asOf: (date: string) => `shown: ${date}`,
  },
}
