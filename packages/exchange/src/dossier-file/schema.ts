import { assessmentRow } from '@waymark/assessment/assessment'
import { claim } from '@waymark/assessment/claim'
import { commitment, linkage, milestone, track } from '@waymark/linkage/linkage'
import { actor } from '@waymark/recommendation/actor'
import { caseRecord } from '@waymark/recommendation/case'
import { area, dossier, round } from '@waymark/recommendation/dossier'
import { recommendation } from '@waymark/recommendation/recommendation'
import { source } from '@waymark/recommendation/source'
import { uptakeEvent } from '@waymark/recommendation/uptake'
import { z } from 'zod'

export const dossierFormat = 'waymark-dossier/1'

/** The tables of a dossier file, in the order in which it is written and loaded: later ones refer to earlier ones. */
export const tables = {
  actors: actor,
  sources: source,
  areas: area,
  rounds: round,
  commitments: commitment,
  tracks: track,
  milestones: milestone,
  recommendations: recommendation,
  linkages: linkage,
  uptake: uptakeEvent,
  assessments: assessmentRow,
  claims: claim,
  cases: caseRecord,
} as const satisfies Record<string, z.ZodObject>

export type TableName = keyof typeof tables

export const tableNames = Object.keys(tables) as readonly TableName[]

export const isTableName = (name: string): name is TableName => Object.hasOwn(tables, name)

/** A whole dossier as one file. A table may be left out; it then has no rows. */
export const dossierFile = z.strictObject({
  format: z.literal(dossierFormat),
  dossier,
  actors: z.array(actor).default([]),
  sources: z.array(source).default([]),
  areas: z.array(area).default([]),
  rounds: z.array(round).default([]),
  commitments: z.array(commitment).default([]),
  tracks: z.array(track).default([]),
  milestones: z.array(milestone).default([]),
  recommendations: z.array(recommendation).default([]),
  linkages: z.array(linkage).default([]),
  uptake: z.array(uptakeEvent).default([]),
  assessments: z.array(assessmentRow).default([]),
  claims: z.array(claim).default([]),
  cases: z.array(caseRecord).default([]),
})

export type DossierFile = z.infer<typeof dossierFile>

/**
 * A dossier file of which some fields were refused: they are missing from it. The rules that look across rows read
 * this form, so that they can report what they find in a file that has other errors too.
 */
export type Loose<T> = T extends readonly (infer U)[]
  ? readonly (Loose<U> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> | undefined }
    : T

export type LooseDossierFile = Loose<Omit<DossierFile, 'format'>>
