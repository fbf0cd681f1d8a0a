import { readCheckpoint } from '@waymark/ledger/checkpoint'
import { buildLeaf, isConsistent, isIncluded } from '@waymark/ledger/merkle'
import { parseVerifierKey } from '@waymark/ledger/signed-note'
import { z } from 'zod'

const hash = z.string().regex(/^[A-Za-z0-9+/]{43}=$/)
const shared = {
  format: z.literal('waymark-log-proof/1'),
  key: z.string(),
  checkpoint: z.string(),
  proof: z.array(hash),
}

/** A proof as a file: what it shows, by which signed checkpoints, and the hashes that lead there. All hashes are base64. */
export const logProof = z.discriminatedUnion('kind', [
  /** Entry `entry`, whose hash is `entryHash` (hexadecimal, as in the audit trail), is in the log of the checkpoint. */
  z.strictObject({
    ...shared,
    kind: z.literal('inclusion'),
    entry: z.int().min(1),
    entryHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** The log of the checkpoint begins with all of the log of the former one. */
  z.strictObject({ ...shared, kind: z.literal('consistency'), former: z.string(), formerKey: z.string() }),
])
export type LogProof = z.infer<typeof logProof>

const decode = (text: string): Buffer => Buffer.from(text, 'base64')

/** Why a proof does not hold, as a sentence; null when it does. `key`: what must have signed. */
export function findProofFault(proof: LogProof, key?: string): string | null {
  if (key !== undefined && proof.key !== key)
    return 'The checkpoint is signed by another key than the one that you gave.'
  const head = readHead(proof.checkpoint, proof.key)
  if (head === null) return 'The checkpoint is not signed by its key.'
  const path = proof.proof.map(decode)
  if (proof.kind === 'inclusion') {
    const leaf = buildLeaf(Buffer.from(proof.entryHash, 'hex'))
    return isIncluded(leaf, proof.entry - 1, head, path)
      ? null
      : `The log of the checkpoint does not hold this hash as entry ${proof.entry}.`
  }
  const former = readHead(proof.former, proof.formerKey)
  if (former === null) return 'The former checkpoint is not signed by its key.'
  return isConsistent(former, head, path)
    ? null
    : `The log was rewritten: the ${head.size} entries do not begin with the ${former.size} of the former checkpoint.`
}

function readHead(note: string, key: string) {
  const verifier = parseVerifierKey(key)
  return verifier === null ? null : readCheckpoint(note, verifier)
}
