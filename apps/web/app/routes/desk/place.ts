import type { Params } from '@remix-run/react'
import { subjectFields } from '@waymark/api/common/subject.input'
import { key, reference } from '@waymark/kernel/key'
import { z } from 'zod'

const dossierPlace = z.object({ dossier: key })
const recordPlace = z.object({ dossier: key, ref: reference })
const keyedPlace = z.object({ dossier: key, key })
const subjectPlace = z.object(subjectFields)
const linkPlace = z.object({ dossier: key, key, ref: reference })
const reviewPlace = z.object({
  dossier: key,
  id: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
})

// What cannot be an address of the desk names nothing.
const parse = <T>(schema: z.ZodType<T>, params: Params): T => {
  const read = schema.safeParse(params)
  if (!read.success) throw new Response(null, { status: 404 })
  return read.data
}

/** The dossier in the address. */
export const parseDossier = (params: Params): string => parse(dossierPlace, params).dossier
/** The recommendation in the address. */
export const parseRecord = (params: Params): { dossier: string; ref: string } => parse(recordPlace, params)
/** The assessment in the address. */
export const parseReview = (params: Params): { dossier: string; id: number } => parse(reviewPlace, params)
/** The commitment or milestone in the address. */
export const parseKeyed = (params: Params): { dossier: string; key: string } => parse(keyedPlace, params)
/** The record in the address that is talked about: its kind and its key. */
export const parseSubject = (params: Params): z.infer<typeof subjectPlace> => parse(subjectPlace, params)
/** The link in the address: a milestone by key, and a recommendation. */
export const parseLink = (params: Params): { dossier: string; key: string; ref: string } =>
  parse(linkPlace, params)
