import type { TextDocument } from '@waymark/exchange/documents/document'
import { documentFormats } from '@waymark/exchange/formats/document-formats'
import { buildHtml } from '@waymark/exchange/formats/html'
import { getDocumentFonts } from '../../common/document-fonts.ts'
import type { Context } from '../../context.ts'
import { readTemplateParts } from './template.command.ts'

export type DocumentFile = { readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> }

/**
 * A paper of a dossier as a file. Word files have the looks of the dossier's template, where it has one.
 *
 * @param words of a web page: what its notes and the ways back from them are called
 */
export async function buildDocumentFile(
  ctx: Pick<Context, 'record' | 'files'>,
  dossierId: number,
  document: TextDocument,
  {
    format,
    words: { notes, back },
  }: {
    readonly format: 'docx' | 'pdf' | 'html'
    readonly words: Parameters<typeof buildHtml>[1]
  },
): Promise<DocumentFile> {
  if (format === 'html')
    return { mediaType: 'text/html; charset=utf-8', bytes: buildHtml(document, { notes, back }) }
  const { mediaType } = documentFormats[format]
  if (format === 'pdf')
    return { mediaType, bytes: await documentFormats.pdf.build(document, getDocumentFonts()) }
  const template = await readTemplateParts(ctx, dossierId)
  const { buildDocx } = await import('@waymark/exchange/formats/docx')
  return { mediaType, bytes: await buildDocx(document, template?.parts ?? null) }
}
