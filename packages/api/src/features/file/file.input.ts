import { key, webAddress } from '@waymark/kernel/key'
import { z } from 'zod'
import { plainText } from '../../common/plain-text.ts'

/** 20 MiB: a scanned report. What is larger is kept elsewhere and cited. */
export const maxFileBytes = 20 * 1024 * 1024

export const fileListInput = z.strictObject({
  dossier: key,
  q: plainText(200).optional(),
  page: z.int().min(1).max(100_000).default(1),
})
export const fileId = z.strictObject({ dossier: key, id: z.int().positive() })
/** A page to keep as it is served now. The fetch tells its server that somebody looked at it. */
export const captureInput = z.strictObject({ dossier: key, url: webAddress })
/** The copy without metadata, or the bytes as they came. */
export const fileCopy = z.enum(['working', 'original'])
export type FileCopy = z.infer<typeof fileCopy>
