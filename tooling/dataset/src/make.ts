import { type DossierFile, dossierFormat, type TableName } from '@waymark/exchange/dossier-file/schema'
import { listAssessments, listCases, listClaims, listLinkages, listUptake } from './make-facts.ts'
import {
  actors,
  listAreas,
  listCommitments,
  listMilestones,
  listRecommendations,
  listRounds,
  listSources,
  tracks,
} from './make-structure.ts'
import { refuseImpossibleShape, type Shape } from './shape.ts'

type Rows = { readonly [T in TableName]: Iterable<DossierFile[T][number]> }

const getDossier = ({ recommendations, seed }: Shape): DossierFile['dossier'] => ({
  key: 'synthetic',
  title: `Invented dialogue of ${recommendations} recommendations`,
  partner: 'XX',
  note: `Plainly invented, for measurements: made from the seed ${seed}. No person, fact or text is real.`,
})

/** The tables of the dossier, each made row by row when it is read. */
const getRows = (shape: Shape): Rows => ({
  actors,
  sources: listSources(shape),
  areas: listAreas(shape),
  rounds: listRounds(shape),
  commitments: listCommitments(shape),
  tracks,
  milestones: listMilestones(shape),
  recommendations: listRecommendations(shape),
  linkages: listLinkages(shape),
  uptake: listUptake(shape),
  assessments: listAssessments(shape),
  claims: listClaims(shape),
  cases: listCases(shape),
})

/**
 * A plainly synthetic dossier of a given size, always the same for the same shape.
 * @throws RangeError for a shape that no dossier can have
 */
export function buildDossier(shape: Shape): DossierFile {
  refuseImpossibleShape(shape)
  const tables = Object.entries(getRows(shape)).map(([name, rows]) => [name, [...rows]] as const)
  return {
    format: dossierFormat,
    dossier: getDossier(shape),
    ...(Object.fromEntries(tables) as Omit<DossierFile, 'format' | 'dossier'>),
  }
}

/** The same dossier as the text of a file, a piece at a time: it is never in memory as a whole. */
export function* formatDossier(shape: Shape): Generator<string> {
  refuseImpossibleShape(shape)
  yield `{"format":${JSON.stringify(dossierFormat)},"dossier":${JSON.stringify(getDossier(shape))}`
  for (const [name, rows] of Object.entries(getRows(shape))) {
    yield `,\n${JSON.stringify(name)}:[`
    let piece = ''
    let separator = '\n'
    for (const row of rows) {
      piece += separator + JSON.stringify(row)
      separator = ',\n'
      if (piece.length < 64 * 1024) continue
      yield piece
      piece = ''
    }
    yield `${piece}]`
  }
  yield '}\n'
}
