/** The search over everything of a dossier that one may see. */
export const deskSearch = {
  title: 'Search',
  words: 'Words',
  hint: 'All of them have to stand in one text. At least one has three letters. English, Russian or Kazakh; қ is found as к, ё as е.',
  search: 'Search',
  tooShort: 'Type a word of at least three letters.',
  none: 'Nothing that you may see has all of these words.',
  more: (n: number) => `More than ${n} match. Type another word to narrow it.`,
  kinds: {
    recommendation: 'Recommendations',
    assessment: 'Findings and their reasons',
    evidence: 'Excerpts of evidence',
    item: 'Items of evidence',
    file: 'Files',
    case: 'Cases',
  },
} as const
