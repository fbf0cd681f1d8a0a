import { type DossierFile, dossierFile } from '../src/dossier-file/schema.ts'

type Json = Record<string, unknown>

/** A small, plainly invented dossier, good in every respect; parts of it can be replaced. */
export const aRawDossier = (parts: Json = {}): Json => ({
  format: 'waymark-dossier/1',
  dossier: { key: 'invented', title: 'Invented dialogue', partner: 'XX' },
  actors: [
    { key: 'ngo', name: 'Invented organisation', kind: 'ngo' },
    { key: 'ministry', name: 'Invented ministry', kind: 'state-body' },
  ],
  sources: [
    {
      key: 'paper',
      title: 'Invented paper',
      publisher: 'Nobody',
      kind: 'synthetic',
      date: '2020',
      language: 'en',
    },
  ],
  areas: [{ key: 'media', title: 'Invented area', summary: 'Invented.', order: 1 }],
  tracks: [{ key: 'treaty', title: 'Invented treaty' }],
  milestones: [
    {
      key: 'opened',
      track: 'treaty',
      kind: 'opened',
      title: 'Talks opened',
      occurred: '2019',
      source: 'paper',
    },
    { key: 'signed', track: 'treaty', kind: 'signed', title: 'Signed', planned: '2030', source: 'paper' },
  ],
  recommendations: [
    aRecommendation('XX-1', { steps: [{ key: 'law', kind: 'structure', text: 'A law' }] }),
    aRecommendation('XX-2'),
  ],
  assessments: [anAssessment({ key: 'first' })],
  ...parts,
})

export const aRecommendation = (ref: string, parts: Json = {}): Json => ({
  ref,
  area: 'media',
  title: 'Do an invented thing',
  text: 'Do it.',
  source: 'paper',
  issued: '2020-01-15',
  issuedBy: ['ngo'],
  addressees: ['ministry'],
  ...parts,
})

export const anAssessment = (parts: Json = {}): Json => ({
  recommendation: 'XX-1',
  effective: '2020-06-30',
  level: 'limited',
  rationale: 'Invented.',
  confidence: 'medium',
  evidence: [anEvidenceItem()],
  ...parts,
})

export const anEvidenceItem = (parts: Json = {}): Json => ({
  source: 'paper',
  stance: 'supports',
  kind: 'ngo-monitoring',
  origin: 'independent-ngo',
  ...parts,
})

export const aDossier = (parts: Json = {}): DossierFile => dossierFile.parse(aRawDossier(parts))

export const encode = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
