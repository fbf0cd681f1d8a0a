import { type AppLoadContext, redirect } from '@remix-run/server-runtime'
import { recordItemInput } from '@waymark/api/features/evidence-item/evidence-item.input'
import { captureInput } from '@waymark/api/features/file/file.input'
import type { FileView, KeptFile } from '@waymark/api/features/file/file.view'
import { refusalStatus } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import { itemFields } from '../../components/desk/evidence-item-fields.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import type { Typed } from '../../components/desk/submit-form.ts'

import { buildRefused, type Outcome, parseInput } from '../../components/desk/written-form.ts'
import { getAnswer, getRefused } from './refused.ts'
import { listSources, parseSent, sendForm } from './send-form.ts'
import { buildSignInHref } from './signed-in.ts'

const intent = 'item'

type Asked = { readonly request: Request; readonly context: AppLoadContext; readonly dossier: string }

/** What came of the form: the item that was recorded, or the form again with the file that is kept. */
export type EvidenceOutcome =
  | { readonly item: number }
  | {
      readonly typed: Typed
      readonly file: FileView | null
      readonly said: string | null
      readonly outcome: Outcome | null
    }

/** What a sent form of new evidence asks for: a file is kept first, so that it survives whatever is wrong with the rest. */
export async function evidenceIntent(
  { formatRefusalCode, t }: DeskWords,
  asked: Asked,
): Promise<EvidenceOutcome> {
  const copy = t.evidence
  const form = await asked.request.formData()
  const { file: named, ...typed } = parseSent(form)
  const wish = typed.intent ?? 'record'
  if (wish === 'drop') return { typed, file: null, said: null, outcome: null }
  const kept = await keepChosen(asked, form, typed)
  if (!kept.ok) return { typed, file: await getNamed(asked, named), said: null, outcome: kept.error }
  const file = kept.value === null ? await getNamed(asked, named) : await getFile(asked, kept.value.id)
  const again =
    kept.value === null
      ? typed
      : { capturedOn: file?.collectedAt.slice(0, 10) ?? '', ...nonBlank(typed), url: '' }
  if (wish !== 'record') {
    if (file === null) {
      const field = wish === 'capture' ? 'url' : 'upload'
      const message = wish === 'capture' ? copy.invalid.url : formatRefusalCode('file-missing')
      return { typed, file, said: null, outcome: buildRefused(intent, typed, message, field) }
    }
    return { typed: again, file, said: kept.value?.known ? copy.known : copy.kept, outcome: null }
  }
  return recordItem(asked, again, file)
}

const nonBlank = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''))

/** Takes in the file that was chosen, or the page whose address was given; null where there is neither. */
async function keepChosen(
  { request, context, dossier }: Asked,
  form: FormData,
  typed: Typed,
): Promise<Result<KeptFile | null, Outcome>> {
  const { t } = getDeskWords(context.language)
  const copy = t.evidence
  const chosen = form.get('upload')
  if (chosen instanceof File && (chosen.size > 0 || chosen.name !== '')) {
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    const kept = await context.files.upload({ dossier, bytes, name: chosen.name })
    if (kept.ok) return kept
    const status = refusalStatus[kept.error.code]
    if (status === 401) throw redirect(buildSignInHref(request))
    if (status === 404) throw new Response(null, { status })
    return refused(buildRefused(intent, typed, kept.error.message, 'upload'))
  }
  if (typed.intent !== 'capture') return ok(null)
  const read = parseInput(captureInput, { dossier, url: typed.url?.trim() })
  if (!read.ok) return refused(buildRefused(intent, typed, copy.invalid.url, 'url'))
  try {
    return ok(await context.api.file.capture.mutate(read.input))
  } catch (error) {
    const no = getRefused(error)
    if (no === null || no.refusal.code === 'not-found' || no.refusal.code === 'not-signed-in') throw error
    return refused(buildRefused(intent, typed, no.refusal.message, 'url'))
  }
}

const getFile = async ({ request, context, dossier }: Asked, id: number): Promise<FileView> =>
  (await getAnswer(request, context.api.file.get.query({ dossier, id }))).file

/** The file that the form carries along; null where it carries none. */
const getNamed = async (asked: Asked, named: string | undefined): Promise<FileView | null> =>
  named !== undefined && /^[1-9]\d{0,14}$/.test(named) ? getFile(asked, Number(named)) : null

async function recordItem(
  { request, context, dossier }: Asked,
  typed: Typed,
  file: FileView | null,
): Promise<EvidenceOutcome> {
  const words = getDeskWords(context.language)
  let item = 0
  const outcome = await sendForm(
    words,
    request,
    { ...typed, intent },
    {
      fields: itemFields,
      schema: recordItemInput,
      send: async (input) => {
        item = (await context.api.evidenceItem.record.mutate(input)).id
      },
      fixed: { dossier, ...(file === null ? {} : { file: file.id }) },
    },
    await listSources({ request, context }, dossier),
  )
  return outcome === null ? { item } : { typed, file, said: null, outcome }
}
