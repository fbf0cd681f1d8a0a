import { hash } from 'node:crypto'

/**
 * The Merkle tree of RFC 6962 over the audit log: its root says in 32 bytes what the first n entries are, and short proofs
 * say that one entry is among them, or that a longer log only adds to a shorter one. Hashes are 32 bytes each.
 */

/** Domain separation of RFC 6962, 2.1: a leaf can never be taken for a node. */
const leafPrefix = Uint8Array.of(0)
const nodePrefix = 1

const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

export const buildLeaf = (content: Uint8Array): Buffer => sha256(Buffer.concat([leafPrefix, content]))

function buildNode(left: Uint8Array, right: Uint8Array): Buffer {
  const both = Buffer.allocUnsafe(65)
  both[0] = nodePrefix
  both.set(left, 1)
  both.set(right, 33)
  return sha256(both)
}

/** Level k holds the hashes of all complete subtrees of 2^k leaves, one after the other. */
export type Tree = { readonly size: number; readonly levels: readonly Buffer[] }

/** The tree over leaf contents. Time and room grow with their number: a million take a few seconds and 64 MB. */
export function buildTree(contents: Iterable<Uint8Array>): Tree {
  let leaves = Buffer.alloc(1024 * 32)
  let size = 0
  for (const content of contents) {
    if (size * 32 === leaves.byteLength) leaves = Buffer.concat([leaves, Buffer.alloc(leaves.byteLength)])
    leaves.set(buildLeaf(content), size * 32)
    size += 1
  }
  const levels = [leaves.subarray(0, size * 32)]
  // One place for all nodes on their way through the hash: made anew each time it would be millions.
  const both = Buffer.alloc(65, nodePrefix)
  for (let below = levels[0] as Buffer; below.byteLength >= 64; below = levels.at(-1) as Buffer) {
    const count = Math.floor(below.byteLength / 64)
    const level = Buffer.allocUnsafe(count * 32)
    for (let i = 0; i < count; i++) {
      below.copy(both, 1, i * 64, i * 64 + 64)
      level.set(sha256(both), i * 32)
    }
    levels.push(level)
  }
  return { size, levels }
}

const at = (level: Buffer, i: number): Buffer => level.subarray(i * 32, i * 32 + 32)

/** The greatest power of two below `n`, for n > 1: where RFC 6962 divides a tree. */
const divide = (n: number): number => 2 ** Math.floor(Math.log2(n - 1))

/** Hash of the leaves from `from` up to, not including, `to`. Where RFC 6962 divides, the left part is always complete. */
function getRange(tree: Tree, from: number, to: number): Buffer {
  const count = to - from
  const level = Math.log2(count)
  if (Number.isInteger(level) && from % count === 0) return at(tree.levels[level] as Buffer, from / count)
  const middle = from + divide(count)
  return buildNode(getRange(tree, from, middle), getRange(tree, middle, to))
}

/** Root over the first `size` leaves. @throws RangeError when the tree has fewer. */
export function getRoot(tree: Tree, size: number = tree.size): Buffer {
  requireWithin(tree, size)
  return size === 0 ? sha256(new Uint8Array()) : getRange(tree, 0, size)
}

/** That leaf `index` is among the first `size`: RFC 6962, 2.1.1. @throws RangeError */
export function buildInclusionProof(tree: Tree, index: number, size: number = tree.size): Buffer[] {
  requireWithin(tree, size)
  if (!Number.isInteger(index) || index < 0 || index >= size)
    throw new RangeError(`no leaf ${index} of ${size}`)
  const path: Buffer[] = []
  for (let from = 0, to = size; to - from > 1; ) {
    const middle = from + divide(to - from)
    if (index < middle) {
      path.push(getRange(tree, middle, to))
      to = middle
    } else {
      path.push(getRange(tree, from, middle))
      from = middle
    }
  }
  return path.reverse()
}

/** That the first `size` leaves begin with the first `former`: RFC 6962, 2.1.2. Empty where there is nothing to prove. @throws RangeError */
export function buildConsistencyProof(tree: Tree, former: number, size: number = tree.size): Buffer[] {
  requireWithin(tree, size)
  if (!Number.isInteger(former) || former < 0 || former > size)
    throw new RangeError(`${former} is not within ${size}`)
  if (former === 0 || former === size) return []
  const path: Buffer[] = []
  let [from, to, known] = [0, size, true]
  while (former !== to) {
    const middle = from + divide(to - from)
    if (former <= middle) {
      path.push(getRange(tree, middle, to))
      to = middle
    } else {
      path.push(getRange(tree, from, middle))
      from = middle
      known = false
    }
  }
  if (!known) path.push(getRange(tree, from, to))
  return path.reverse()
}

function requireWithin(tree: Tree, size: number): void {
  if (!Number.isInteger(size) || size < 0 || size > tree.size)
    throw new RangeError(`${size} is not within the ${tree.size} leaves of the tree`)
}

/** A tree as somebody else signed it: how many leaves, and their root. */
export type TreeHead = { readonly size: number; readonly root: Uint8Array }

/** Whether a proof shows that `leaf` (see {@link buildLeaf}) has place `index` below a root: RFC 9162, 2.1.3.2. */
export function isIncluded(
  leaf: Uint8Array,
  index: number,
  head: TreeHead,
  proof: readonly Uint8Array[],
): boolean {
  if (!isCount(index) || !isCount(head.size) || index >= head.size) return false
  let [place, last, root] = [BigInt(index), BigInt(head.size - 1), leaf]
  for (const step of proof) {
    if (last === 0n || step.byteLength !== 32) return false
    if (isOdd(place) || place === last) {
      root = buildNode(step, root)
      while (!isOdd(place) && place !== 0n) [place, last] = [place >> 1n, last >> 1n]
    } else {
      root = buildNode(root, step)
    }
    ;[place, last] = [place >> 1n, last >> 1n]
  }
  return last === 0n && isSame(root, head.root)
}

/** Whether a proof shows that the later tree begins with all that the former held: RFC 9162, 2.1.4.2. */
export function isConsistent(former: TreeHead, later: TreeHead, proof: readonly Uint8Array[]): boolean {
  if (!isCount(former.size) || !isCount(later.size) || former.size > later.size) return false
  if (former.size === later.size) return proof.length === 0 && isSame(former.root, later.root)
  if (former.size === 0) return proof.length === 0 && isSame(former.root, sha256(new Uint8Array()))
  let [place, last] = [BigInt(former.size - 1), BigInt(later.size - 1)]
  while (isOdd(place)) [place, last] = [place >> 1n, last >> 1n]
  // Of a complete former tree the proof leaves the first hash out: it is the former root itself.
  const steps = place === 0n ? [former.root, ...proof] : proof
  const [first, ...rest] = steps
  if (first === undefined || first.byteLength !== 32) return false
  let [before, after] = [first, first]
  for (const step of rest) {
    if (last === 0n || step.byteLength !== 32) return false
    if (isOdd(place) || place === last) {
      before = buildNode(step, before)
      after = buildNode(step, after)
      while (!isOdd(place) && place !== 0n) [place, last] = [place >> 1n, last >> 1n]
    } else {
      after = buildNode(after, step)
    }
    ;[place, last] = [place >> 1n, last >> 1n]
  }
  return last === 0n && isSame(before, former.root) && isSame(after, later.root)
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
const isOdd = (n: bigint): boolean => (n & 1n) === 1n
const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
