/** A file that the desk gave, to be kept. */
export const buildDownload = (file: {
  readonly name: string
  readonly mediaType: string
  readonly base64: string
}): Response =>
  new Response(Buffer.from(file.base64, 'base64'), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store, no-transform',
    },
  })
