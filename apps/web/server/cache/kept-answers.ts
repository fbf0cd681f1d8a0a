/** An answer as it goes out, encoded and with every header. */
export type KeptAnswer = {
  readonly headers: readonly string[]
  /** The headers of the 304 that stands for it: names and values in turn, like `headers`. */
  readonly unchanged: readonly string[]
  readonly etag: string
  readonly bytes: Uint8Array
}

/** What an answer costs beside its bytes: headers, key and the places that hold them, in bytes. */
const overhead = 2_048

/** Answers by key, the least recently used ones dropped when their bytes are more than `limit`. */
export class KeptAnswers {
  readonly #answers = new Map<string, KeptAnswer>()
  readonly #limit: number
  #size = 0
  #generation = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Grows with each `clear`: an answer begun in another generation was made of what may be over. */
  get generation(): number {
    return this.#generation
  }

  get size(): number {
    return this.#size
  }

  get(key: string): KeptAnswer | undefined {
    const answer = this.#answers.get(key)
    if (answer === undefined) return undefined
    // The order of a Map is that of insertion: used now is used last.
    this.#answers.delete(key)
    this.#answers.set(key, answer)
    return answer
  }

  /** Keeps an answer begun in `generation`, unless that is over or the answer alone is a tenth of everything. */
  keep(key: string, answer: KeptAnswer, generation: number): void {
    const cost = answer.bytes.length + overhead
    if (generation !== this.#generation || cost > this.#limit / 10) return
    this.#drop(key)
    this.#answers.set(key, answer)
    this.#size += cost
    for (const oldest of this.#answers.keys()) {
      if (this.#size <= this.#limit) break
      this.#drop(oldest)
    }
  }

  clear(): void {
    this.#generation += 1
    this.#answers.clear()
    this.#size = 0
  }

  #drop(key: string): void {
    const answer = this.#answers.get(key)
    if (answer === undefined) return
    this.#answers.delete(key)
    this.#size -= answer.bytes.length + overhead
  }
}
