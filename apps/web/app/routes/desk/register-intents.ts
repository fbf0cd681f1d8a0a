import type { AppLoadContext } from '@remix-run/server-runtime'
import { columnsInput } from '@waymark/api/features/register/register.input'
import { changeViewInput, dropViewInput, saveViewInput } from '@waymark/api/features/view/view.input'
import type { DeskWords } from '../../components/desk/desk-words.ts'

import type { Typed } from '../../components/desk/submit-form.ts'
import { getRefusalOf } from './refused.ts'

const split = (list: string | undefined) => (list ?? '').split('\n').filter((one) => one !== '')

/** Keeps the columns of the form. False where the form was not one of ours. */
export async function sendColumns(
  request: Request,
  api: AppLoadContext['api'],
  dossier: string,
  typed: Typed,
) {
  const read = columnsInput.safeParse({ dossier, columns: split(typed['columns[]']) })
  if (!read.success) return null
  await getRefusalOf(request, api.register.columns.mutate(read.data))
  return read.data.columns
}

/** Saves, changes or deletes a view; the sentence that says why not, or null. */
export async function sendView(
  { t }: DeskWords,
  request: Request,
  api: AppLoadContext['api'],
  dossier: string,
  typed: Typed,
): Promise<string | null> {
  const { faults } = t.register.views
  const named = { dossier, name: (typed.name ?? '').trim(), shared: typed.shared === 'on' }
  const target = { id: typed.id, rev: Number(typed.rev) }
  const query = typed.query ?? ''
  const send = (): Promise<unknown> | null => {
    if (typed.intent === 'save') {
      const read = saveViewInput.safeParse({ ...named, query })
      return read.success ? api.view.save.mutate(read.data) : null
    }
    if (typed.intent === 'change') {
      const read = changeViewInput.safeParse({
        ...named,
        ...target,
        ...(typed.replace === 'on' ? { query } : {}),
      })
      return read.success ? api.view.change.mutate(read.data) : null
    }
    const read = dropViewInput.safeParse({ dossier, ...target })
    return read.success ? api.view.drop.mutate(read.data) : null
  }
  const sent = send()
  if (sent === null) return faults.name
  const refused = await getRefusalOf(request, sent)
  if (refused === null) return null
  const { code, message } = refused.refusal
  if (code === 'key-taken') return faults.taken
  return code === 'record-moved-on' ? faults.moved : message
}
