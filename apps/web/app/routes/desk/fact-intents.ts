import type { z } from 'zod'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import type { SourceChoice, Typed } from '../../components/desk/submit-form.ts'
import type { Outcome } from '../../components/desk/written-form.ts'
import { sendForm } from './send-form.ts'

/** What is recorded, corrected and taken back about a recommendation: a step of uptake, a claim. */
type FactKind<R extends z.ZodType, C extends z.ZodType, V extends z.ZodType> = {
  /** How the procedures name its id. */
  readonly name: 'event' | 'claim'
  readonly fields: readonly string[]
  readonly schemas: { readonly record: R; readonly correct: C; readonly void: V }
  readonly api: {
    readonly record: { readonly mutate: (input: z.infer<R>) => Promise<unknown> }
    readonly correct: { readonly mutate: (input: z.infer<C>) => Promise<unknown> }
    readonly void: { readonly mutate: (input: z.infer<V>) => Promise<unknown> }
  }
}

/** Sends the form that its button named: null once taken. What names none of them is not there. */
export function sendFactForm<R extends z.ZodType, C extends z.ZodType, V extends z.ZodType>(
  words: DeskWords,
  request: Request,
  { name, fields, schemas, api }: FactKind<R, C, V>,
  place: { readonly dossier: string; readonly ref: string },
  typed: Typed,
  sources: readonly SourceChoice[],
): Promise<Outcome | null> {
  const [intent, argument] = (typed.intent ?? '').split('.')
  const version = { ...place, [name]: Number(argument), basedOn: Number(typed.basedOn) }
  switch (intent) {
    case 'record':
      return sendForm(
        words,
        request,
        typed,
        { fields, schema: schemas.record, send: (input) => api.record.mutate(input), fixed: place },
        sources,
      )
    case 'correct':
      return sendForm(
        words,
        request,
        typed,
        {
          fields: [...fields, 'reason'],
          schema: schemas.correct,
          send: (input) => api.correct.mutate(input),
          fixed: version,
        },
        sources,
      )
    case 'void':
      return sendForm(words, request, typed, {
        fields: ['reason'],
        schema: schemas.void,
        send: (input) => api.void.mutate(input),
        fixed: version,
      })
    default:
      throw new Response(null, { status: 404 })
  }
}
