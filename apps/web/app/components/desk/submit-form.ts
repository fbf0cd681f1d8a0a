import { newSource } from '@waymark/api/common/source.input'
import { type SubmitInput, submitInput } from '@waymark/api/features/assessment/assessment.input'
import { levels } from '@waymark/assessment/level'
import { formatAddress, isAddress } from '@waymark/recommendation/address'

/** Form fields as typed, by name: what a refused form shows again, and what a draft keeps. */
export type Typed = Readonly<Record<string, string>>

/** A source on record that an item of evidence can cite. */
export type SourceChoice = {
  readonly key: string
  readonly title: string
  readonly publisher: string
  readonly date: string
  readonly url?: string | null
  /** Readers see it in the list of sources. */
  readonly isPublic: boolean
}

/** Something wrong with one field. `missing`: nothing was typed there. `limit`: the most characters or items allowed. */
export type Fault = {
  readonly field: string
  readonly missing: boolean
  readonly message: string | null
  readonly limit: number | null
}

export const newSourceFields = Object.keys(newSource.shape) as (keyof typeof newSource.shape)[]

/** The name of a field of one item of evidence; the number tells rows apart and is never shown. */
export const buildFieldName = (row: number, field: string): string => `evidence.${row}.${field}`

/** The text fields of a submitted form. Files and the names of other people's buttons do not matter here. */
export function parseTyped(form: FormData): Typed {
  const entries = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value.replaceAll('\r\n', '\n')]] : [],
  )
  return Object.fromEntries(entries)
}

// What a form says of itself and not of the assessment: the button, the draft's revision, where to go on.
const ofTheForm = ['intent', 'draftRev', 'next', 'stay', 'line']

/** What a draft keeps: everything typed but what the form says of itself. */
export const buildDraftContent = (typed: Typed): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !ofTheForm.includes(name)))

/** The numbers of the evidence rows on the form, in order; a form always has one. */
export function listEvidenceRows(typed: Typed): number[] {
  const numbers = Object.keys(typed).flatMap((name) => {
    const found = /^evidence\.(\d{1,4})\./.exec(name)
    return found ? [Number(found[1])] : []
  })
  return numbers.length === 0 ? [0] : [...new Set(numbers)].sort((a, b) => a - b)
}

/** The form with one more empty item of evidence. */
export function buildWithRow(typed: Typed): Typed {
  const rows = listEvidenceRows(typed)
  const added = [...rows, (rows.at(-1) ?? 0) + 1].map((row) => buildFieldName(row, 'source'))
  return { ...Object.fromEntries(added.map((name) => [name, ''])), ...typed }
}

/** The form without one item of evidence; the last one left is emptied. */
export function buildWithoutRow(typed: Typed, row: number): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith(`evidence.${row}.`)))
}

/** The form without the file that was kept for one item of evidence; what else is said of it stays. */
export const buildWithoutFile = (typed: Typed, row: number): Typed =>
  Object.fromEntries(
    Object.entries(typed).filter(
      ([name]) => !['file', 'fileName'].some((field) => name === buildFieldName(row, field)),
    ),
  )

/** How each source is named in the list to choose from; two of one name also carry their key. */
export function buildSourceLabels(choices: readonly SourceChoice[]): ReadonlyMap<string, string> {
  const plain = (c: SourceChoice) => `${c.title} (${c.publisher}, ${c.date})`
  const counts = new Map<string, number>()
  for (const choice of choices) counts.set(plain(choice), (counts.get(plain(choice)) ?? 0) + 1)
  return new Map(
    choices.map((c) => [c.key, counts.get(plain(c)) === 1 ? plain(c) : `${plain(c)} [${c.key}]`]),
  )
}

const isBlank = (typed: Typed, name: string) => (typed[name] ?? '').trim() === ''

/** True when something of a source that is not on record has been typed in this row. */
export const hasNewSource = (typed: Typed, row: number): boolean =>
  newSourceFields.some((field) => !isBlank(typed, buildFieldName(row, `newSource.${field}`)))

