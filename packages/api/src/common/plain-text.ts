import { z } from 'zod'

/** True for text that the database can hold: well-formed, without NUL. */
export const isPlainText = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')

/** Text that is looked for or kept as typed; may be empty. What no database text can be is refused here. */
export const plainText = (max: number) =>
  z.string().max(max).refine(isPlainText, 'has characters that are not text')
