import type { ScalePack } from './scale-pack.ts'

/**
 * Grades of the UN Human Rights Committee for what a State did about a recommendation singled out for follow-up.
 * Source of the rules: the assessment criteria printed in the Committee's follow-up reports (such as CCPR/C/128/3
 * of 2020), under its follow-up procedure (CCPR/C/108/2 of 2013 and later notes); put here in our own words. The
 * older subgrades (B1, B2, C1 …) are not part of this version.
 */
export const hrcFollowup1 = {
  id: 'hrc-followup@1',
  title: 'Follow-up grades of the Human Rights Committee',
  source:
    'Human Rights Committee, reports on follow-up to concluding observations (assessment criteria A to E)',
  levels: [
    { key: 'e', label: 'E', rule: 'What was done or said goes against the recommendation, or rejects it.' },
    {
      key: 'c',
      label: 'C',
      rule: 'The State answered, but what it did or told does not put the recommendation into effect.',
    },
    {
      key: 'b',
      label: 'B',
      rule: 'Partly satisfactory: steps were taken, and more action or information is still needed.',
    },
    { key: 'a', label: 'A', rule: 'Largely satisfactory: the State showed evidence of significant action.' },
  ],
  states: [{ key: 'd', label: 'D', rule: 'No cooperation: no follow-up report came, even after reminders.' }],
} as const satisfies ScalePack