// Selects with a ready choice say nothing about whether a row was begun.
const isUntouched = (typed: Typed, row: number) =>
  !hasNewSource(typed, row) &&
  ['source', 'locator', 'kind', 'origin', 'factDate', 'excerpt', 'file'].every((field) =>
    isBlank(typed, buildFieldName(row, field)),
  )

/** The value of a field, or undefined where nothing was typed. */
const optional = (typed: Typed, name: string) => (isBlank(typed, name) ? undefined : typed[name])
const trimmed = (typed: Typed, name: string) => optional(typed, name)?.trim()
const wholeNumber = (text: string | undefined) =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined

/** Leaves out what is undefined, so that strict schemas see only what was typed. */
const present = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** How the form names an item of evidence on record; {@link parseItemName} reads it. */
export const buildItemName = (id: number, said: string): string => `Item ${id}: ${said}`

/** The number of an item of evidence on record that is named: “Item 12”, with or without what the list adds to it. */
export function parseItemName(text: string): number | undefined {
  const [, digits] = /^item (\d{1,15})(?:$|:)/i.exec(text.trim()) ?? []
  return digits === undefined ? undefined : Number(digits)
}

function buildEvidence(typed: Typed, row: number, keys: ReadonlyMap<string, string>) {
  const name = (field: string) => buildFieldName(row, field)
  const source = trimmed(typed, name('source'))
  const known = source === undefined ? undefined : (keys.get(source) ?? keys.get(formatAddress(source)))
  const item = source === undefined || known !== undefined ? undefined : parseItemName(source)
  // An address that no source on record has is the one of a new source.
  const address = source !== undefined && known === undefined && isAddress(source) ? source : undefined
  const isNew = address !== undefined || hasNewSource(typed, row)
  const described = (field: string) =>
    trimmed(typed, name(`newSource.${field}`)) ?? (field === 'url' ? address : undefined)
  return present({
    // What else is typed beside an item is not left out: the schema says where it would say something twice.
    item,
    source:
      item !== undefined || address !== undefined
        ? undefined
        : source === undefined
          ? isNew
            ? undefined
            : ''
          : (known ?? source),
    newSource: isNew
      ? present(Object.fromEntries(newSourceFields.map((field) => [field, described(field)])))
      : undefined,
    locator: trimmed(typed, name('locator')),
    stance: trimmed(typed, name('stance')),
    kind: trimmed(typed, name('kind')),
    origin: trimmed(typed, name('origin')),
    factDate: trimmed(typed, name('factDate')),
    excerpt: optional(typed, name('excerpt')),
  })
}

const buildKeys = (choices: readonly SourceChoice[]): ReadonlyMap<string, string> =>
  new Map([
    ...choices.flatMap(({ url, key }): [string, string][] =>
      url == null ? [] : [[formatAddress(url), key]],
    ),
    ...[...buildSourceLabels(choices)].map(([key, label]): [string, string] => [label, key]),
  ])

/** What a row says, as the fields of an item of evidence; its language is that of the source. */
export function buildItemFields(
  typed: Typed,
  row: number,
  choices: readonly (SourceChoice & { readonly language: string })[],
): Readonly<Record<string, unknown>> {
  const { stance: _, item: __, source, ...said } = buildEvidence(typed, row, buildKeys(choices))
  const language =
    trimmed(typed, buildFieldName(row, 'newSource.language')) ??
    choices.find(({ key }) => key === source)?.language ??
    'und'
  return present({ ...said, source: source === '' ? undefined : source, language })
}

/** The form with an item on record named in a row, in the place of all that the item says itself. */
export const buildWithItem = (typed: Typed, row: number, named: string): Typed => ({
  ...buildWithoutRow(typed, row),
  [buildFieldName(row, 'source')]: named,
  [buildFieldName(row, 'stance')]: typed[buildFieldName(row, 'stance')] ?? 'supports',
})

type Place = { readonly dossier: string; readonly ref: string }

