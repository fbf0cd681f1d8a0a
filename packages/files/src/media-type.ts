/** The kinds of file that are taken in. Everything else is refused, whatever it is named. */
export const mediaTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'text/html',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const

export type MediaType = (typeof mediaTypes)[number]

/** What a working copy may be: the same kind, or plain text in place of a web page. */
export type WorkingType = Exclude<MediaType, 'text/html'> | 'text/plain'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The ending of a file's name for its type, without the dot. */
export const extensions = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'text/html': 'html',
  'text/plain': 'txt',
  [docxType]: 'docx',
} as const satisfies Record<MediaType | 'text/plain', string>
