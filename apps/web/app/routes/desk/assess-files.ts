import { type AppLoadContext, redirect } from '@remix-run/server-runtime'
import { recordItemInput } from '@waymark/api/features/evidence-item/evidence-item.input'
import { refusalStatus } from '@waymark/kernel/refusal'
import type { KnownSource } from '../../components/desk/assess/evidence-source.ts'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import {
  buildFieldName,
  buildItemFields,
  buildItemName,
  buildWithItem,
  type Fault,
  listEvidenceRows,
  parseItemName,
  type Typed,
} from '../../components/desk/submit-form.ts'
import { getRefused, type Refused } from './refused.ts'
import { buildSignInHref } from './signed-in.ts'

type Asked = {
  readonly request: Request
  readonly context: AppLoadContext
  readonly place: { readonly dossier: string; readonly ref: string }
}
/** The form with what was made of it, and what stood in the way, each at its field. */
type Made = { readonly typed: Typed; readonly faults: readonly Fault[] }

const tell = (field: string, message: string): Fault => ({ field, missing: false, message, limit: null })

/**
 * Keeps the files that were chosen on a form of an assessment, before anything else is looked at: each stays with its item of
 * evidence, whatever is wrong with the rest. One that is refused is told of at its field.
 */
export async function keepFiles(
  { request, context, place }: Asked,
  form: FormData,
  typed: Typed,
): Promise<Made> {
  const kept: Record<string, string> = {}
  const faults: Fault[] = []
  for (const [name, chosen] of form) {
    const [, row] = /^evidence\.(\d{1,4})\.upload$/.exec(name) ?? []
    if (row === undefined || !(chosen instanceof File) || (chosen.size === 0 && chosen.name === '')) continue
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    const answer = await context.files.upload({ dossier: place.dossier, bytes, name: chosen.name })
    if (answer.ok) {
      kept[buildFieldName(Number(row), 'file')] = String(answer.value.id)
      kept[buildFieldName(Number(row), 'fileName')] = chosen.name
      continue
    }
    const status = refusalStatus[answer.error.code]
    if (status === 401) throw redirect(buildSignInHref(request))
    if (status === 404) throw new Response(null, { status })
    faults.push(tell(name, answer.error.message))
  }
  return { typed: { ...typed, ...kept }, faults }
}

/**
 * Makes an item of evidence of each kept file, with what its row says, and names the item in that row. A row that does not say
 * enough stays as it is, with what is missing.
 *
 * @param only the one row to do so with; every row with a file where it is left out
 */
export async function recordItems(
  { context, place }: Pick<Asked, 'context' | 'place'>,
  typed: Typed,
  { choices, today }: { readonly choices: readonly KnownSource[]; readonly today: string },
  only?: number,
): Promise<Made> {
  const words = getDeskWords(context.language)
  const { t } = words
  let now = typed
  const faults: Fault[] = []
  for (const row of listEvidenceRows(typed)) {
    const name = (field: string) => buildFieldName(row, field)
    const file = now[name('file')]
    if (file === undefined || file === '' || (only !== undefined && only !== row)) continue
    if (parseItemName(now[name('source')] ?? '') !== undefined) {
      faults.push(tell(name('source'), t.assess.file.otherItem))
      continue
    }
    const said = buildItemFields(now, row, choices)
    const read = recordItemInput.safeParse({
      dossier: place.dossier,
      file: Number(file),
      capturedOn: today,
      ...said,
    })
    const bare = said.source === undefined && said.newSource === undefined
    if (!read.success || bare) {
      const issues = [
        ...(bare ? [{ path: ['source'], message: '' }] : []),
        ...(read.success ? [] : read.error.issues.filter(({ path }) => path[0] !== 'language')),
      ]
      for (const { path, message } of issues) {
        const inner = path.join('.') === 'newSource' ? 'newSource.title' : path.join('.')
        const field = name(inner === 'file' || inner === 'capturedOn' ? 'upload' : inner)
        faults.push({ ...tell(field, message), missing: (now[field] ?? '').trim() === '' })
      }
      continue
    }
    try {
      const { id } = await context.api.evidenceItem.record.mutate(read.data)
      now = buildWithItem(now, row, buildItemName(id, now[name('fileName')] ?? ''))
    } catch (error) {
      const refused = getRefused(error)
      if (refused === null || refused.refusal.code === 'not-signed-in') throw error
      faults.push(tell(getRefusedName(refused, name), getSentence(words, refused)))
    }
  }
  return { typed: now, faults }
}

const getRefusedName = ({ refusal: { path } }: Refused, name: (field: string) => string): string =>
  name(path === 'factDate' ? 'factDate' : path === 'file' ? 'upload' : 'source')
const getSentence = ({ t }: DeskWords, { refusal: { code, message } }: Refused): string =>
  code === 'unknown-source' ? t.desk.faults.invalid.source : message
