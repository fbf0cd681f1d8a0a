import { listEntryHashes } from '@waymark/db/queries/log.query'
import type { Database } from '@waymark/db/schema'
import { buildCheckpoint } from '@waymark/ledger/checkpoint'
import { buildTree, getRoot, type Tree } from '@waymark/ledger/merkle'
import type { SigningKey } from '@waymark/ledger/signed-note'
import type { Kysely } from 'kysely'

export type LogCheckpoint = { readonly size: number; readonly note: string }

/** The tree over the audit log as it is now. */
export const readLogTree = async (app: Kysely<Database>): Promise<Tree> =>
  buildTree(await listEntryHashes(app))

/** How long the log is and what its root is, signed. */
export async function buildLogCheckpoint(app: Kysely<Database>, key: SigningKey): Promise<LogCheckpoint> {
  const tree = await readLogTree(app)
  return { size: tree.size, note: buildCheckpoint({ size: tree.size, root: getRoot(tree) }, key) }
}
