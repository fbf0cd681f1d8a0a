import type { Refusal } from '@waymark/kernel/refusal'
import { type Result, refused } from '@waymark/kernel/result'
import type { TemplateParts } from './formats/docx-template.ts'
import { maxFileBytes, refusalOf } from './inspect-file.ts'
import { runCapped } from './run-capped.ts'

export type TemplateValue = Result<TemplateParts, Refusal>

const script = new URL('./scripts/inspect-template.ts', import.meta.url)
const limits = { memoryMb: 256, milliseconds: 10_000, outputBytes: 8 * 1024 * 1024 }

/**
 * Reads a stranger's document or template of Word for its styles, in a process of its own.
 * Refusals: `file-too-large`, `file-type-refused`, `file-does-not-match-its-type`, `file-holds-too-much`, `file-holds-programs`, `busy`.
 */
export async function inspectTemplate(bytes: Uint8Array): Promise<TemplateValue> {
  if (bytes.byteLength > maxFileBytes) return refused({ code: 'file-too-large' })
  const answer = await runCapped<TemplateValue>({ script, input: bytes, options: null, limits })
  return answer.ok ? answer.value.value : refused({ code: refusalOf[answer.error] })
}
