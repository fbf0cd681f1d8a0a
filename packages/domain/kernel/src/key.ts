import { z } from 'zod'

// In every runtime that this runs on, but not in the language's own library, which is all that domain code may see.
declare const URL: { canParse(address: string): boolean }

/** A key of a dossier file: lower-case Latin letters, digits and single hyphens, at most 80 characters. */
export const key = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens')

/** A stable reference of a recommendation, as cited in print: `KZ-2013-04`. */
export const reference = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/, 'use capital letters, digits and single hyphens, like KZ-2013-04')

/** Text for people: no control characters but line breaks and tabs, well-formed, not blank. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((s) => s.trim().length > 0, 'must not be empty')
    .refine((s) => s.isWellFormed() && !hasControlCharacter(s), 'has characters that are not text')

/** ISO 639 language code of a text, or `und` where it is not certain. */
export const language = z
  .string()
  .regex(/^(?:und|[a-z]{2,3})(?:-[A-Za-z0-9]{2,8})*$/, 'use a language code like en, ru, kk or und')

/** Address of a public document. Only http and https, so that a link can never run anything. */
export const webAddress = z
  .string()
  .max(2000)
  .refine(
    (s) => /^https?:\/\/[^\s<>"]+$/i.test(s) && URL.canParse(s),
    'use a full address that begins with https:// or http://',
  )

function hasControlCharacter(s: string): boolean {
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i)
    if ((c < 32 && c !== 9 && c !== 10 && c !== 13) || c === 127) return true
  }
  return false
}
