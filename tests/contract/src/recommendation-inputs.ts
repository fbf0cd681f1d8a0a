const dossier = 'invented'
const ref = 'XX-2011-01'
const reason = 'Invented reason.'
const shared = { area: 'courts', reviewEveryMonths: 6, responsible: ['second-ministry'] }

/** Valid inputs of corrections of recommendations. */
export const buildRecommendationInputs = (p: {
  /** The version of XX-2011-01 that is in force. */
  readonly recommendation: number
}): Readonly<Record<string, Record<string, unknown>>> => ({
  'recommendation.choices': { dossier },
  'recommendation.form': { dossier, ref },
  'recommendation.correct': {
    dossier,
    ref,
    basedOn: p.recommendation,
    title: 'Adopt an invented law after all',
    text: 'Adopt an invented law after all.',
    criterion: 'Invented: the law is in force.',
    ...shared,
    reason,
  },
  'recommendation.previewMany': { dossier, refs: [ref, 'XX-2012-01'], ...shared },
  'recommendation.correctMany': {
    dossier,
    rows: [{ ref, basedOn: p.recommendation }],
    ...shared,
    reason,
  },
})
