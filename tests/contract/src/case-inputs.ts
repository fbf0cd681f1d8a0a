const dossier = 'invented'
const ref = 'XX-2011-01'
const cited = { source: 'briefing', locator: 'page 4' }
const reason = 'Invented reason.'

/** What inputs of claims and cases name: rows that work left behind. */
export type CasePlaces = {
  /** A claim on XX-2011-01. */
  readonly claim: { readonly claim: number; readonly version: number }
  /** An internal case with a status, on which nothing is proposed. */
  readonly internal: {
    readonly key: string
    readonly version: number
    readonly entry: number
    readonly hearing: number
  }
  /** An internal case that somebody proposed to make public, who is not an actor of the tests. */
  readonly proposed: { readonly key: string; readonly proposal: number }
}

const aClaim = { actor: 'ministry', date: '2013-05', level: 'full', text: 'Invented: all is done.', ...cited }
const aStatus = { status: 'released', date: '2013-05', note: 'Invented.', source: 'briefing' }
const aHearing = { kind: 'trial', date: '2031-05', source: 'briefing' }
const content = {
  kind: 'person',
  publicName: 'An invented person',
  naming: 'pseudonym',
  realName: 'Wholly Fictitious',
  summary: 'Invented.',
  consentBasis: 'Invented consent.',
  recommendations: [ref],
}

/** Valid inputs of the procedures of claims and cases. */
export const buildCaseInputs = ({
  claim,
  internal,
  proposed,
}: CasePlaces): Record<string, Record<string, unknown>> => {
  const target = { dossier, key: internal.key }
  const entry = { entry: internal.entry, basedOn: internal.entry }
  const proposal = { dossier, key: proposed.key, proposal: proposed.proposal }
  return {
    'claim.desk': { dossier, ref },
    'claim.record': { dossier, ref, ...aClaim },
    'claim.correct': { dossier, ref, claim: claim.claim, basedOn: claim.version, ...aClaim, reason },
    'claim.void': { dossier, ref, claim: claim.claim, basedOn: claim.version, reason },
    'case.get': target,
    'case.create': { dossier, ...content, sensitivity: 'internal' },
    'case.correct': { ...target, basedOn: internal.version, ...content, reason },
    'case.recordStatus': { ...target, ...aStatus },
    'case.correctStatus': { ...target, ...entry, ...aStatus, reason },
    'case.voidStatus': { ...target, ...entry, reason },
    'case.recordHearing': { ...target, ...aHearing },
    'case.correctHearing': { ...target, hearing: internal.hearing, ...aHearing },
    'case.voidHearing': { ...target, hearing: internal.hearing },
    'case.restrict': { ...target, basedOn: internal.version, sensitivity: 'internal', reason },
    'case.propose': { ...target, basedOn: internal.version, change: 'publish' },
    'case.retract': proposal,
    'case.approve': proposal,
    'case.refuse': { ...proposal, comment: 'Invented comment.' },
  }
}
