import { getSealedZip, listSealed, type SealedRow } from '@waymark/db/queries/desk-edition.query'
import { readCheckpointBy } from '@waymark/ledger/checkpoint'
import { assessEdition } from '@waymark/ledger/edition'
import { formatManifest } from '@waymark/ledger/edition-manifest'
import { sha256 } from '@waymark/ledger/hash'
import { getRoot, type Tree } from '@waymark/ledger/merkle'
import type { Context } from '../../context.ts'
import { buildContent } from './edition-content.ts'
import { findDifference } from './find-difference.ts'
import { readContent } from './get-edition.query.ts'
import { readLogTree } from './log-checkpoint.ts'

/** What is wrong with an edition. `entry`: the audit entry of its publication. */
export type EditionVerdict = { readonly edition: string; readonly entry: number; readonly message: string }

export type EditionsReport = { readonly checked: number; readonly faults: readonly EditionVerdict[] }

/**
 * Builds every published edition once more from history and compares: its zip with its signature and with what the ledger
 * holds of it, its data with what the record says of its cut now, its checkpoint with the log. Those under embargo too.
 */
export async function verifyEditions(ctx: Context): Promise<EditionsReport> {
  const rows = await listSealed(ctx.record.app)
  if (rows.length === 0) return { checked: 0, faults: [] }
  const tree = await readLogTree(ctx.record.app)
  const faults: EditionVerdict[] = []
  for (const row of rows) {
    const edition = `${row.dossier}/${row.slug}`
    for (const message of await listFaults(ctx, row, tree))
      faults.push({ edition, entry: row.entry, message: `Edition ${edition}: ${message}` })
  }
  return { checked: rows.length, faults }
}

async function listFaults(ctx: Context, row: SealedRow, tree: Tree): Promise<string[]> {
  return [
    ...(await listZipFaults(ctx, row)),
    ...listLogFaults(row, tree),
    ...(await listRecordFaults(ctx, row)),
  ]
}

async function listZipFaults(ctx: Context, row: SealedRow): Promise<string[]> {
  const zip = await getSealedZip(ctx.record.app, row.id)
  if (zip === null) return ['its zip is missing.']
  const { faults, manifest } = assessEdition(zip, row.key)
  const isKept =
    sha256(zip) === row.zipSha256 &&
    manifest !== null &&
    sha256(formatManifest(manifest)) === row.manifestSha256 &&
    manifest.dataSha256 === row.dataSha256
  const named = faults.map(({ file, message }) => (file === null ? message : `${file} ${message}.`))
  return isKept || named.length > 0 ? named : ['its zip is not the one that the ledger names.']
}

/** The log must still begin with what it was when the edition was published. */
function listLogFaults({ checkpoint, key }: SealedRow, tree: Tree): string[] {
  const head = readCheckpointBy(checkpoint, key)
  if (head === null) return ['its checkpoint is not signed by its key.']
  if (head.size > tree.size)
    return [`the log was cut off: it had ${head.size} entries then, and has ${tree.size} now.`]
  return getRoot(tree, head.size).equals(head.root)
    ? []
    : [`the first ${head.size} entries of the log were rewritten since it was published.`]
}

async function listRecordFaults(ctx: Context, row: SealedRow): Promise<string[]> {
  const { dossier, asOf, knownAt, method } = row
  const now = await buildContent(ctx, { dossier, asOf, knownAt, method })
  if (now.sha256 === row.dataSha256) return []
  const zip = await getSealedZip(ctx.record.app, row.id)
  const difference = zip === null ? null : findDifference(readContent(zip), now.content)
  return [
    `the record now says something else of its cut${difference === null ? '' : `, first at ${difference}`}.`,
  ]
}
