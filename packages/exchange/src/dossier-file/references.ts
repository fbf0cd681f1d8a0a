import type { FileError } from './file-error.ts'
import { formatPath, formatQuoted } from './file-error.ts'
import type { Known } from './known.ts'
import type { LooseDossierFile, TableName } from './schema.ts'

type Target = Exclude<TableName, 'linkages' | 'uptake' | 'claims' | 'cases'>

const nouns = {
  actors: 'an actor',
  sources: 'a source',
  areas: 'an area',
  rounds: 'a round',
  commitments: 'a commitment',
  tracks: 'a track',
  milestones: 'a milestone',
  recommendations: 'a recommendation',
  assessments: 'an assessment',
} as const satisfies Record<Target, string>

type Reference = readonly [path: readonly PropertyKey[], table: Target, key: string | undefined]

/** Every reference of every row to a key that neither the file nor the dossier has. */
export function listReferenceErrors(file: LooseDossierFile, known: Known): FileError[] {
  const declared = getDeclared(file)
  const errors: FileError[] = []
  for (const [path, table, key] of listReferences(file)) {
    if (key === undefined || declared[table].has(key) || known[table]?.has(key)) continue
    const message = `${formatQuoted(key)} is not ${nouns[table]} of this dossier. Add it to “${table}”, or correct the reference.`
    errors.push({
      path: formatPath(path),
      message,
      code: table === 'sources' ? 'unknown-source' : 'invalid-input',
    })
  }
  return errors
}

function getDeclared(file: LooseDossierFile): Record<Target, ReadonlySet<string | undefined>> {
  const keys = (rows: readonly ({ readonly key?: string | undefined } | undefined)[] | undefined) =>
    new Set(rows?.map((row) => row?.key))
  return {
    actors: keys(file.actors),
    sources: keys(file.sources),
    areas: keys(file.areas),
    rounds: keys(file.rounds),
    commitments: keys(file.commitments),
    tracks: keys(file.tracks),
    milestones: keys(file.milestones),
    recommendations: new Set(file.recommendations?.map((row) => row?.ref)),
    assessments: keys(file.assessments),
  }
}

function* listReferences(file: LooseDossierFile): Generator<Reference> {
  for (const [i, row] of entries(file.rounds)) yield [['rounds', i, 'source'], 'sources', row.source]
  for (const [i, row] of entries(file.commitments)) {
    yield [['commitments', i, 'actor'], 'actors', row.actor]
    yield [['commitments', i, 'source'], 'sources', row.source]
  }
  for (const [i, row] of entries(file.milestones)) {
    yield [['milestones', i, 'track'], 'tracks', row.track]
    yield [['milestones', i, 'source'], 'sources', row.source]
  }
  yield* listRecommendationReferences(file)
  for (const [i, row] of entries(file.linkages)) {
    yield [['linkages', i, 'recommendation'], 'recommendations', row.recommendation]
    yield [['linkages', i, 'milestone'], 'milestones', row.milestone]
    for (const [j, key] of entries(row.commitments))
      yield [['linkages', i, 'commitments', j], 'commitments', key]
  }
  for (const [i, row] of entries(file.uptake)) {
    yield [['uptake', i, 'recommendation'], 'recommendations', row.recommendation]
    yield [['uptake', i, 'round'], 'rounds', row.round]
    yield [['uptake', i, 'source'], 'sources', row.source]
  }
  for (const [i, row] of entries(file.assessments)) {
    yield [['assessments', i, 'recommendation'], 'recommendations', row.recommendation]
    yield [['assessments', i, 'supersedes'], 'assessments', row.supersedes]
    for (const [j, item] of entries(row.evidence))
      yield [['assessments', i, 'evidence', j, 'source'], 'sources', item.source]
  }
  for (const [i, row] of entries(file.claims)) {
    yield [['claims', i, 'recommendation'], 'recommendations', row.recommendation]
    yield [['claims', i, 'actor'], 'actors', row.actor]
    yield [['claims', i, 'source'], 'sources', row.source]
  }
  for (const [i, row] of entries(file.cases)) {
    for (const [j, ref] of entries(row.recommendations))
      yield [['cases', i, 'recommendations', j], 'recommendations', ref]
    for (const [j, status] of entries(row.statuses))
      yield [['cases', i, 'statuses', j, 'source'], 'sources', status.source]
  }
}

function* listRecommendationReferences(file: LooseDossierFile): Generator<Reference> {
  for (const [i, row] of entries(file.recommendations)) {
    yield [['recommendations', i, 'area'], 'areas', row.area]
    yield [['recommendations', i, 'source'], 'sources', row.source]
    for (const field of ['issuedBy', 'addressees', 'responsible'] as const) {
      for (const [j, key] of entries(row[field])) yield [['recommendations', i, field, j], 'actors', key]
    }
    for (const [j, link] of entries(row.lineage))
      yield [['recommendations', i, 'lineage', j, 'ref'], 'recommendations', link.ref]
  }
}

/** The rows that could be read, with their places in the file. */
export function* entries<T>(rows: readonly (T | undefined)[] | undefined): Generator<[number, T]> {
  for (const [i, row] of rows?.entries() ?? []) if (row !== undefined) yield [i, row]
}
