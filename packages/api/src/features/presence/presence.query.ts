import { getLastEntry, listPresent, recordPresence } from '@waymark/db/queries/presence.query'
import type { AccountActor } from '../../accounts/actor.ts'
import { readSubjects } from '../../common/read-subjects.ts'
import type { SubjectInput } from '../../common/subject.input.ts'
import type { Context } from '../../context.ts'
import { acceptResult } from '../../refusal-error.ts'
import type { BeatInput } from './presence.input.ts'
import type { Presence } from './presence.view.ts'

type Asked = Context & { readonly actor: AccountActor }

/** A page tells of itself every 15 seconds; one that was silent for three times as long is taken for closed. */
export const presentFor = 45_000
const keptFor = 60_000

async function getPlace({ record, actor }: Asked, { dossier, kind, key }: SubjectInput) {
  const { dossierId } = acceptResult(
    await readSubjects(record.app, actor.role, { dossier, kind, keys: [key] }),
  )
  return { dossierId, kind, key }
}

/** The entry that last wrote to a record: what a page is as of. Refusals: `not-found`. */
export async function getEntry(ctx: Asked, input: SubjectInput): Promise<{ entry: number }> {
  const { entry } = await getLastEntry(ctx.record.app, await getPlace(ctx, input), 0)
  return { entry }
}

/** Notes that the reader is at a record; answers who else is, and whether it moved. Refusals: `not-found`. */
export async function recordBeat(ctx: Asked, input: BeatInput): Promise<Presence> {
  const { app } = ctx.record
  const place = await getPlace(ctx, input)
  const now = ctx.now()
  const before = (ms: number) => subtract(now, ms)
  const { id: userId, name } = ctx.actor
  await recordPresence(
    app,
    place,
    { userId, name, doing: input.doing },
    { now, forgetBefore: before(keptFor) },
  )
  const [others, { entry, newer }] = await Promise.all([
    listPresent(app, place, userId, before(presentFor)),
    getLastEntry(app, place, input.since),
  ])
  return { others, entry, newer }
}

const subtract = (instant: string, ms: number): string => new Date(Date.parse(instant) - ms).toISOString()
