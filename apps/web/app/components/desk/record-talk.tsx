import type { Assignment } from '@waymark/api/features/assignment/assignment.view'
import type { CommentView, Conversation } from '@waymark/api/features/comment/comment.view'
import { AssignmentPart } from './assignment-part.tsx'
import { CommentForm } from './comment-form.tsx'
import { PageForm } from './page-link.tsx'
import { RecordPresence } from './record-presence.tsx'
import { buildTalkHref, type Subject } from './subject-href.ts'
import { useDeskWords } from './use-desk-words.ts'

import type { Outcome } from './written-form.ts'

export type Person = { readonly id: string; readonly name: string }

/** What colleagues say of a record and were asked to do with it. `conversation`: null for whoever is no colleague. */
export type Talk = {
  readonly subject: Subject
  /** The entry of the audit trail as of which the page shows the record. */
  readonly entry: number
  readonly me: string
  readonly conversation: Conversation | null
  readonly assignments: readonly Assignment[]
  readonly colleagues: readonly Person[]
}

/**
 * The conversation on a record and the work that was assigned on it, for the end of its page. Its forms go to the page of
 * the conversation, which comes back here; refused ones stay there with what was typed (`outcome`).
 */
export function RecordTalk({ talk, outcome }: { talk: Talk; outcome?: Outcome | undefined }) {
  const { t } = useDeskWords()
  const copy = t.together.talk
  const { subject, conversation, colleagues, me, entry } = talk
  if (conversation === null) return <RecordPresence subject={subject} entry={entry} />
  const { comments, held } = conversation
  const action = buildTalkHref(subject)
  const others = colleagues.filter(({ id }) => id !== me)
  return (
    <>
      <section className="part talk" aria-labelledby="talk">
        <h2 id="talk">{copy.title}</h2>
        <p className="hint">{copy.lead}</p>
        {held && <p className="hint">{copy.held}</p>}
        {comments.length === 0 ? (
          !held && <p className="quiet">{copy.empty}</p>
        ) : (
          <ol className="comments">
            {comments.map((comment) => (
              <Comment key={comment.id} comment={comment} action={action} />
            ))}
          </ol>
        )}
        <CommentForm action={action} colleagues={others} outcome={outcome} />
        <p className="hint">{copy.asOf(entry)}</p>
      </section>
      <AssignmentPart talk={talk} action={action} outcome={outcome} />
      <RecordPresence subject={subject} entry={entry} />
    </>
  )
}

function Comment({ comment, action }: { comment: CommentView; action: string }) {
  const { formatInstant, t } = useDeskWords()
  const copy = t.together.talk
  const { author, text, mentions, writtenAt, mayRemove } = comment
  const when = formatInstant(writtenAt)
  return (
    <li id={`comment-${comment.id}`}>
      <p className="who">
        <strong>{author.name}</strong> <time dateTime={writtenAt}>{when}</time>
      </p>
      {text === null ? <p className="quiet">{copy.removed}</p> : <p className="words">{text}</p>}
      {mentions.length > 0 && <p className="hint">{copy.to(mentions.map(({ name }) => name).join(', '))}</p>}
      {mayRemove && (
        <PageForm method="post" action={action}>
          <button
            type="submit"
            name="intent"
            value={`remove.${comment.id}`}
            className="plainly"
            aria-label={copy.removeLabel(author.name, when)}
          >
            {copy.remove}
          </button>
        </PageForm>
      )}
    </li>
  )
}
