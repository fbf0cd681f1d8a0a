import type { ScalePack } from './scale-pack.ts'

/**
 * Completion of a commitment in an action plan of the Open Government Partnership, as its Independent Reporting
 * Mechanism codes it. It measures a government's own plan as written, not what others asked of it. Source of the
 * labels: the mechanism's results reports; the rules are put here in our own words.
 */
export const ogpCompletion1 = {
  id: 'ogp-completion@1',
  title: 'Completion of a commitment (Open Government Partnership)',
  source:
    'Open Government Partnership, Independent Reporting Mechanism, results reports (level of completion)',
  levels: [
    { key: 'not-started', label: 'Not started', rule: 'None of the planned activities has begun.' },
    {
      key: 'limited',
      label: 'Limited',
      rule: 'Activities have begun, and most of what was planned is still to be done.',
    },
    { key: 'substantial', label: 'Substantial', rule: 'Most of what was planned is done.' },
    { key: 'complete', label: 'Complete', rule: 'Everything that the plan names is done.' },
  ],
  states: [
    {
      key: 'no-evidence-available',
      label: 'No evidence available',
      rule: 'Nothing was found that shows how far it went.',
    },
  ],
} as const satisfies ScalePack
