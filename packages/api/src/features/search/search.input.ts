import { key } from '@waymark/kernel/key'
import { z } from 'zod'
import { plainText } from '../../common/plain-text.ts'

/** Words that all have to stand in one text. */
export const searchInput = z.strictObject({ dossier: key, q: plainText(200) })
export type SearchInput = z.infer<typeof searchInput>
