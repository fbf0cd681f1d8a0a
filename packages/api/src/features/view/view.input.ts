import { key, text } from '@waymark/kernel/key'
import { z } from 'zod'
import { plainText } from '../../common/plain-text.ts'

const fields = {
  name: text(80),
  /** Colleagues see it too; only its owner changes it. */
  shared: z.boolean().default(false),
}

export const viewListInput = z.strictObject({ dossier: key })

/** `query`: the register's state as its address holds it, without the question mark. */
export const saveViewInput = z.strictObject({ dossier: key, query: plainText(2000), ...fields })
export type SaveViewInput = z.infer<typeof saveViewInput>

/** `rev`: the revision that the writer saw; `query` left out: as it was. */
export const changeViewInput = z.strictObject({
  dossier: key,
  id: z.uuid(),
  rev: z.int().positive(),
  query: plainText(2000).optional(),
  ...fields,
})
export type ChangeViewInput = z.infer<typeof changeViewInput>

export const dropViewInput = z.strictObject({ dossier: key, id: z.uuid(), rev: z.int().positive() })
export type DropViewInput = z.infer<typeof dropViewInput>
