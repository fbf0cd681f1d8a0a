import { refused } from '@waymark/kernel/result'
import { readTemplate } from '../formats/docx-template.ts'
import { TooMuch } from '../formats/inspection.ts'
import type { TemplateValue } from '../inspect-template.ts'
import type { CappedScript } from '../run-capped.ts'

/** The child of `inspectTemplate`. */
export const run: CappedScript<null, TemplateValue> = (input) => {
  if (input[0] !== 0x50 || input[1] !== 0x4b) return { value: refused({ code: 'file-type-refused' }) }
  try {
    return { value: readTemplate(input) }
  } catch (error) {
    if (error instanceof TooMuch) return { value: refused({ code: 'file-holds-too-much' }) }
    throw error
  }
}
