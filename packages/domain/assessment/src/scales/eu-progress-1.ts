import type { ScalePack } from './scale-pack.ts'

/**
 * The built-in scale. Its labels are those by which the European Union reports on its own country-specific
 * recommendations; the rules say what each takes in a human-rights dialogue.
 */
export const euProgress1 = {
  id: 'eu-progress@1',
  title: 'Progress on a recommendation',
  source:
    "Labels: the European Commission's assessment of country-specific recommendations. Rules: this project.",
  levels: [
    { key: 'none', label: 'No progress', rule: 'Nothing credible has been announced or adopted.' },
    {
      key: 'limited',
      label: 'Limited progress',
      rule: 'Announced, drafted or begun. A draft law never counts for more.',
    },
    { key: 'some', label: 'Some progress', rule: 'Adopted measures address it in part.' },
    {
      key: 'substantial',
      label: 'Substantial progress',
      rule: 'Adopted measures go a long way, and most are applied.',
    },
    {
      key: 'full',
      label: 'Full implementation',
      rule: 'Everything asked is in force and applied, on evidence of at least two independent origins.',
    },
  ],
  states: [
    { key: 'not-assessed', label: 'Not assessed', rule: 'Nobody has looked yet.' },
    {
      key: 'no-information',
      label: 'No information',
      rule: 'Searched for, with the places and the day, and not found.',
    },
    { key: 'not-applicable', label: 'Not applicable', rule: 'The ask no longer meets its object.' },
    { key: 'withdrawn', label: 'Withdrawn', rule: 'Those who made the ask took it back.' },
  ],
} as const satisfies ScalePack
