import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import {
  type DeskRecommendationVersion,
  listRecommendationVersions,
} from '@waymark/db/queries/desk-recommendation.query'
import type { Database } from '@waymark/db/schema'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'
import { recordPublicChange } from '../../common/record-sources.ts'
import type { CorrectManyInput, CorrectRecommendationInput } from './correct.input.ts'
import { type Corrected, recordVersions } from './record-version.ts'
import { listFieldChanges, listResponsible, readChange } from './shared-change.ts'

/**
 * Corrects a recommendation, with a reason. It is public at once; what was known before can still be asked for.
 * Refusals: `not-found`, `record-moved-on`, `not-in-dossier` (area, actor).
 */
export function correctRecommendation(
  db: Kysely<Database>,
  act: Act,
  input: CorrectRecommendationInput,
): Promise<Result<{ ref: string; version: number }>> {
  return inTransaction<{ ref: string; version: number }, Refusal>(db, act, async (w) => {
    const { dossier, ref, reason } = input
    const dossierId = await getDossierId(w.trx, dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    const [now] = await listRecommendationVersions(w.trx, dossierId, [ref])
    if (now === undefined) return refused({ code: 'not-found' })
    if (now.versionId !== input.basedOn) return refused({ code: 'record-moved-on' })
    const change = await readChange(w.trx, dossierId, input)
    if (!change.ok) return change
    const { title, text, criterion = null } = input
    const corrected = { ...change.value, title, text, criterion }
    const [version = 0] = await recordVersions(w, dossierId, [{ now, corrected }], reason)
    await recordPublicChange(w, dossierId)
    return ok({
      value: { ref, version },
      account: {
        action: 'recommendation.correct',
        subject: { kind: 'recommendation', dossier, key: ref },
        before: { version: now.versionId, ...getTerms(now) },
        after: { version, ...buildTerms(now, corrected), reworded: listReworded(now, corrected), reason },
      },
    })
  })
}

/**
 * Corrects many recommendations in one way and one write, all or none. Those that say so already are left as they are.
 * Refusals: `not-found`, `record-moved-on` (both at the first row that it concerns), `not-in-dossier` (area, actor).
 */
export function correctMany(
  db: Kysely<Database>,
  act: Act,
  input: CorrectManyInput,
): Promise<Result<{ corrected: string[]; unchanged: string[] }>> {
  return inTransaction<{ corrected: string[]; unchanged: string[] }, Refusal>(db, act, async (w) => {
    const { dossier, rows, reason } = input
    const dossierId = await getDossierId(w.trx, dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    const refs = rows.map(({ ref }) => ref)
    const found = await listRecommendationVersions(w.trx, dossierId, refs)
    const byRef = new Map(found.map((one) => [one.ref, one]))
    const missing = rows.findIndex(({ ref }) => !byRef.has(ref))
    if (missing >= 0) return refused({ code: 'not-found', path: `rows[${missing}]` })
    const moved = rows.findIndex(({ ref, basedOn }) => byRef.get(ref)?.versionId !== basedOn)
    if (moved >= 0) return refused({ code: 'record-moved-on', path: `rows[${moved}]` })
    const change = await readChange(w.trx, dossierId, input)
    if (!change.ok) return change
    const changing = found.filter((now) => listFieldChanges(now, change.value).length > 0)
    const value = {
      corrected: changing.map(({ ref }) => ref),
      unchanged: found.filter((now) => !changing.includes(now)).map(({ ref }) => ref),
    }
    const [first] = changing
    if (first === undefined) return ok({ value, account: null })
    const versions = await recordVersions(
      w,
      dossierId,
      changing.map((now) => ({ now, corrected: change.value })),
      reason,
    )
    await recordPublicChange(w, dossierId)
    return ok({
      value,
      account: {
        action: 'recommendation.correct-many',
        subject: { kind: 'recommendation', dossier, key: first.ref },
        before: { versions: changing.map(({ versionId }) => versionId) },
        after: {
          recommendations: value.corrected,
          versions,
          area: input.area ?? null,
          reviewEveryMonths: input.reviewEveryMonths ?? null,
          responsible: input.responsible ?? null,
          reason,
        },
      },
    })
  })
}

const getTerms = (now: DeskRecommendationVersion) => ({
  area: now.areaKey,
  reviewEveryMonths: now.reviewMonths,
  responsible: listResponsible(now).map(({ key }) => key),
})

const buildTerms = (now: DeskRecommendationVersion, { area, reviewEveryMonths, responsible }: Corrected) => ({
  area: area?.key ?? now.areaKey,
  reviewEveryMonths: reviewEveryMonths ?? now.reviewMonths,
  responsible: (responsible ?? listResponsible(now)).map(({ key }) => key),
})

/** Which of the texts read otherwise. The texts themselves stand in the versions, not in the audit trail. */
const listReworded = (now: DeskRecommendationVersion, corrected: Corrected): string[] =>
  (['title', 'text', 'criterion'] as const).filter(
    (field) => corrected[field] !== undefined && corrected[field] !== now[field],
  )
