import type { AccountRole } from '@waymark/access/role'
import { type Act, inTransaction } from '@waymark/db/in-transaction'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { briefingMessages } from '@waymark/messages/briefing'
import { listTextsOf } from '../../common/in-language.ts'
import type { Context } from '../../context.ts'
import type { ExportBriefingInput } from './briefing.input.ts'
import { getBriefingWords } from './briefing-words.ts'
import { buildBriefingDocument } from './build-document.ts'
import { buildDocumentFile, type DocumentFile } from './document-file.ts'
import { listCasesFor } from './list-cases.query.ts'
import { getRound, loadBriefing } from './load-briefing.ts'
import { findPrivateName } from './private-names.ts'
import { pickFacts } from './save-briefing.command.ts'

type Exported = DocumentFile & { readonly name: string }

/**
 * A version of a briefing as a file, for whoever it is for. That it was taken out is an entry of the audit trail, written before anything
 * is given. Refusals: `not-found`, `private-name-shown`.
 */
export async function exportBriefing(
  ctx: Context,
  { act, role }: { readonly act: Act; readonly role: AccountRole },
  { format, lang, ...target }: ExportBriefingInput,
): Promise<Result<Exported>> {
  const loaded = await loadBriefing(ctx.record.app, target)
  if (!loaded.ok) return loaded
  const { head, version } = loaded.value
  const language = lang ?? head.language
  // A case may have been made private since it was written about.
  const named = await findPrivateName(ctx.record.app, head, role, version.body, version.facts)
  if (named !== null) return refused(named)
  const cases = await listCasesFor(ctx, { ...head, asOf: version.basis.asOf })
  const facts = pickFacts(loaded.value)
  const told = { facts, round: getRound(head), title: head.dossierTitle, cases }
  const texts = await listTextsOf(ctx, { dossier: head.dossier, ...version.basis }, language, told)
  const words = getBriefingWords({ language, texts, basis: version.basis, cases })
  const document = buildBriefingDocument(
    {
      dossier: { key: head.dossier, title: head.dossierTitle },
      round: getRound(head),
      audience: head.audience,
      version: version.number,
      basis: version.basis,
      body: version.body,
      facts,
      writtenAt: version.recordedAt,
    },
    words,
  )
  const file = await buildDocumentFile(ctx, head.dossierId, document, {
    format,
    words: briefingMessages[language],
  })
  const noted = await inTransaction<null, Refusal>(ctx.record.app, act, async () =>
    ok({
      value: null,
      account: {
        action: 'briefing.export',
        subject: { kind: 'briefing', dossier: head.dossier, key: String(head.id) },
        after: { version: version.number, format, language },
      },
    }),
  )
  if (!noted.ok) return noted
  return ok({ ...file, name: `${head.dossier}-briefing-${head.id}-v${version.number}.${format}` })
}
