import { evidenceItem } from '@waymark/assessment/evidence'
import { caseStatus } from '@waymark/recommendation/case'
import { dossier } from '@waymark/recommendation/dossier'
import { progressStep, recommendation } from '@waymark/recommendation/recommendation'
import type { z } from 'zod'
import { dossierFile, tables } from './schema.ts'

/** An object of the file: what people call it, and the fields that it may have. */
export type Place = { readonly noun: string; readonly fields: readonly string[] }

const place = (noun: string, schema: z.ZodObject): Place => ({ noun, fields: Object.keys(schema.shape) })

const lineageLink = recommendation.shape.lineage.unwrap().element

/** Keyed by the path without its numbers. */
const places: Readonly<Record<string, Place>> = {
  '': place('a dossier file', dossierFile),
  dossier: place('a dossier', dossier),
  actors: place('an actor', tables.actors),
  sources: place('a source', tables.sources),
  areas: place('an area', tables.areas),
  rounds: place('a round', tables.rounds),
  commitments: place('a commitment', tables.commitments),
  tracks: place('a track', tables.tracks),
  milestones: place('a milestone', tables.milestones),
  recommendations: place('a recommendation', tables.recommendations),
  'recommendations.lineage': place('a lineage link', lineageLink),
  'recommendations.steps': place('a progress step', progressStep),
  linkages: place('a linkage', tables.linkages),
  uptake: place('an uptake event', tables.uptake),
  assessments: place('an assessment', tables.assessments),
  'assessments.evidence': place('an item of evidence', evidenceItem),
  claims: place('a claim', tables.claims),
  cases: place('a case', tables.cases),
  'cases.statuses': place('a case status', caseStatus),
}

/** What the values of a closed list are called, by field; by place where the field's name says too little. */
const choices: Readonly<Record<string, string>> = {
  'actors.kind': 'a kind of actor',
  'sources.kind': 'a kind of source',
  'milestones.kind': 'a kind of milestone',
  'recommendations.basis': 'a basis',
  'recommendations.wording': 'a wording',
  'recommendations.lineage.kind': 'a kind of lineage',
  'recommendations.steps.kind': 'a kind of progress step',
  'linkages.role': 'a role of a linkage',
  'linkages.required': 'a level',
  'uptake.kind': 'a stage of uptake',
  'assessments.level': 'a level',
  'assessments.state': 'a state',
  'assessments.confidence': 'a confidence',
  'assessments.evidence.stance': 'a stance',
  'assessments.evidence.kind': 'a kind of evidence',
  'assessments.evidence.origin': 'an origin of evidence',
  'claims.level': 'a level',
  'cases.kind': 'a kind of case',
  'cases.sensitivity': 'a sensitivity',
  'cases.statuses.status': 'a case status',
}

const getPattern = (path: readonly PropertyKey[]): string =>
  path.filter((s) => typeof s === 'string').join('.')

/** The object at a path, or null where the path leads to a single value. */
export const getPlace = (path: readonly PropertyKey[]): Place | null => {
  const pattern = getPattern(path)
  return Object.hasOwn(places, pattern) ? (places[pattern] ?? null) : null
}

/** What a value of the closed list at a path is called: `a stance`. */
export const getChoiceNoun = (path: readonly PropertyKey[]): string => {
  const pattern = getPattern(path)
  return Object.hasOwn(choices, pattern) ? (choices[pattern] ?? 'a known value') : 'a known value'
}
