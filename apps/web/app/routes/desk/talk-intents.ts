import type { AppLoadContext } from '@remix-run/server-runtime'
import {
  assignInput,
  changeAssignmentInput,
  closeAssignmentInput,
} from '@waymark/api/features/assignment/assignment.input'
import { removeCommentInput, writeCommentInput } from '@waymark/api/features/comment/comment.input'
import { assignmentFields } from '../../components/desk/assignment-part.tsx'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import type { Subject } from '../../components/desk/subject-href.ts'
import type { Typed } from '../../components/desk/submit-form.ts'
import type { Outcome } from '../../components/desk/written-form.ts'
import { sendForm } from './send-form.ts'

type Sent = {
  readonly request: Request
  readonly api: AppLoadContext['api']
  readonly subject: Subject
  readonly typed: Typed
}

/** The sentences of these forms, where those of the record's do not fit. */
const buildSentences = ({ t }: DeskWords) => ({
  missing: { ...t.together.talk.missing, ...t.together.assignment.missing },
  invalid: t.together.assignment.invalid,
  moved: t.together.assignment.moved,
})

/** Sends the form of a conversation that its button named: null once taken. What names none of them is not there. */
export function sendTalkForm(
  words: DeskWords,
  { request, api, subject, typed }: Sent,
): Promise<Outcome | null> {
  const [intent, id] = (typed.intent ?? '').split('.')
  const { dossier, kind, key } = subject
  const target = { dossier, id, rev: Number(typed.rev) }
  switch (intent) {
    case 'comment':
      return sendForm(words, request, typed, {
        fields: ['text', 'mentions[]'],
        schema: writeCommentInput,
        send: (input) => api.comment.write.mutate(input),
        fixed: subject,
        sentences: buildSentences(words),
      })
    case 'remove':
      return sendForm(words, request, typed, {
        fields: [],
        schema: removeCommentInput,
        send: (input) => api.comment.remove.mutate(input),
        fixed: { dossier, id },
      })
    case 'assign':
      return sendForm(words, request, typed, {
        fields: assignmentFields,
        schema: assignInput,
        send: (input) => api.assignment.create.mutate(input),
        fixed: { dossier, kind, keys: [key] },
        sentences: buildSentences(words),
      })
    case 'change':
      return sendForm(words, request, typed, {
        fields: assignmentFields,
        schema: changeAssignmentInput,
        send: (input) => api.assignment.change.mutate(input),
        fixed: target,
        sentences: buildSentences(words),
      })
    case 'done':
      return sendForm(words, request, typed, {
        fields: [],
        schema: closeAssignmentInput,
        send: (input) => api.assignment.done.mutate(input),
        fixed: target,
        sentences: buildSentences(words),
      })
    case 'drop':
      return sendForm(words, request, typed, {
        fields: [],
        schema: closeAssignmentInput,
        send: (input) => api.assignment.drop.mutate(input),
        fixed: target,
        sentences: buildSentences(words),
      })
    default:
      throw new Response(null, { status: 404 })
  }
}
