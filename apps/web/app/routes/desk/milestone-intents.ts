import type { AppLoadContext } from '@remix-run/server-runtime'
import {
  cancelInput,
  correctMilestoneInput,
  moveInput,
  occurInput,
  voidEventInput,
} from '@waymark/api/features/milestone/milestone.input'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import { milestoneFields } from '../../components/desk/milestone-forms.tsx'
import type { SourceChoice, Typed } from '../../components/desk/submit-form.ts'
import type { Outcome } from '../../components/desk/written-form.ts'
import { sendForm } from './send-form.ts'

type Sent = {
  readonly request: Request
  readonly api: AppLoadContext['api']
  readonly place: { readonly dossier: string; readonly key: string }
  readonly typed: Typed
  readonly sources: readonly SourceChoice[]
}

/** Sends the form of a milestone that its button named: null once taken. What names none of them is not there. */
export function sendMilestoneForm(
  words: DeskWords,
  { request, api, place, typed, sources }: Sent,
): Promise<Outcome | null> {
  const [intent, argument] = (typed.intent ?? '').split('.')
  const basedOn = Number(typed.basedOn)
  switch (intent) {
    case 'occur':
      return sendForm(
        words,
        request,
        typed,
        {
          fields: milestoneFields.occur,
          schema: occurInput,
          send: (input) => api.milestone.occur.mutate(input),
          fixed: { ...place, basedOn },
        },
        sources,
      )
    case 'move':
      return sendForm(
        words,
        request,
        typed,
        {
          fields: milestoneFields.move,
          schema: moveInput,
          send: (input) => api.milestone.move.mutate(input),
          fixed: place,
        },
        sources,
      )
    case 'cancel':
      return sendForm(
        words,
        request,
        typed,
        {
          fields: milestoneFields.cancel,
          schema: cancelInput,
          send: (input) => api.milestone.cancel.mutate(input),
          fixed: place,
        },
        sources,
      )
    case 'correct':
      return sendForm(
        words,
        request,
        typed,
        {
          fields: milestoneFields.correct,
          schema: correctMilestoneInput,
          send: (input) => api.milestone.correct.mutate(input),
          fixed: { ...place, basedOn },
        },
        sources,
      )
    case 'void':
      return sendForm(words, request, typed, {
        fields: milestoneFields.void,
        schema: voidEventInput,
        send: (input) => api.milestone.void.mutate(input),
        fixed: { ...place, event: Number(argument) },
      })
    default:
      throw new Response(null, { status: 404 })
  }
}
