const dossier = 'invented'
/** Valid inputs of import and export; the job is the administrator's. */
export const buildTableInputs = ({
  job,
}: {
  readonly job: string
}): Readonly<Record<string, Record<string, unknown>>> => ({
  'table.export': { dossier, format: 'csv', table: 'sources' },
  'table.upload': {
    dossier,
    name: 'Sources.csv',
    base64: Buffer.from('Key,Title\nbriefing,Invented briefing\n').toString('base64'),
    table: 'sources',
  },
  'table.preview': {
    dossier,
    job,
    choices: { Sources: { shape: 'sources', mapping: ['key', null] } },
    uhri: { area: 'expression', addressee: 'ministry', themeAreas: { 'Invented theme': 'courts' } },
  },
  'table.import': { dossier, job, reason: 'Invented.' },
  'table.cancel': { dossier, job },
  'table.job': { dossier, job },
  'table.jobs': { dossier },
})
