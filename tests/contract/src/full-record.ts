import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import {
  aCase,
  aDossierFile,
  anActor as aFileActor,
  anAssessment,
  aRecommendation,
  aSource,
} from '@waymark/kit/builders'
import { listBriefingCalls } from './briefing-calls.ts'
import { listCaseCalls } from './case-calls.ts'
import { listCodingCalls } from './coding-calls.ts'
import { listEditionCalls } from './edition-calls.ts'
import { listEvidenceCalls } from './evidence-calls.ts'
import { listLinkageCalls } from './linkage-calls.ts'
import { listMeetingCalls } from './meeting-calls.ts'
import { anActor, callAs, formatBytes, openTestRecord, type TestRecord } from './open-test-record.ts'
import { listRecommendationCalls } from './recommendation-calls.ts'
import { listTranslationCalls } from './translation-calls.ts'
import { aSubmission, publish } from './workflow.ts'

/** A small invented dossier that has rows in every table of the file, lineage and progress steps included. */
export const aFullFile = (over: Partial<DossierFile> = {}): DossierFile => {
  const file = aDossierFile()
  return {
    ...file,
    actors: [...file.actors, aFileActor({ key: 'second-ministry', name: 'Second invented ministry' })],
    sources: [
      ...file.sources,
      aSource({ key: 'monitor', title: 'Invented monitoring report', date: '2012-05' }),
    ],
    recommendations: [
      aRecommendation({
        criterion: 'Invented: the register is open.',
        steps: [
          { key: 'law', kind: 'structure', text: 'Invented law in force' },
          { key: 'practice', kind: 'process', text: 'Invented practice' },
        ],
        responsible: ['second-ministry'],
      }),
      aRecommendation({
        ref: 'XX-2012-01',
        area: 'courts',
        title: 'Open an invented register',
        issued: '2012-02-01',
        lineage: [{ kind: 'continues', ref: 'XX-2011-01' }],
      }),
    ],
    assessments: [
      anAssessment({ key: 'first' }),
      anAssessment({ key: 'step', step: 'law', level: 'none', rationale: 'Invented: no law yet.' }),
      anAssessment({ key: 'other', recommendation: 'XX-2012-01', level: 'none' }),
    ],
    cases: [
      aCase(),
      aCase({
        key: 'invented-outlet',
        kind: 'outlet',
        publicName: 'An invented newspaper',
        statuses: [{ status: 'suspended', date: '2012-08', source: 'monitor', note: 'Invented note.' }],
      }),
    ],
    ...over,
  }
}

export const people = (record: TestRecord) => ({
  viewer: callAs(record, anActor('viewer')),
  analyst: callAs(record, anActor('analyst')),
  reviewer: callAs(record, anActor('reviewer')),
  administrator: callAs(record, anActor('administrator')),
})

export const openInvented = (): Promise<TestRecord> =>
  openTestRecord({ template: 'invented', bytes: formatBytes(aFullFile()) })

/** The invented dossier after some work, so that every ledger table has rows of several entries. */
export async function openWorkedRecord(): Promise<TestRecord> {
  const record = await openInvented()
  const { analyst, reviewer } = people(record)
  const withdrawn = await publish({ analyst, reviewer })
  const dossier = 'invented'
  await reviewer.assessment.withdraw({
    dossier,
    id: withdrawn,
    basedOn: (await analyst.assessment.form({ dossier, ref: 'XX-2011-01' })).version,
    reason: 'Invented: not what the source says.',
  })
  await publish({ analyst, reviewer }, { ref: 'XX-2012-01', evidence: [aNewSource()] })
  const { version } = await analyst.assessment.form({ dossier, ref: 'XX-2011-01' })
  const { id } = await analyst.assessment.submit(aSubmission({ basedOn: version }))
  await reviewer.assessment.return({ dossier, id, comment: 'Invented: name the page.' })
  await analyst.assessment.submit(aSubmission({ basedOn: version, level: 'limited' }))
  for (const [, , call] of [
    ...listLinkageCalls(record),
    ...listCaseCalls(record),
    ...listCodingCalls(record),
    ...listEvidenceCalls(record),
    ...listTranslationCalls(record),
    ...listRecommendationCalls(record),
    ...listEditionCalls(record),
    ...listMeetingCalls(record),
    ...listBriefingCalls(record),
  ])
    await call()
  return record
}

export const aNewSource = (title = 'Invented article') =>
  ({
    newSource: { title, publisher: 'Invented press', kind: 'media', date: '2013-04', language: 'en' },
    stance: 'supports',
    kind: 'media',
    origin: 'media',
  }) as const
