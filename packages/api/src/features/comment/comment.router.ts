import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { removeComment, writeComment } from './comment.command.ts'
import { commentsInput, removeCommentInput, writeCommentInput } from './comment.input.ts'
import { commentRemoved, commentWritten, conversation } from './comment.view.ts'
import { listConversation } from './list-comments.query.ts'

const talk = procedureFor('colleague.write')

export const commentRouter = router({
  list: talk
    .input(commentsInput)
    .output(conversation)
    .query(({ ctx, input }) => listConversation(ctx, input)),
  write: talk
    .input(writeCommentInput)
    .output(commentWritten)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await writeComment(ctx.record.app, ctx.act, ctx.actor, input)),
    ),
  remove: talk
    .input(removeCommentInput)
    .output(commentRemoved)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await removeComment(ctx.record.app, ctx.act, ctx.actor, input)),
    ),
})
