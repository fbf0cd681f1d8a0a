import { sheetNames } from '@waymark/exchange/tables/sheet-shape'
import { key, text } from '@waymark/kernel/key'
import { z } from 'zod'
import { plainText } from '../../common/plain-text.ts'

const fileName = text(200)
const jobId = z.uuid()
/** Characters of 20 MB in base64. */
const mostBase64 = Math.ceil((20 * 1024 * 1024) / 3) * 4

/** What a sheet is (`skip`: not read) and which column is which field. */
const sheetChoice = z.strictObject({
  shape: z.enum([...sheetNames, 'skip']),
  mapping: z.array(plainText(40).nullable()).max(200),
})

/** For an export of the UN's index: where its recommendations belong and whom they address. */
const uhriChoice = z.strictObject({
  area: key,
  addressee: key,
  themeAreas: z.record(plainText(300), key).optional(),
})

export const tableRequest = z.strictObject({ dossier: key })
export const exportInput = z.strictObject({
  dossier: key,
  format: z.enum(['xlsx', 'csv', 'json']),
  /** One table; the whole register where it is not given. A CSV is always of one. */
  table: z.enum(sheetNames).optional(),
  /** Only the sheets with their heads and drop-downs, for filling in. */
  template: z.boolean().default(false),
})
export const uploadInput = z.strictObject({
  dossier: key,
  name: fileName,
  base64: z.string().max(mostBase64),
  table: z.enum(sheetNames).optional(),
})
export const previewInput = z.strictObject({
  dossier: key,
  job: jobId,
  choices: z.record(plainText(100), sheetChoice).optional(),
  uhri: uhriChoice.optional(),
})
export const importInput = z.strictObject({ dossier: key, job: jobId, reason: text(4000) })
export const jobTarget = z.strictObject({ dossier: key, job: jobId })
