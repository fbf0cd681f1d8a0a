import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { getMeetingHead } from '@waymark/db/queries/meeting.query'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { minutesMessages } from '@waymark/messages/minutes'
import type { AccountActor } from '../../accounts/actor.ts'
import type { Context } from '../../context.ts'
import { buildDocumentFile } from '../briefing/document-file.ts'
import { buildMinutesDocument } from './build-minutes-document.ts'
import type { MinutesFileInput } from './meeting.input.ts'
import { getMinutes } from './minutes.query.ts'

type Exported = { readonly name: string; readonly mediaType: string; readonly base64: string }

/**
 * The minutes of a meeting as a file for an audience, made of exactly what {@link getMinutes} gives it. That they were taken out is an
 * entry of the audit trail, written before anything is given. Refusals: `not-found`.
 */
export async function exportMinutes(
  ctx: Pick<Context, 'record' | 'files'> & { readonly actor: Pick<AccountActor, 'role'> },
  act: Act,
  { format, language, ...input }: MinutesFileInput,
): Promise<Result<Exported>> {
  const { dossier, meeting, audience } = input
  const head = await getMeetingHead(ctx.record.app, dossier, meeting)
  if (head === null) return refused({ code: 'not-found' })
  const minutes = await getMinutes(ctx, input)
  const { mediaType, bytes } = await buildDocumentFile(
    ctx,
    head.dossierId,
    buildMinutesDocument(minutes, language),
    { format, words: minutesMessages[language] },
  )
  const noted = await inTransaction<null, Refusal>(ctx.record.app, act, async () =>
    ok({
      value: null,
      account: {
        action: 'meeting.minutes-export',
        subject: { kind: 'meeting', dossier, key: String(meeting) },
        after: { audience, format, language, minutesSha256: minutes.sha256 },
      },
    }),
  )
  if (!noted.ok) return noted
  const name = `${dossier}-minutes-${meeting}-${audience}.${format}`
  return ok({ name, mediaType, base64: Buffer.from(bytes).toString('base64') })
}
