import { inTransaction } from '@waymark/db/in-transaction'
import { verifyChain } from '@waymark/db/queries/audit.query'
import { ok } from '@waymark/kernel/result'
import { readCheckpointBy } from '@waymark/ledger/checkpoint'
import { getRoot } from '@waymark/ledger/merkle'
import type { Context } from '../context.ts'
import { readLogTree } from '../features/edition/log-checkpoint.ts'
import { verifyEditions } from '../features/edition/verify-editions.ts'
import { verifyMinutes } from '../features/meeting/verify-minutes.ts'
import type { CheckedBackup } from './check-backup.ts'
import type { WrittenBackup } from './create-backup.ts'

const operator = { kind: 'operator', id: 'command-line', name: 'Operator' } as const
const subject = { kind: 'installation', dossier: null, key: null } as const

/** What is wrong with a restored installation, as sentences: its chain, its log by the backup's checkpoint, its editions, its minutes. */
export async function listRestoredFaults(
  ctx: Context,
  { manifest: { log } }: CheckedBackup,
): Promise<string[]> {
  const chain = await verifyChain(ctx.record.app)
  const editions = await verifyEditions(ctx)
  const minutes = await verifyMinutes(ctx)
  const tree = await readLogTree(ctx.record.app)
  const head = log.checkpoint === null || log.key === null ? null : readCheckpointBy(log.checkpoint, log.key)
  return [
    ...chain.faults.map(({ message }) => message),
    ...(chain.entries === log.entries
      ? []
      : [`The log has ${chain.entries} entries, and the backup says ${log.entries}.`]),
    ...(head === null || (head.size === tree.size && getRoot(tree).equals(head.root))
      ? []
      : ['The log is not the one of the checkpoint in the backup.']),
    ...editions.faults.map(({ message }) => message),
    ...minutes.faults.map(({ message }) => message),
  ]
}

/** Says in the audit trail that everything was taken out, and which file it is in. */
export const recordBackup = (
  { record }: Pick<Context, 'record'>,
  { manifest, manifestSha256, bytes }: WrittenBackup,
) =>
  inTransaction<null, never>(record.app, operator, async () =>
    ok({
      value: null,
      account: {
        action: 'backup.create',
        subject,
        after: { manifestSha256, bytes, entries: manifest.log.entries, encrypted: manifest.encrypted },
      },
    }),
  )

/** Says in the audit trail that the installation was restored here, and from what. */
export const recordRestore = (
  { record }: Pick<Context, 'record'>,
  { manifest, manifestSha256 }: CheckedBackup,
) =>
  inTransaction<null, never>(record.app, operator, async () =>
    ok({
      value: null,
      account: {
        action: 'backup.restore',
        subject,
        after: { manifestSha256, entries: manifest.log.entries, createdAt: manifest.createdAt },
      },
    }),
  )
