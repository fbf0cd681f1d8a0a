/** An id that no view has. */
const unheardOf = '00000000-0000-4000-8000-000000000000'
const dossier = 'invented'

const batch = (version: number) => ({
  dossier,
  rows: [
    {
      dossier,
      ref: 'XX-2011-01',
      basedOn: version,
      effective: '2013-05',
      state: 'no-information',
      rationale: 'Invented: nothing was found.',
      confidence: 'low',
      evidence: [{ source: 'briefing', stance: 'context', kind: 'media', origin: 'media' }],
    },
  ],
})

/** Valid inputs of the register of the desk, its views, and the search. `version`: of the record of XX-2011-01. */
export const buildRegisterInputs = (p: {
  readonly version: number
}): Readonly<Record<string, Record<string, unknown>>> => ({
  'register.list': {
    dossier,
    asOf: '2013-06-30',
    area: 'expression',
    side: 'partner',
    standing: 'limited',
    work: 'mine',
    q: 'invented la',
    sort: '-waiting',
    refs: ['XX-2011-01'],
    offset: 0,
    limit: 20,
  },
  'register.frame': { dossier, asOf: '2013-06-30' },
  'register.columns': { dossier, columns: ['standing', 'due'] },
  'view.list': { dossier },
  'view.save': { dossier, name: 'Invented view', query: 'standing=stale&cols=due', shared: true },
  'view.change': { dossier, id: unheardOf, rev: 1, name: 'Invented', query: 'sort=title', shared: false },
  'view.drop': { dossier, id: unheardOf, rev: 1 },
  'search.all': { dossier, q: 'invented law' },
  'register.preview': batch(p.version),
  'register.submit': batch(p.version),
})
