/** Many assessments at once: from a selection, or pasted from a spreadsheet. */
export const deskBatch = {
  paste: {
    title: 'Paste rows',
    lead: 'Copy rows from a spreadsheet and paste them here, with these heads or in this order. Nothing is written before you have seen what would be.',
    columns: 'Columns',
    more: 'A row of the same reference without a finding adds one more item of evidence. Findings and the like may be written by their words or their keys; sources by key, name or address, and they have to be on record.',
    rows: 'Rows',
  },
  change: {
    title: 'Assess the selection',
    lead: (n: number) =>
      `${n} ${n === 1 ? 'recommendation is' : 'recommendations are'} selected. Each gets an assessment of its own that says the same, and waits for review.`,
    none: 'Nothing is selected. Go back to the register and tick some rows.',
    finding: 'Finding',
    contrary: 'Going backwards',
    choose: 'Choose',
  },
  effective: 'Effective',
  rationale: 'Reasons',
  confidence: 'Confidence',
  source: 'Source',
  locator: 'Place in it',
  stance: 'It',
  kind: 'Kind of evidence',
  origin: 'Origin',
  dateHint: '2024, 2024-05 or 2024-05-31',
  preview: 'Show what would change',
  previewHeading: (n: number) =>
    `${n} ${n === 1 ? 'assessment' : 'assessments'} would be submitted for review`,
  heads: {
    ref: 'Ref',
    title: 'Recommendation',
    now: 'In force',
    next: 'Would say',
    effective: 'Effective',
    waiting: 'Note',
  },
  waits: (n: number) => `${n} already in review`,
  nothing: 'no finding',
  submit: 'Submit all of them',
  back: 'Change what was typed',
  problems: 'Nothing was written. There is a problem in these rows:',
  line: (n: number) => `Row ${n}`,
  done: (n: number) => `${n} ${n === 1 ? 'assessment was' : 'assessments were'} submitted for review.`,
  faults: {
    noRef: 'The reference is missing.',
    ref: (ref: string) => `${ref} is not a recommendation of this dossier.`,
    twice: (ref: string) => `${ref} stands there twice.`,
    finding: (given: string) =>
      given === ''
        ? 'The finding is missing.'
        : `“${given}” is not a level and not what stands in its place.`,
    source: (given: string) => `“${given}” is not a source on record. Record it with an assessment first.`,
    empty: 'There are no rows.',
    field: (field: string) => `The ${field} is missing or cannot be read.`,
  },
} as const
