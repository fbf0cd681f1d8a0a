/**
 * Words of the briefs that leave the site as PDF and Word. Sentences are built around figures so that they need no ending on a
 * number or a name. The type is the contract for the other languages.
 */
export const briefMessages = {
  country: 'Country brief',
  milestone: 'Milestone brief',
  /** Beside the links to the files. */
  downloads: { pdf: 'brief to print: tagged PDF', docx: 'brief to edit: Word' },
  pageWords: ['Page ', ' of ', ''] as readonly [string, string, string],
  footer: (title: string, asOf: string, knownAt: string, method: string) =>
    `Waymark · ${title} · state of ${asOf} · record cut-off ${knownAt} · method ${method}`,
  counting: (n: number, standing: string) => `Recommendations that count: ${n} (${standing}).`,
  countingNone: 'No recommendation counts on this day.',
  index: (low: string, high: string) =>
    low === high
      ? `Index: ${low} of 100.`
      : `Index: ${low} to ${high} of 100; the span is what is not known.`,
  areas: 'By concern area',
  areasCaption: 'How the recommendations of each area stand',
  area: 'Area',
  standing: 'How they stand',
  assessed: 'Assessed',
  indexHead: 'Index',
  direction: 'Since the round',
  outOf: (n: number, all: number) => `${n} of ${all}`,
  none: 'none',
  movement: (advanced: number, regressed: number) => `advanced ${advanced}, regressed ${regressed}`,
  moreAreas: (n: number) => `Further areas, in the scorecard: ${n}.`,
  moved: 'What moved',
  movedSince: (title: string, date: string) => `What moved since ${title}, ${date}`,
  noRound: 'No dialogue round lies before this day.',
  nothingMoved: 'Nothing moved.',
  gatesMoved: (opened: number, closed: number) =>
    `Required conditions met now and not then: ${opened}. Met then and not now: ${closed}.`,
  notCounted: 'not counted',
  moreChanges: (n: number) => `Further changes: ${n}.`,
  ahead: 'What lies ahead in the agreement',
  aheadCaption: 'Milestones ahead with required conditions that are open',
  aheadNone: 'No milestone ahead has an open condition.',
  step: 'Milestone',
  planned: 'Planned',
  unmet: 'Unmet',
  unknown: 'Unknown',
  firstOpen: 'First of them',
  noDate: 'no date',
  overdue: (date: string) => `${date}, overdue`,
  moreSteps: (n: number) => `Further milestones: ${n}.`,
  passage: 'Passed while unmet',
  passageNone: 'No milestone with a required condition has been passed.',
  passageText: (steps: number, unmet: number, at: number) =>
    unmet === 0
      ? `Milestones passed with required conditions: ${steps}. No condition was unmet at the passage.`
      : `Milestones passed with required conditions: ${steps}. Conditions unmet at the passage: ${unmet}, at ${at} of these milestones.`,
  counts: (met: number, unmet: number, unknown: number, waived: number) =>
    `met ${met}, unmet ${unmet}, unknown ${unknown}${waived > 0 ? `, waived ${waived}` : ''}`,
  uptake: 'Taken up by the EU',
  uptakeNone: 'No dialogue round had been held by this day.',
  uptakeText: (
    title: string,
    date: string,
    flow: { proposals: number; raised: number; texts: number; commitments: number },
  ) =>
    `At the last dialogue round (${title}, ${date}), recommendations proposed by NGOs: ${flow.proposals}. Of these raised: ${flow.raised}; stated publicly or adopted in an EU text: ${flow.texts}; committed to by the partner country: ${flow.commitments}.`,
  euSide: (n: number, standing: string) => `Asked of the EU itself, counted apart: ${n} (${standing}).`,
  euNone: 'Nothing is asked of the EU itself.',
  cases: 'Cases on public record',
  casesText: (n: number) => `Public cases: ${n}.`,
  casesNone: 'No case is on public record.',
  moreCases: (n: number) => `Further cases: ${n}.`,
  about: 'About this brief',
  aboutText: (asOf: string, knownAt: string, method: string) =>
    `It shows the state of ${asOf} as it was on record by ${knownAt}, counted by the method ${method}. What is not known counts as nothing at the lower end of the index and as everything at the upper.`,
  record: 'Every figure and every source:',
  translated:
    'Texts of the record that have a translation are given in it; what the original says is what counts.',
  words: 'What the words mean',
  passed: (date: string) => `Passed on ${date}.`,
  liesAhead: (date: string) => `Lies ahead, planned for ${date}.`,
  liesAheadNoDate: 'Lies ahead; no date is planned.',
  cancelled: (date: string) => `Cancelled on ${date}.`,
  required: (counts: string) => `Required conditions: ${counts}.`,
  noCondition: 'No condition is required of it.',
  movedTo: (date: string, to: string) => `On ${date} moved to ${to}.`,
  gates: 'Its conditions, as they stood and as they stand',
  gatesCaption: 'Required conditions first, then what is listed and not counted',
  recommendation: 'Recommendation',
  requiredHead: 'Required',
  thenHead: (date: string) => `On ${date}`,
  nowHead: 'Now',
  stateHead: 'Condition',
  moreGates: (n: number) => `Further conditions, on the page of the milestone: ${n}.`,
  statements: 'Statements that the conditions rest on',
  statementsNone: 'No statement is on record that a condition rests on.',
  moreStatements: (n: number) => `Further statements: ${n}.`,
  aboutMilestone: (asOf: string, knownAt: string) =>
    `It shows the state of ${asOf} as it was on record by ${knownAt}. A milestone fixes its conditions on the day it is passed.`,
}
export type BriefMessages = typeof briefMessages
