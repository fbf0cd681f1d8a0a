import { languages } from '@waymark/messages/language'
import { z } from 'zod'
import { cutInput } from '../../common/cut.ts'

/** `lang`: the language of the descriptions; left out, English. */
export const dataInput = cutInput.extend({ lang: z.enum(languages).optional() })
export type DataInput = z.infer<typeof dataInput>
