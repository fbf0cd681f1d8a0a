import { key, text } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { z } from 'zod'

/** Addresses of the product itself, and the languages of its pages; a dossier by such a key could not be reached. */
export const reservedKeys: readonly string[] = [
  'about',
  'accessibility',
  'account',
  'assets',
  'desk',
  'embed',
  'en',
  'fonts',
  'healthz',
  'kk',
  'meetings',
  'privacy',
  'ru',
  'sign-in',
  'sign-out',
  'trpc',
  'users',
]

/** One EU dialogue with one partner country (ISO 3166-1 alpha-2; `XX` for invented ones). */
export const dossier = z.strictObject({
  key: key.refine(
    (k) => !reservedKeys.includes(k),
    'is the address of something else here; choose another key',
  ),
  title: text(300),
  partner: z.string().regex(/^[A-Z]{2}$/, 'use a two-letter country code'),
  note: text(4000).optional(),
})
export type Dossier = z.infer<typeof dossier>

/** A theme of a dossier. */
export const area = z.strictObject({
  key,
  title: text(300),
  summary: text(4000),
  order: z.int().min(0).max(9999),
})
export type Area = z.infer<typeof area>

/** One meeting of the human-rights dialogue. */
export const round = z.strictObject({
  key,
  title: text(300),
  date: partialDate,
  place: text(200).optional(),
  source: key,
})
export type Round = z.infer<typeof round>
