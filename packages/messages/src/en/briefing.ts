/**
 * Words of a briefing for a dialogue round, as it leaves the house. Sentences are built around figures so that they need no ending on a number
 * or a name. The type is the contract for the other languages.
 */
export const briefingMessages = {
  kicker: (round: string, date: string) => `Briefing · ${round}, ${date}`,
  audience: {
    internal: 'Internal: not for circulation.',
    partner: 'For partner organisations.',
    delegation: 'For the EU delegation.',
  },
  footer: (title: string, asOf: string, knownAt: string, method: string) =>
    `Waymark · ${title} · state of ${asOf} · record cut-off ${knownAt} · method ${method}`,
  pageWords: ['Page ', ' of ', ''] as readonly [string, string, string],
  /** The note of every sentence that holds a figure. */
  basis: (asOf: string, knownAt: string, method: string) =>
    `Method ${method}; state of ${asOf}; record cut-off ${knownAt}.`,
  kept: 'Kept from an earlier reading of the record.',
  ownFigures: (date: string) =>
    `Figures in this paragraph are those of its writers, of ${date}; they are not counted by Waymark.`,
  figures: 'How the recommendations stand',
  counting: (n: number, standing: string) => `Recommendations that count: ${n} (${standing}).`,
  countingNone: 'No recommendation counts on this day.',
  assessed: (n: number, all: number) => `With a current finding: ${n} of ${all}.`,
  index: (low: string, high: string) =>
    low === high
      ? `Index: ${low} of 100.`
      : `Index: ${low} to ${high} of 100; the span is what is not known.`,
  ask: 'The ask: ',
  issued: (date: string) => `Issued on ${date}`,
  by: ' by ',
  to: ', to ',
  paraphrase: 'Paraphrase. ',
  implied: 'Read from a concern that the source states. ',
  rounds: (n: number, names: string) =>
    n === 0
      ? 'Dialogue rounds in which it was asked: none.'
      : `Dialogue rounds in which it was asked: ${n} (${names}).`,
  line: (refs: string) => `Its line: ${refs}.`,
  uptake: 'Taken up so far: ',
  uptakeNone: 'Taken up so far: not on record.',
  finding: (standing: string) => `Finding: ${standing}`,
  since: (date: string) => `, as of ${date}`,
  evidence: 'Key evidence',
  factDate: (date: string) => ` (${date})`,
  claim: (date: string) => ` says of its own implementation (${date}): `,
  claimLevel: (level: string) => ` It calls this: ${level}.`,
  change: (round: string, date: string, from: string, to: string) =>
    `Since ${round}, ${date}: ${from} → ${to}.`,
  unchanged: (round: string, date: string, standing: string) =>
    `Since ${round}, ${date}: unchanged (${standing}).`,
  notThen: 'not yet asked',
  gates: 'What hangs on it',
  gate: (required: string, state: string) => `${required}; ${state}`,
  passed: (date: string) => `passed: ${date}`,
  ahead: (date: string) => `planned: ${date}`,
  aheadNoDate: 'ahead, no date',
  required: (level: string) => `required: ${level}`,
  noRequired: 'no level required',
  cases: 'Cases',
  noStatus: 'No status is on record.',
  statements: 'What the EU has said',
  milestones: 'Milestones ahead',
  conditions: (counts: string) => `Required conditions: ${counts}.`,
  counts: (met: number, unmet: number, unknown: number, waived: number) =>
    `met ${met}, unmet ${unmet}, unknown ${unknown}${waived > 0 ? `, waived ${waived}` : ''}`,
  noCondition: 'No condition is required.',
  about: 'About this briefing',
  aboutText: (asOf: string, knownAt: string, method: string) =>
    `What is said of the record is its state of ${asOf} as it was known by ${knownAt}, counted by the method ${method}. What is not known counts as nothing at the lower end of the index and as everything at the upper.`,
  written: (version: number, date: string) => `Version ${version} of ${date}.`,
  translated:
    'Texts of the record that have a translation are given in it; what the original says is what counts.',
  notes: 'Notes',
  back: (n: number) => `Back to the text of note ${n}`,
}
export type BriefingMessages = typeof briefingMessages
