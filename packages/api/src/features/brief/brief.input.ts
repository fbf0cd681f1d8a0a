import { languages } from '@waymark/messages/language'
import { z } from 'zod'
import { cutInput } from '../../common/cut.ts'
import { milestoneInput } from '../milestone/milestone.input.ts'

/** `lang`: the language of the brief; left out, English. Texts of the record that have no translation into it stay in theirs. */
const language = { lang: z.enum(languages).optional() }

export const countryBriefInput = cutInput.extend(language)
export type CountryBriefInput = z.infer<typeof countryBriefInput>

export const milestoneBriefInput = milestoneInput.extend(language)
export type MilestoneBriefInput = z.infer<typeof milestoneBriefInput>
