import { newSource } from '@waymark/api/common/source.input'
import type { z } from 'zod'
import type { DeskWords } from './desk-words.ts'
import { buildSourceLabels, type SourceChoice, type Typed } from './submit-form.ts'

/** A form that was sent and not taken: which of the page's forms, what was typed, and what is wrong with it. */
export type Outcome = {
  readonly intent: string
  readonly typed: Typed
  /** Sentences by field. */
  readonly errors: Readonly<Record<string, string>>
  /** True when it was refused because the record moved on. */
  readonly moved?: true
  /** The same in order, each with the id of its field. */
  readonly summary: readonly { readonly field?: string; readonly message: string }[]
}

/** The id of a field: unique on a page with several forms. */
export const buildFieldId = (intent: string, field: string): string => `${intent}-${field}`

const isBlank = (value: string | undefined) => (value ?? '').trim() === ''

/**
 * Reads the named fields of a form as input of a procedure. Blank fields are left out; fields whose name ends in `[]` are
 * lists; a source may be named by its label; `newSource` is there once something of it was typed.
 */
export function parseFields(
  typed: Typed,
  names: readonly string[],
  sources: readonly SourceChoice[] = [],
): Record<string, unknown> {
  const keys = new Map([...buildSourceLabels(sources)].map(([key, label]) => [label, key]))
  const read = (name: string) => (isBlank(typed[name]) ? undefined : typed[name]?.trim())
  const fields = names.map((name): [string, unknown] => {
    if (name.endsWith('[]'))
      return [name.slice(0, -2), (read(name) ?? '').split('\n').filter((one) => one !== '')]
    if (name === 'source') return [name, keys.get(read(name) ?? '') ?? read(name)]
    if (name !== 'newSource') return [name, read(name)]
    const described = Object.keys(newSource.shape).flatMap((part): [string, string][] => {
      const value = read(`newSource.${part}`)
      return value === undefined ? [] : [[part, value]]
    })
    return [name, described.length === 0 ? undefined : Object.fromEntries(described)]
  })
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

const pick = (sentences: Readonly<Record<string, string>>, field: string): string | undefined =>
  Object.hasOwn(sentences, field) ? sentences[field] : undefined

const dates = ['date', 'planned', 'occurred', 'effective', 'ended', 'newSource.date']

/** Sentences of forms whose fields are named like those of the linkage's and mean something else. */
export type Sentences = {
  readonly missing: Readonly<Record<string, string>>
  readonly invalid: Readonly<Record<string, string>>
  /** Told when the record moved on. */
  readonly moved?: string
}

/** What is wrong with a field and what to do, as a sentence. */
function formatIssue(
  { t }: DeskWords,
  field: string,
  message: string,
  typed: Typed,
  own?: Sentences,
): string {
  const { missing, invalid } = t.linkage
  const isMissing = isBlank(typed[field]) && isBlank(typed[`${field}[]`])
  const sentence = own && pick(isMissing ? own.missing : own.invalid, field)
  if (sentence !== undefined) return sentence
  if (isMissing) return pick(missing, field) ?? missing.other
  if (dates.includes(field)) return invalid.date
  if (field === 'source') return invalid.source
  if (/has no required level/.test(message)) return invalid.context
  // Sentences of the library are for programmers; those of our schemas are for readers.
  if (/^Invalid |^Too |^Unrecognized /.test(message)) return invalid.other
  return message.charAt(0).toUpperCase() + message.slice(1)
}

/** The outcome of a form that its schema does not take: every fault, each at its field. */
export function buildFaulty(
  words: DeskWords,
  intent: string,
  typed: Typed,
  issues: readonly Issue[],
  own?: Sentences,
): Outcome {
  const errors = new Map<string, string>()
  for (const { path, message } of issues) {
    const parts = path.map(String).filter((part) => !/^\d+$/.test(part))
    const field = parts.join('.') === 'newSource' ? 'source' : parts.join('.')
    if (!errors.has(field)) errors.set(field, formatIssue(words, field, message, typed, own))
  }
  return buildOutcome(intent, typed, Object.fromEntries(errors))
}

/** The outcome of a form that the record refused, at the field that the refusal names. */
export const buildRefused = (intent: string, typed: Typed, message: string, field?: string): Outcome =>
  field === undefined
    ? { intent, typed, errors: {}, summary: [{ message }] }
    : buildOutcome(intent, typed, { [field]: message })

const buildOutcome = (intent: string, typed: Typed, errors: Readonly<Record<string, string>>): Outcome => ({
  intent,
  typed,
  errors,
  summary: Object.entries(errors).map(([field, message]) => ({
    field: buildFieldId(intent, field),
    message,
  })),
})

/** Parses an input by the schema of its procedure. */
export function parseInput<S extends z.ZodType>(
  schema: S,
  input: unknown,
):
  | { readonly ok: true; readonly input: z.infer<S> }
  | { readonly ok: false; readonly issues: readonly Issue[] } {
  const read = schema.safeParse(input)
  return read.success ? { ok: true, input: read.data } : { ok: false, issues: read.error.issues }
}
