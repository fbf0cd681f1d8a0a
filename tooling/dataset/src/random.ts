/**
 * Numbers that look random and are always the same: every row draws from a sequence of its own, so that what it says does
 * not depend on which rows were made before it.
 */
export type Draw = {
  /** A number from 0 (included) to 1 (excluded). */
  readonly next: () => number
  /** A whole number from `min` to `max`, both included. */
  readonly between: (min: number, max: number) => number
  /** True with this probability. */
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(of: readonly T[]) => T
}

const getHash = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The sequence of a name, such as `7/assessment/12/3` (mulberry32, seeded by the name's FNV-1a hash). */
export function createDraw(name: string): Draw {
  let state = getHash(name)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (of) => of[between(0, of.length - 1)] as (typeof of)[number],
  }
}
