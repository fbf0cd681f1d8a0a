import type { AppLoadContext } from '@remix-run/server-runtime'
import {
  correctLinkInput,
  endLinkInput,
  endWaiverInput,
  waiveInput,
} from '@waymark/api/features/linkage/link.input'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import { linkFields } from '../../components/desk/link-fields.tsx'
import type { SourceChoice, Typed } from '../../components/desk/submit-form.ts'
import type { Outcome } from '../../components/desk/written-form.ts'
import { sendForm } from './send-form.ts'

type Sent = {
  readonly request: Request
  readonly api: AppLoadContext['api']
  readonly place: { readonly dossier: string; readonly milestone: string; readonly ref: string }
  readonly typed: Typed
  readonly sources: readonly SourceChoice[]
}

/** Sends the form of a link that its button named: null once taken. What names none of them is not there. */
export function sendLinkForm(
  words: DeskWords,
  { request, api, place, typed, sources }: Sent,
): Promise<Outcome | null> {
  const [intent, argument] = (typed.intent ?? '').split('.')
  const basedOn = Number(typed.basedOn)
  switch (intent) {
    case 'correct':
      return sendForm(words, request, typed, {
        fields: [...linkFields, 'reason'],
        schema: correctLinkInput,
        send: (input) => api.link.correct.mutate(input),
        fixed: { ...place, basedOn },
      })
    case 'end':
      return sendForm(words, request, typed, {
        fields: ['ended', 'reason'],
        schema: endLinkInput,
        send: (input) => api.link.end.mutate(input),
        fixed: { ...place, basedOn },
      })
    case 'renew':
      return sendForm(words, request, typed, {
        // Its end is said only where somebody chose that of the record over none.
        fields: ['ended', 'reason'],
        schema: endLinkInput,
        send: (input) => api.link.end.mutate(input),
        fixed: { ...place, basedOn, ended: null },
      })
    case 'waive':
      return sendForm(
        words,
        request,
        typed,
        {
          fields: ['effective', 'why', 'source', 'newSource', 'locator'],
          schema: waiveInput,
          send: (input) => api.link.waive.mutate(input),
          fixed: place,
        },
        sources,
      )
    case 'end-waiver':
      return sendForm(words, request, typed, {
        fields: ['ended', 'reason'],
        schema: endWaiverInput,
        send: (input) => api.link.endWaiver.mutate(input),
        fixed: { ...place, basedOn, waiver: Number(argument) },
      })
    default:
      throw new Response(null, { status: 404 })
  }
}
