import { type DossierHead, getDossierHead } from '@waymark/db/queries/cut.query'
import type { Reader } from '@waymark/db/reader'

/**
 * The heads of dossiers, kept until the next write is heard of. Every public page begins with one: asked of the database each time, it
 * costs as much as everything else that a page on record waits for. Nothing is kept unless a write would be heard.
 */
export class KeptHeads {
  #heads = new Map<string, Promise<DossierHead | null>>()
  #isLive: () => boolean = () => false

  /** @param isLive false while a write may be missed; from then on `clear` is called at each write that is heard. */
  follow(isLive: () => boolean): void {
    this.#isLive = isLive
    this.clear()
  }

  clear(): void {
    // Another map: what is being read of the record as it was never comes into it.
    this.#heads = new Map()
  }

  /** The head of a dossier as it was when the last write was heard of; null where there is no such dossier. */
  get(db: Reader, key: string): Promise<DossierHead | null> {
    if (!this.#isLive()) return getDossierHead(db, key)
    const heads = this.#heads
    const kept = heads.get(key)
    if (kept !== undefined) return kept
    const head = getDossierHead(db, key)
    heads.set(key, head)
    const drop = () => heads.delete(key)
    // An address may name any dossier: of those that do not exist nothing stays.
    head.then((found) => found ?? drop(), drop)
    return head
  }
}
