import type { AppLoadContext } from '@remix-run/server-runtime'
import { assignInput } from '@waymark/api/features/assignment/assignment.input'
import { correctManyInput } from '@waymark/api/features/recommendation/correct.input'
import type { ManyPreview } from '@waymark/api/features/recommendation/correct.view'
import { assignmentFields } from '../../components/desk/assignment-part.tsx'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import { parseMonths } from '../../components/desk/recommendation-fields.tsx'
import type { Typed } from '../../components/desk/submit-form.ts'
import {
  buildFaulty,
  buildRefused,
  type Outcome,
  parseFields,
  parseInput,
} from '../../components/desk/written-form.ts'
import { getAnswer, getRefused } from './refused.ts'
import { parseVersions } from './register-batch.ts'
import { sendForm } from './send-form.ts'

type Sent = {
  readonly request: Request
  readonly api: AppLoadContext['api']
  readonly dossier: string
  readonly typed: Typed
}

/** What became of a form: taken, or the form again, or what it would do. */
export type Changed =
  | { readonly taken: true }
  | { readonly taken: false; readonly outcome: Outcome; readonly preview: ManyPreview | null }
const buildSentences = ({ t }: DeskWords) => ({
  missing: { ...t.edit.missing, area: t.edit.selection.chooseOne },
  invalid: t.edit.invalid,
  moved: t.edit.selection.moved,
})
/** The form by which the selection is corrected; its preview has buttons of its own. */
export const correctIntent = 'correct'

/**
 * Shows what one correction of every selected row would change (`correct`), writes it (`correct.confirm`), or goes back to
 * what was typed (`correct.back`). Only what the preview showed as changing is sent.
 */
export async function correctSelection(
  words: DeskWords,
  { request, api, dossier, typed }: Sent,
): Promise<Changed> {
  const { t } = words
  const copy = t.edit.selection
  const plain = { ...typed, intent: correctIntent }
  if (typed.intent === 'correct.back')
    return {
      taken: false,
      outcome: { intent: correctIntent, typed: plain, errors: {}, summary: [] },
      preview: null,
    }
  const rows = [...parseVersions(typed.versions ?? '')].map(([ref, basedOn]) => ({ ref, basedOn }))
  const months = typed.reviewEveryMonths?.trim() ?? ''
  const given = parseFields(typed, ['area', 'reason'])
  const responsible = (typed['responsible[]'] ?? '').split('\n').filter((key) => key !== '')
  const isNobody = typed.nobody === 'on'
  const read = parseInput(correctManyInput, {
    dossier,
    rows,
    ...given,
    ...(months === '' ? {} : { reviewEveryMonths: parseMonths(months) ?? months }),
    ...(responsible.length === 0 && !isNobody ? {} : { responsible }),
  })
  // The schema tells that nothing is to change only once all else is sound; the form tells all faults at once.
  const isEmpty = given.area === undefined && months === '' && responsible.length === 0 && !isNobody
  if (isNobody && responsible.length > 0)
    return {
      taken: false,
      outcome: buildRefused(correctIntent, plain, copy.nobodyOrSome, 'responsible'),
      preview: null,
    }
  if (!read.ok) {
    const issues = [...(isEmpty ? [{ path: ['area'], message: '' }] : []), ...read.issues]
    return {
      taken: false,
      outcome: buildFaulty(words, correctIntent, plain, issues, buildSentences(words)),
      preview: null,
    }
  }
  const { rows: sent, reason: _, ...change } = read.input
  try {
    if (typed.intent === 'correct.confirm') {
      await api.recommendation.correctMany.mutate(read.input)
      return { taken: true }
    }
    const preview = await api.recommendation.previewMany.query({
      ...change,
      refs: sent.map(({ ref }) => ref),
    })
    return {
      taken: false,
      outcome: { intent: correctIntent, typed: plain, errors: {}, summary: [] },
      preview,
    }
  } catch (error) {
    const refused = getRefused(error)
    if (refused === null || refused.refusal.code === 'not-found')
      return getAnswer(request, Promise.reject(error))
    const { code, message, path } = refused.refusal
    const isMoved = code === 'record-moved-on'
    const field = path === 'area' || path === 'responsible' ? path : undefined
    return {
      taken: false,
      outcome: buildRefused(correctIntent, plain, isMoved ? copy.moved : message, field),
      preview: null,
    }
  }
}

/** Asks one person to do one thing with every selected row. */
export async function assignSelection(
  words: DeskWords,
  { request, api, dossier, typed }: Sent,
): Promise<Changed> {
  const { t } = words
  const outcome = await sendForm(words, request, typed, {
    fields: assignmentFields,
    schema: assignInput,
    send: (input) => api.assignment.create.mutate(input),
    fixed: { dossier, kind: 'recommendation', keys: [...parseVersions(typed.versions ?? '').keys()] },
    sentences: {
      missing: t.together.assignment.missing,
      invalid: t.together.assignment.invalid,
    },
  })
  return outcome === null ? { taken: true } : { taken: false, outcome, preview: null }
}
