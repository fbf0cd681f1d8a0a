import type { TreeHead } from './merkle.ts'
import { buildNote, parseVerifierKey, readNote, type SigningKey, type VerifierKey } from './signed-note.ts'

/**
 * Checkpoints (C2SP tlog-checkpoint): how long the audit log is and what its root is, signed. The origin is the name of the
 * key. Whoever keeps one can tell later that nothing before it was removed or rewritten.
 */
export type Checkpoint = TreeHead & { readonly origin: string }

/** The signed checkpoint of a log with this head. */
export const buildCheckpoint = ({ size, root }: TreeHead, key: SigningKey): string =>
  buildNote(`${key.name}\n${size}\n${Buffer.from(root).toString('base64')}\n`, key)

/** A checkpoint that this key signed for its own log; null where it is none, or the signature does not fit. */
export function readCheckpoint(note: string, key: VerifierKey): Checkpoint | null {
  const text = readNote(note, key)
  return text === null ? null : parseText(text, key.name)
}

function parseText(text: string, name: string): Checkpoint | null {
  // Lines after the third are extensions, which mean nothing to us.
  const [origin = '', size = '', root = ''] = text.split('\n')
  if (origin !== name || !/^(0|[1-9]\d{0,15})$/.test(size) || !/^[A-Za-z0-9+/]{43}=$/.test(root)) return null
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') }
}

/** The same with the key as text. */
export function readCheckpointBy(note: string, verifier: string): Checkpoint | null {
  const key = parseVerifierKey(verifier)
  return key === null ? null : readCheckpoint(note, key)
}
