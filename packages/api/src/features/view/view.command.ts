import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import { getSavedView, isViewNameTaken, type SavedViewRow } from '@waymark/db/queries/view.query'
import type { Database } from '@waymark/db/schema'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { sha256 } from '@waymark/ledger/hash'
import type { Kysely } from 'kysely'
import type { ChangeViewInput, DropViewInput, SaveViewInput } from './view.input.ts'

type Db = Kysely<Database>
type Revision = { readonly id: string; readonly rev: number }

const getAccount = (action: string, dossier: string) => ({
  action,
  subject: { kind: 'dossier', dossier, key: dossier },
})

// What people look for is theirs: the trail keeps a hash of it.
const describe = (view: { readonly name: string; readonly query: string; readonly shared: boolean }) => ({
  shared: view.shared,
  sha256: sha256(JSON.stringify([view.name, view.query])),
})

/** Keeps a state of the register under a name. Refusals: `not-found`, `key-taken` (the name). */
export function saveView(db: Db, act: Act, input: SaveViewInput): Promise<Result<Revision>> {
  return inTransaction<Revision, Refusal>(db, act, async (w) => {
    const { dossier, name, query, shared } = input
    const dossierId = await getDossierId(w.trx, dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    if (await isViewNameTaken(w.trx, dossierId, act.id, { name }))
      return refused({ code: 'key-taken', path: 'name', params: { key: name } })
    const { id, rev } = await w.trx
      .insertInto('saved_view')
      .values({
        dossier_id: dossierId,
        owner_id: act.id,
        owner_name: act.name,
        name,
        query,
        shared,
        changed_at: w.recordedAt,
      })
      .returning(['id', 'rev'])
      .executeTakeFirstOrThrow()
    return ok({
      value: { id, rev },
      account: { ...getAccount('view.save', dossier), after: { view: id, ...describe(input) } },
    })
  })
}

/**
 * Renames a view of one's own, shares it or not, or lets it hold another state.
 * Refusals: `not-found` (also a colleague's), `record-moved-on`, `key-taken`.
 */
export function changeView(db: Db, act: Act, input: ChangeViewInput): Promise<Result<Revision>> {
  return inTransaction<Revision, Refusal>(db, act, async (w) => {
    const own = await getOwn(w, input)
    if (!own.ok) return own
    const { view, dossierId } = own.value
    const { name, shared, query = view.query } = input
    if (await isViewNameTaken(w.trx, dossierId, act.id, { name, besides: view.id }))
      return refused({ code: 'key-taken', path: 'name', params: { key: name } })
    const rev = view.rev + 1
    await w.trx
      .updateTable('saved_view')
      .set({ name, shared, query, rev, changed_at: w.recordedAt })
      .where('id', '=', view.id)
      .execute()
    return ok({
      value: { id: view.id, rev },
      account: {
        ...getAccount('view.change', input.dossier),
        before: { view: view.id, rev: view.rev, ...describe(view) },
        after: { view: view.id, rev, ...describe({ name, shared, query }) },
      },
    })
  })
}

/** Deletes a view of one's own. Refusals: `not-found`, `record-moved-on`. */
export function dropView(db: Db, act: Act, input: DropViewInput): Promise<Result<{ dropped: boolean }>> {
  return inTransaction<{ dropped: boolean }, Refusal>(db, act, async (w) => {
    const own = await getOwn(w, input)
    if (!own.ok) return own
    const { view } = own.value
    await w.trx.deleteFrom('saved_view').where('id', '=', view.id).execute()
    return ok({
      value: { dropped: true },
      account: {
        ...getAccount('view.drop', input.dossier),
        before: { view: view.id, rev: view.rev, ...describe(view) },
      },
    })
  })
}

async function getOwn(
  w: Write,
  { dossier, id, rev }: { readonly dossier: string; readonly id: string; readonly rev: number },
): Promise<Result<{ dossierId: number; view: SavedViewRow }>> {
  const dossierId = await getDossierId(w.trx, dossier)
  const view = dossierId === null ? null : await getSavedView(w.trx, dossierId, id)
  if (dossierId === null || view === null || view.ownerId !== w.act.id) return refused({ code: 'not-found' })
  if (view.rev !== rev) return refused({ code: 'record-moved-on', params: { version: view.rev } })
  return ok({ dossierId, view })
}
