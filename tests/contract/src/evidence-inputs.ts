const dossier = 'invented'
const item = {
  source: 'briefing',
  locator: 'page 4',
  kind: 'media',
  origin: 'media',
  factDate: '2012-05',
  capturedOn: '2020-01-31',
  language: 'en',
  excerpt: 'Invented words.',
}

/** Valid inputs of files and items of evidence. */
export const buildEvidenceInputs = (p: {
  /** A file of the dossier. */
  readonly file: number
  /** An item of evidence, and its version. */
  readonly item: { readonly id: number; readonly version: number }
}): Readonly<Record<string, Record<string, unknown>>> => ({
  'file.list': { dossier, q: 'invented words', page: 1 },
  'file.get': { dossier, id: p.file },
  'file.capture': { dossier, url: 'https://example.org/invented-page' },
  'evidenceItem.list': { dossier, q: 'invented words', page: 1 },
  'evidenceItem.get': { dossier, id: p.item.id },
  'evidenceItem.choices': { dossier },
  'evidenceItem.record': { dossier, ...item, file: p.file },
  'evidenceItem.correct': {
    dossier,
    id: p.item.id,
    basedOn: p.item.version,
    ...item,
    file: p.file,
    reason: 'Invented reason.',
  },
})
