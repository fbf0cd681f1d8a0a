import type { Params } from '@remix-run/react'
import { key } from '@waymark/kernel/key'
import { z } from 'zod'

const number = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number)
const meetingPlace = z.object({ dossier: key, meeting: number })
const seriesPlace = z.object({ dossier: key, id: number })

// What cannot be an address of a meeting names nothing.
const parse = <T>(schema: z.ZodType<T>, params: Params): T => {
  const read = schema.safeParse(params)
  if (!read.success) throw new Response(null, { status: 404 })
  return read.data
}

/** The meeting in the address. */
export const parseMeeting = (params: Params): { dossier: string; meeting: number } =>
  parse(meetingPlace, params)
/** The series in the address. */
export const parseSeries = (params: Params): { dossier: string; id: number } => parse(seriesPlace, params)
