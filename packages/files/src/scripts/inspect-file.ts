import { refused } from '@waymark/kernel/result'
import { fileTypeFromBuffer } from 'file-type'
import { decodeHtml, inspectHtml } from '../formats/html.ts'
import { type Inspected, TooMuch } from '../formats/inspection.ts'
import type { InspectOptions, InspectValue } from '../inspect-file.ts'
import type { CappedScript } from '../run-capped.ts'

/** The child of `inspectFile`: finds out what the bytes are and has the reader of that format look at them. */
export const run: CappedScript<InspectOptions, InspectValue> = async (input, options) => {
  const result = await inspect(input, options).catch((error: unknown): Inspected => {
    if (error instanceof TooMuch) return refused({ code: 'file-holds-too-much' })
    throw error
  })
  if (!result.ok) return { value: { refusal: result.error } }
  const { mediaType, text, working } = result.value
  return {
    value: { mediaType, text, workingType: working?.mediaType ?? null },
    bytes: working?.bytes ?? null,
  }
}

async function inspect(bytes: Uint8Array, { charset }: InspectOptions): Promise<Inspected> {
  // An archive is told by its own strict reader, which does not trust the order or the names of its parts.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return (await import('../formats/docx.ts')).inspectDocx(bytes)
  const page = decodeHtml(bytes, charset)
  if (page !== null) return inspectHtml(page)
  const type = (await fileTypeFromBuffer(bytes))?.mime
  if (type === 'application/pdf') return (await import('../formats/pdf.ts')).inspectPdf(bytes)
  if (type === 'image/png' || type === 'image/jpeg' || type === 'image/webp')
    return (await import('../formats/image.ts')).inspectImage(bytes, type)
  return refused({ code: 'file-type-refused' })
}