/**
 * Reads a typed form as an assessment to submit.
 *
 * @param choices sources on record; a row may name one by its label, its key or the address of its page
 * @returns the input, or every fault at once, each at the field where it can be mended
 */
export function parseSubmission(
  typed: Typed,
  place: Place,
  choices: readonly SourceChoice[],
): { readonly ok: true; readonly input: SubmitInput } | { readonly ok: false; readonly faults: Fault[] } {
  const keys = buildKeys(choices)
  const rows = listTouchedRows(typed)
  const finding = trimmed(typed, 'finding')
  const isLevel = (levels as readonly string[]).includes(finding ?? '')
  const supersedes = wholeNumber(typed.supersedes)
  const read = submitInput.safeParse(
    present({
      dossier: place.dossier,
      ref: place.ref,
      step: trimmed(typed, 'step'),
      basedOn: wholeNumber(typed.basedOn),
      effective: trimmed(typed, 'effective') ?? '',
      // Nothing chosen goes in as a level that is none: the schema then tells it together with the other faults.
      level: isLevel || finding === undefined ? (finding ?? '') : undefined,
      state: isLevel ? undefined : finding,
      contrary: typed.contrary === 'on',
      rationale: typed.rationale ?? '',
      confidence: trimmed(typed, 'confidence'),
      evidence: rows.map((row) => buildEvidence(typed, row, keys)),
      supersedes,
      reason: supersedes === undefined ? undefined : (typed.reason ?? ''),
    }),
  )
  if (read.success) return { ok: true, input: read.data }
  return { ok: false, faults: listFaults(read.error.issues, typed) }
}

const listTouchedRows = (typed: Typed) => listEvidenceRows(typed).filter((row) => !isUntouched(typed, row))

type Issue = {
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly code?: string
  readonly maximum?: unknown
}

/** The faults of a form from the schema's issues: one a field, in the order of the form. */
export function listFaults(issues: readonly Issue[], typed: Typed): Fault[] {
  const faults = new Map<string, Fault>()
  for (const issue of issues) {
    const field = getField(issue.path.map(String), typed)
    const missing =
      field === 'finding' || !field.includes('.') || typed[field] !== undefined ? isBlank(typed, field) : true
    // Words that are too long for a source's key name none: that is what is wrong with them, not their length.
    const isKey = issue.path.at(-1) === 'source'
    const limit =
      issue.code === 'too_big' && !isKey && typeof issue.maximum === 'number' ? issue.maximum : null
    if (!faults.has(field))
      faults.set(field, { field, missing: missing && field !== 'contrary', message: issue.message, limit })
  }
  return [...faults.values()].sort((a, b) => rank(a.field) - rank(b.field))
}

const order = ['basedOn', 'step', 'finding', 'contrary', 'effective', 'confidence', 'reason', 'rationale']
const rank = (field: string) => {
  const place = order.indexOf(field)
  return place >= 0 ? place : order.length + Number(/^evidence\.(\d+)/.exec(field)?.[1] ?? 0)
}

/** Where on the form a place of the input is typed. The path's numbers count the rows that were not left empty. */
function getField(path: readonly string[], typed: Typed): string {
  const [first = 'basedOn', index, ...rest] = path
  if (first === 'level' || first === 'state') return 'finding'
  if (first === 'supersedes') return 'reason'
  if (first !== 'evidence') return first
  const rows = listTouchedRows(typed)
  const row = rows[Number(index ?? 0)] ?? listEvidenceRows(typed)[0] ?? 0
  const inner = rest.join('.')
  if (inner === '' || inner === 'item') return buildFieldName(row, 'source')
  return buildFieldName(row, inner === 'newSource' ? 'newSource.title' : inner)
}

/** The field that a refusal names: `evidence[1].source`, `$.effective` or `level`. */
export const getRefusedField = (path: string, typed: Typed): string =>
  getField(
    path.split(/[.[\]$/]+/).filter((part) => part !== ''),
    typed,
  )
