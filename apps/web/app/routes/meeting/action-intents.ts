import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/server-runtime'
import { recordActionInput } from '@waymark/api/features/action-point/action-point.input'
import type { ActionView } from '@waymark/api/features/action-point/action-point.view'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import type { Typed } from '../../components/desk/submit-form.ts'
import { buildRefused, type Outcome } from '../../components/desk/written-form.ts'
import { isActionKind } from '../../components/meeting/action-kinds.ts'
import { getAnswer, getRefusalOf } from '../desk/refused.ts'

/** A form of an action point that was not taken; `action`: as it stands now, wherever that is in the lists. */
export type ActionOutcome = Outcome & { readonly action: ActionView }

const fieldOf = { note: 'note', reason: 'note', due: 'day', until: 'day', owner: 'owner' } as const

/** What was typed as the event of its kind. */
function buildEvent(kind: string, typed: Typed) {
  const said = (typed.note ?? '').trim()
  const day = (typed.day ?? '').trim()
  switch (kind) {
    case 'done':
      return { kind, note: said === '' ? null : said }
    case 'dropped':
    case 'reopened':
      return { kind, reason: said }
    case 'rescheduled':
      return { kind, due: day, reason: said }
    case 'reassigned':
      return { kind, owner: typed.owner ?? '' }
    default:
      return { kind, until: day }
  }
}

/** Records what became of an action point: null once it was taken. What was typed stays when somebody else was faster. */
export async function recordAction(
  { request, context }: { readonly request: Request; readonly context: AppLoadContext },
  dossier: string,
  typed: Typed,
): Promise<ActionOutcome | null> {
  const { t, formatDate } = getDeskWords(context.language)
  const copy = t.minutes.action
  const intent = typed.intent ?? ''
  const id = /^act\.(.+)$/.exec(intent)?.[1] ?? ''
  const refuse = async (message: string, field?: string): Promise<ActionOutcome> => ({
    ...buildRefused(intent, typed, message, field),
    action: await getAnswer(request, context.api.actionPoint.find.query({ action: id })),
  })
  const kind = typed.kind ?? ''
  if (!isActionKind(kind)) return refuse(copy.missing.kind, 'kind')
  const input = recordActionInput.safeParse({
    dossier,
    action: id,
    id: randomUUID(),
    basedOn: Number(typed.basedOn),
    event: buildEvent(kind, typed),
  })
  if (!input.success) {
    const wrong = input.error.issues.map(({ path }) => path[1]).find((name) => String(name) in fieldOf)
    if (wrong === undefined) throw new Response(null, { status: 404 })
    const field = fieldOf[wrong as keyof typeof fieldOf]
    return refuse(copy.missing[field === 'note' ? 'reason' : field], field)
  }
  const refused = await getRefusalOf(request, context.api.actionPoint.record.mutate(input.data))
  if (refused === null) return null
  const { code, message } = refused.refusal
  if (code !== 'record-moved-on' && code !== 'action-closed') return refuse(message)
  const outcome = await refuse(message)
  const { state, owner, due } = outcome.action
  const moved = copy.moved(copy.states[state], owner, formatDate(due))
  return { ...outcome, moved: true, summary: [{ message: moved }] }
}
