import { type AppLoadContext, data } from '@remix-run/server-runtime'
import type { z } from 'zod'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import { buildResolved } from '../../components/desk/field-choices.ts'
import type { SourceChoice, Typed } from '../../components/desk/submit-form.ts'
import {
  buildFaulty,
  buildRefused,
  type Outcome,
  parseFields,
  parseInput,
  type Sentences,
} from '../../components/desk/written-form.ts'
import { recordFailedForm } from './failed-form.ts'
import { getAnswer, getRefusalOf } from './refused.ts'

/** One form of a page: the fields of its procedure's input, the schema, and what sends it. */
export type FormOf<S extends z.ZodType> = {
  readonly fields: readonly string[]
  readonly schema: S
  readonly send: (input: z.infer<S>) => Promise<unknown>
  /** What the page knows and the form does not say: the place, the version. */
  readonly fixed: Readonly<Record<string, unknown>>
  readonly sentences?: Sentences
}

/** Sends a form: null once it was taken, else the form as typed with what is wrong with it. */
export async function sendForm<S extends z.ZodType>(
  words: DeskWords,
  request: Request,
  typed: Typed,
  { fields, schema, send, fixed, sentences }: FormOf<S>,
  sources: readonly SourceChoice[] = [],
): Promise<Outcome | null> {
  const { t } = words
  const intent = typed.intent ?? ''
  const given = parseFields(typed, fields, sources)
  const read = parseInput(schema, { ...fixed, ...given })
  // The record refuses what rests on no source, but one fault at a time; the form tells all of them at once.
  const bare = fields.includes('newSource') && given.source === undefined && given.newSource === undefined
  const issues = [...(read.ok ? [] : read.issues), ...(bare ? [{ path: ['source'], message: '' }] : [])]
  if (!read.ok || issues.length > 0) return buildFaulty(words, intent, typed, issues, sentences)
  const refused = await getRefusalOf(request, send(read.input))
  if (refused === null) return null
  const { code, message, path } = refused.refusal
  if (code === 'record-moved-on')
    return { ...buildRefused(intent, typed, sentences?.moved ?? t.linkage.moved), moved: true }
  return buildRefused(intent, typed, message, path === undefined || !fields.includes(path) ? undefined : path)
}

/**
 * The text fields of a sent form; of one that is there several times, the values a line each under `name[]`. A form in which
 * somebody chose between two versions stands for the form that it came from.
 */
export function parseSent(form: FormData): Typed {
  const typed: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue
    const line = value.replaceAll('\r\n', '\n')
    typed[name] = name.endsWith('[]') && typed[name] !== undefined ? `${typed[name]}\n${line}` : line
  }
  return buildResolved(typed)
}

/** Answers with the page again, told apart from one that was only asked for. */
export function answerRefused(context: AppLoadContext, outcome: Outcome) {
  recordFailedForm(context)
  return data(outcome, { status: 422 })
}

/** Sources that a form can name. */
export const listSources = (
  { request, context }: { readonly request: Request; readonly context: AppLoadContext },
  dossier: string,
): Promise<SourceChoice[]> => getAnswer(request, context.api.source.choices.query({ dossier }))

/** What was just done here, as a sentence, after the page was come back to. */
export function getDone(request: Request, sentences: Readonly<Record<string, string>>): string | null {
  const done = new URL(request.url).searchParams.get('done')
  return done !== null && Object.hasOwn(sentences, done) ? (sentences[done] ?? null) : null
}
