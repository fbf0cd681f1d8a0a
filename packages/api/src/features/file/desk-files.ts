import { may } from '@waymark/access/permission'
import type { Act } from '@waymark/db/in-transaction'
import { WriteBusyError } from '@waymark/db/in-transaction'
import type { Refusal } from '@waymark/kernel/refusal'
import { type Result, refused } from '@waymark/kernel/result'
import { formatRefusal } from '@waymark/messages/refusals'
import type { Context } from '../../context.ts'
import { type ReadFile, readFile, uploadFile } from './file.command.ts'
import type { FileCopy } from './file.input.ts'
import type { KeptFile } from './file.view.ts'

/** A refusal with its sentence in the language of whoever asks. */
type Told = Refusal & { readonly message: string }

/**
 * Files as the pages of the desk take them in and give them out, on behalf of whoever asks. Bytes go past the procedures,
 * which speak JSON; the same permission is asked for here. Refusals: `not-signed-in`, `not-allowed`, `busy`, and those of
 * the commands.
 */
export const buildDeskFiles = (ctx: Context) => {
  const run = async <T>(write: (act: Act) => Promise<Result<T, Refusal>>): Promise<Result<T, Told>> => {
    const result = await runPermitted(ctx, write)
    if (result.ok) return result
    return refused({ ...result.error, message: formatRefusal(result.error, ctx.language) })
  }
  return {
    upload: (file: {
      readonly dossier: string
      readonly bytes: Uint8Array
      readonly name: string
    }): Promise<Result<KeptFile, Told>> => run((act) => uploadFile(ctx, act, file)),
    read: (asked: {
      readonly dossier: string
      readonly id: number
      readonly copy: FileCopy
    }): Promise<Result<ReadFile, Told>> => run((act) => readFile(ctx, act, asked)),
  }
}
export type DeskFiles = ReturnType<typeof buildDeskFiles>

async function runPermitted<T>(
  ctx: Context,
  write: (act: Act) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  if (ctx.actor === null) return refused({ code: 'not-signed-in' })
  if (!may(ctx.actor.role, 'evidence.write')) return refused({ code: 'not-allowed' })
  try {
    return await write({ kind: 'user', id: ctx.actor.id, name: ctx.actor.name })
  } catch (error) {
    if (error instanceof WriteBusyError) return refused({ code: 'busy' })
    throw error
  }
}
