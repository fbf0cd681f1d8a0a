import type { AppLoadContext } from '@remix-run/server-runtime'
import {
  correctCaseInput,
  correctHearingInput,
  correctStatusInput,
  proposalTarget,
  proposeInput,
  recordHearingInput,
  recordStatusInput,
  refuseInput,
  restrictInput,
  voidHearingInput,
  voidStatusInput,
} from '@waymark/api/features/case/case.input'
import { caseFields, statusFields } from '../../components/desk/case-fields.tsx'
import { hearingFields } from '../../components/desk/case-hearings.tsx'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import type { SourceChoice, Typed } from '../../components/desk/submit-form.ts'
import type { Outcome } from '../../components/desk/written-form.ts'
import { sendForm } from './send-form.ts'

type Sent = {
  readonly request: Request
  readonly cases: AppLoadContext['api']['case']
  readonly place: { readonly dossier: string; readonly key: string }
  readonly typed: Typed
  readonly sources: readonly SourceChoice[]
}

/** What became of a form: refused, or taken; `waits`: it waits for a second person. */
export type Sending = { readonly outcome: Outcome | null; readonly waits: boolean }

/** Sends the form of a case that its button named. What names none of them is not there. */
export async function sendCaseForm(
  words: DeskWords,
  { request, cases, place, typed, sources }: Sent,
): Promise<Sending> {
  const [intent, argument] = (typed.intent ?? '').split('.')
  const basedOn = Number(typed.basedOn)
  const entry = { ...place, entry: Number(argument), basedOn }
  const proposal = { ...place, proposal: Number(typed.proposal) }
  let waits = false
  const noted = async (written: Promise<{ readonly waits: boolean }>) => {
    waits = (await written).waits
  }
  const send = async () => {
    switch (intent) {
      case 'correct':
        return sendForm(words, request, typed, {
          fields: [...caseFields, 'reason'],
          schema: correctCaseInput,
          send: (input) => noted(cases.correct.mutate(input)),
          fixed: { ...place, basedOn },
        })
      case 'record-status':
        return sendForm(
          words,
          request,
          typed,
          {
            fields: statusFields,
            schema: recordStatusInput,
            send: (input) => noted(cases.recordStatus.mutate(input)),
            fixed: place,
          },
          sources,
        )
      case 'correct-status':
        return sendForm(
          words,
          request,
          typed,
          {
            fields: [...statusFields, 'reason'],
            schema: correctStatusInput,
            send: (input) => noted(cases.correctStatus.mutate(input)),
            fixed: entry,
          },
          sources,
        )
      case 'void-status':
        return sendForm(words, request, typed, {
          fields: ['reason'],
          schema: voidStatusInput,
          send: (input) => noted(cases.voidStatus.mutate(input)),
          fixed: entry,
        })
      case 'record-hearing':
        return sendForm(
          words,
          request,
          typed,
          {
            fields: hearingFields,
            schema: recordHearingInput,
            send: (input) => noted(cases.recordHearing.mutate(input)),
            fixed: place,
          },
          sources,
        )
      case 'correct-hearing':
        return sendForm(
          words,
          request,
          typed,
          {
            fields: hearingFields,
            schema: correctHearingInput,
            send: (input) => noted(cases.correctHearing.mutate(input)),
            fixed: { ...place, hearing: Number(argument) },
          },
          sources,
        )
      case 'void-hearing':
        return sendForm(words, request, typed, {
          fields: [],
          schema: voidHearingInput,
          send: (input) => noted(cases.voidHearing.mutate(input)),
          fixed: { ...place, hearing: Number(argument) },
        })
      case 'restrict':
        return sendForm(words, request, typed, {
          fields: ['reason'],
          schema: restrictInput,
          send: (input) => noted(cases.restrict.mutate(input)),
          fixed: { ...place, basedOn, sensitivity: argument },
        })
      case 'propose':
        return sendForm(words, request, typed, {
          fields: [],
          schema: proposeInput,
          send: (input) => cases.propose.mutate(input),
          fixed: { ...place, basedOn, change: argument },
        })
      case 'approve':
        return sendForm(words, request, typed, {
          fields: [],
          schema: proposalTarget,
          send: (input) => cases.approve.mutate(input),
          fixed: proposal,
        })
      case 'retract':
        return sendForm(words, request, typed, {
          fields: [],
          schema: proposalTarget,
          send: (input) => cases.retract.mutate(input),
          fixed: proposal,
        })
      case 'refuse':
        return sendForm(words, request, typed, {
          fields: ['comment'],
          schema: refuseInput,
          send: (input) => cases.refuse.mutate(input),
          fixed: proposal,
        })
      default:
        throw new Response(null, { status: 404 })
    }
  }
  return { outcome: await send(), waits }
}
