import type { TextDocument } from '../documents/document.ts'
import type { DocumentFonts } from './pdf-canvas.ts'

type DocumentFormat = {
  readonly mediaType: string
  /** The writer is loaded when first asked for: both bring libraries that most servers never need. */
  readonly build: (document: TextDocument, fonts: DocumentFonts) => Promise<Uint8Array<ArrayBuffer>>
}

/** The formats in which any document can be had. A new one is a file here and a line in this list. */
export const documentFormats = {
  pdf: {
    mediaType: 'application/pdf',
    build: async (document, fonts) => (await import('./pdf.ts')).buildPdf(document, fonts),
  },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    build: async (document) => (await import('./docx.ts')).buildDocx(document),
  },
} as const satisfies Record<string, DocumentFormat>

export type DocumentFormatName = keyof typeof documentFormats
