const dossier = 'invented'

/** Valid inputs of second ratings, on an assessment that waits for review. */
export const buildCodingInputs = (p: {
  readonly waiting: number
  /** One that the administrator has taken up to rate. */
  readonly toCode: number
  /** A member who may write. */
  readonly userId: string
}): Readonly<Record<string, Record<string, unknown>>> => ({
  'coding.work': { dossier },
  'coding.form': { dossier, id: p.toCode },
  'coding.of': { dossier, id: p.waiting },
  'coding.disagreements': { dossier },
  'coding.agreement': { dossier },
  'coding.ask': { dossier, id: p.waiting, coder: p.userId, dueOn: '2099-01-01' },
  'coding.pick': { dossier, id: p.waiting },
  'coding.rate': { dossier, id: p.waiting, level: 'limited', contrary: false, rationale: 'Invented.' },
  'coding.decline': { dossier, id: p.waiting },
})
