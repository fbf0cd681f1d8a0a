import type { AppLoadContext } from '@remix-run/server-runtime'
import type { KnownSource } from '../../components/desk/assess/evidence-source.ts'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { type PasteRow, parsePaste } from '../../components/desk/register-paste.ts'
import type { RegisterRow } from '../../components/desk/views.ts'
import { getAnswer } from './refused.ts'

type Asked = { readonly request: Request; readonly context: AppLoadContext }
export type NamedFault = { readonly name: string; readonly message: string }

/** The rows of these recommendations, in windows as large as the register gives. */
export async function listRows(
  { request, context }: Asked,
  dossier: string,
  refs: readonly string[],
): Promise<RegisterRow[]> {
  const known = [...new Set(refs)].filter((ref) => /^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/.test(ref)).slice(0, 200)
  if (known.length === 0) return []
  const { rows } = await getAnswer(
    request,
    context.api.register.list.query({ dossier, refs: known, limit: 200 }),
  )
  return rows
}

/** `ref:version`, one after the other: what the writer saw, on its way through a form. */
export const formatVersions = (rows: readonly RegisterRow[]): string =>
  rows.map(({ ref, version }) => `${ref}:${version}`).join(' ')

export const parseVersions = (text: string): Map<string, number> =>
  new Map(
    text.split(' ').flatMap((one): [string, number][] => {
      const [ref = '', version = ''] = one.split(':')
      return /^\d{1,15}$/.test(version) ? [[ref, Number(version)]] : []
    }),
  )

/** Reads rows as a batch and tries it, or sends it: every fault by the name that the reader knows its row by. */
export async function sendBatch(
  { request, context }: Asked,
  dossier: string,
  rows: readonly { readonly line: number; readonly row: PasteRow }[],
  options: {
    readonly versions: ReadonlyMap<string, number>
    readonly isSent: boolean
    readonly nameOf: (line: number) => string
  },
) {
  const words = getDeskWords(context.language)
  const { t } = words
  const sources: KnownSource[] = await getAnswer(request, context.api.source.choices.query({ dossier }))
  const { input, faults } = parsePaste(words, dossier, rows, { versions: options.versions, sources })
  if (input === null)
    return {
      input,
      submitted: 0,
      faults: faults.map(({ line, message }) => ({ name: options.nameOf(line), message })),
    }
  const { register } = context.api
  const outcome = await getAnswer(
    request,
    options.isSent ? register.submit.mutate(input) : register.preview.query(input),
  )
  return {
    input,
    submitted: outcome.submitted,
    faults: outcome.faults.map(
      ({ row, message }): NamedFault => ({ name: input.rows[row]?.ref ?? t.batch.line(row + 1), message }),
    ),
  }
}
