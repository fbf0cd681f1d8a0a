import { buildSourceLabels, type SourceChoice, type Typed } from './submit-form.ts'
import { buildTypedFrom } from './typed-from.ts'
import type { AssessForm } from './views.ts'

/** What an assess form starts with, and what to tell about it: an own draft, or one that this form is not. */
export type Initial = { readonly typed: Typed; readonly notice: 'draft' | 'other-draft' | 'returned' | null }

/**
 * The first state of an assess form: one's own draft as it was kept; else the returned or published assessment that
 * it starts from; else blank. A draft of something else gives way, and is told of.
 */
export function buildInitial(form: AssessForm, choices: readonly SourceChoice[]): Initial {
  const { draft, from, version } = form
  if (draft !== null && (from === null || draft.content.from === String(from.id)))
    return { typed: draft.content, notice: 'draft' }
  if (from === null) return { typed: { basedOn: String(version) }, notice: null }
  const labels = buildSourceLabels(choices)
  return {
    typed: buildTypedFrom(from, labels, { basedOn: version, correct: from.workflow === 'published' }),
    notice: draft !== null ? 'other-draft' : from.workflow === 'returned' ? 'returned' : null,
  }
}
