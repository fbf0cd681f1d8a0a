import { documentFormats } from '@waymark/exchange/formats/document-formats'
import { buildHtml } from '@waymark/exchange/formats/html'
import { minutesMessages } from '@waymark/messages/minutes'
import type { AccountActor } from '../../accounts/actor.ts'
import { getDocumentFonts } from '../../common/document-fonts.ts'
import type { Context } from '../../context.ts'
import { buildMinutesDocument } from './build-minutes-document.ts'
import type { MinutesFileInput } from './meeting.input.ts'
import { getMinutes } from './minutes.query.ts'

/** The minutes of a meeting as a file for an audience, made of exactly what {@link getMinutes} gives it. Refusals: `not-found`. */
export async function buildMinutesFile(
  ctx: Pick<Context, 'record'> & { readonly actor: Pick<AccountActor, 'role'> },
  { format, language, ...input }: MinutesFileInput,
): Promise<{ name: string; mediaType: string; base64: string }> {
  const document = buildMinutesDocument(await getMinutes(ctx, input), language)
  const { dossier, meeting, audience } = input
  const name = `${dossier}-minutes-${meeting}-${audience}.${format}`
  const write = (mediaType: string, bytes: Uint8Array) => ({
    name,
    mediaType,
    base64: Buffer.from(bytes).toString('base64'),
  })
  if (format === 'html') {
    const { notes, back } = minutesMessages[language]
    return write('text/html; charset=utf-8', buildHtml(document, { notes, back }))
  }
  const { mediaType, build } = documentFormats[format]
  return write(mediaType, await build(document, getDocumentFonts()))
}
