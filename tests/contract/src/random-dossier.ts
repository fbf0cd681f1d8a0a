import { getDossierHead } from '@waymark/db/queries/cut.query'
import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { formatInstant } from '@waymark/kernel/instant'
import { knownMuchLater } from '@waymark/kit/clock'
import { dossierFiles, viewDays } from '@waymark/kit/dossier-arbitrary'
import { arrangedDay } from '@waymark/kit/gate-arbitrary'
import type { Model } from '@waymark/kit/model'
import fc from 'fast-check'
import { anActor, callAs, importFile, type TestRecord } from './open-test-record.ts'

/** A random dossier, which of its assessments are withdrawn after the import, and where it is looked at. */
export type RandomHistory = {
  readonly file: DossierFile
  readonly withdrawn: readonly number[]
  /** Days, each with a number that chooses among the instants at which something was recorded. */
  readonly gates: boolean
  readonly cuts: readonly { readonly asOf: string; readonly instant: number; readonly justBefore: boolean }[]
}

/** `gates`: whether the dossier has a gate of each word, true at the last of the moments (see `arrangedGates`). */
export const randomHistories = ({
  cuts,
  gates = false,
}: {
  readonly cuts: number
  readonly gates?: boolean
}): fc.Arbitrary<RandomHistory> =>
  fc.record({
    file: fc.oneof(dossierFiles({ gates }), dossierFiles({ gates, recorded: true })),
    gates: fc.constant(gates),
    withdrawn: fc.array(fc.nat(), { maxLength: 3 }),
    cuts: fc.array(fc.record({ asOf: viewDays(), instant: fc.nat(), justBefore: fc.boolean() }), {
      minLength: cuts,
      maxLength: cuts,
    }),
  })

let made = 0

/** A dossier on record with the model of it: what the pure rules say must be what the database says. */
export type Loaded = {
  readonly dossier: string
  readonly dossierId: number
  readonly model: Model
  /** The instant at which its structure was recorded: before it there is nothing. */
  readonly beginsAt: string
  readonly moments: readonly { readonly asOf: string; readonly knownAt: string }[]
}

/** Imports a random dossier under a key of its own and withdraws some of its assessments with the reviewer's command. */
export async function loadHistory(record: TestRecord, history: RandomHistory): Promise<Loaded> {
  made += 1
  const dossier = `random-${made}`
  const file = { ...history.file, dossier: { ...history.file.dossier, key: dossier } }
  await importFile(record, file)
  const head = await getDossierHead(record.db.public, dossier)
  if (head === null) throw new Error('the dossier that was just imported is not there')
  const { id: dossierId, beginsAt, publicAt: importedAt } = head
  const withdrawals = await withdraw(record, file, history.withdrawn)
  const recorded = file.assessments.flatMap((row) =>
    row.recorded === undefined ? [] : [formatInstant(row.recorded)],
  )
  const instants = [
    ...new Set([beginsAt, ...recorded, importedAt, ...withdrawals.values(), knownMuchLater]),
  ].sort()
  const moments = history.cuts.map(({ asOf, instant, justBefore }) => {
    const knownAt = instants[instant % instants.length] ?? beginsAt
    return { asOf, knownAt: justBefore && knownAt > beginsAt ? getInstantBefore(knownAt) : knownAt }
  })
  // Before the withdrawals, and after everything that the file says was recorded.
  if (history.gates) moments.push({ asOf: arrangedDay, knownAt: importedAt })
  return { dossier, dossierId, model: { file, importedAt, withdrawals }, beginsAt, moments }
}

const getInstantBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString()

async function withdraw(
  record: TestRecord,
  file: DossierFile,
  wishes: readonly number[],
): Promise<Map<string, string>> {
  const reviewer = callAs(record, anActor('reviewer'))
  const dossier = file.dossier.key
  const superseded = new Set(file.assessments.map((row) => row.supersedes))
  const open = file.assessments.filter((row) => !superseded.has(row.key))
  const chosen = new Set(wishes.flatMap((wish) => open[wish % Math.max(open.length, 1)] ?? []))
  const withdrawals = new Map<string, string>()
  for (const { key = '', recommendation: ref } of chosen) {
    const [row] = await record.query<{ id: string }>(
      `select a.id from waymark.assessment a join waymark.dossier d on d.id = a.dossier_id where d.key = $1 and a.key = $2`,
      [dossier, key],
    )
    const { version } = await reviewer.assessment.history({ dossier, ref })
    const reason = 'Invented: not what the source says.'
    await reviewer.assessment.withdraw({ dossier, id: Number(row?.id), basedOn: version, reason })
    withdrawals.set(key, (await getDossierHead(record.db.public, dossier))?.publicAt ?? '')
  }
  return withdrawals
}
