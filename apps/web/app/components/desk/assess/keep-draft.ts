/** What came of an attempt to keep a draft. */
export type Attempt =
  | { readonly kind: 'kept'; readonly rev: number }
  /** Kept elsewhere in the meantime: somebody has to choose. */
  | { readonly kind: 'moved' }
  /** No answer, or one that is no answer: worth another try. */
  | { readonly kind: 'away'; readonly answered: boolean }

export type Kept =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'kept'; readonly at: number }
  /** `since`: when what is typed was last safe, or when it was begun. */
  | { readonly kind: 'away'; readonly since: number }
  | { readonly kind: 'moved' }

type Content = Readonly<Record<string, string>>

/** Milliseconds: after the last key, after the first key that is not kept, and until another try. */
export const pauses = { rest: 800, most: 1500, again: 2000 }

export type DraftKeeper = {
  /** Something was typed. */
  readonly note: () => void
  /** Keeps now what is not kept yet. */
  readonly keep: () => Promise<void>
  /** Goes on from a revision: what is on the form will replace it. */
  readonly goOn: (rev: number) => void
  /** Nothing is kept any more: the form is being sent. Resolves when no attempt is under way. */
  readonly stop: () => Promise<void>
  /** True while the server does not answer: what is sent now would be lost. */
  readonly isCutOff: () => boolean
  /** What is not kept yet and the revision that it rests on; null when all is. */
  readonly getPending: () => { readonly rev: number; readonly content: Content } | null
}

/**
 * Keeps a form as a draft while it is being written: at rest after {@link pauses}`.rest`, and while typing goes on at
 * least every `most`, so that at most two seconds are ever lost. One attempt at a time; what fails is tried again until it
 * is kept. When the draft was changed elsewhere it stops and waits for {@link DraftKeeper.goOn}.
 *
 * @param rev the revision that the form started from, 0 for none
 * @param read the form as it is at this moment
 */
export function createDraftKeeper({
  rev: first,
  read,
  save,
  tell,
}: {
  readonly rev: number
  readonly read: () => Content
  readonly save: (rev: number, content: Content) => Promise<Attempt>
  readonly tell: (kept: Kept) => void
}): DraftKeeper {
  let rev = first
  let kept = JSON.stringify(read())
  let safeAt: number | null = null
  let dirtySince: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: Promise<void> | null = null
  let cutOff = false
  let state: 'on' | 'moved' | 'stopped' = 'on'

  const isDirty = () => JSON.stringify(read()) !== kept
  const plan = (wait: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void keep(), Math.max(0, wait))
  }
  const attempt = async () => {
    const content = read()
    const begun = Date.now()
    const outcome = await save(rev, content)
    cutOff = outcome.kind === 'away' && !outcome.answered
    if (outcome.kind === 'kept') {
      rev = outcome.rev
      kept = JSON.stringify(content)
      safeAt = begun
      dirtySince = isDirty() ? begun : null
      tell({ kind: 'kept', at: begun })
      if (dirtySince !== null && state === 'on') plan(pauses.rest)
    } else if (outcome.kind === 'moved') {
      state = 'moved'
      tell({ kind: 'moved' })
    } else {
      tell({ kind: 'away', since: safeAt ?? dirtySince ?? begun })
      if (state === 'on') plan(pauses.again)
    }
  }
  const keep = async (): Promise<void> => {
    clearTimeout(timer)
    while (underWay !== null) await underWay
    if (state !== 'on' || !isDirty()) return
    underWay = attempt().finally(() => {
      underWay = null
    })
    await underWay
  }
  return {
    note: () => {
      if (state !== 'on') return
      // Read now: the form may be gone when it is kept.
      read()
      const now = Date.now()
      dirtySince ??= now
      if (underWay === null) plan(Math.min(pauses.rest, dirtySince + pauses.most - now))
    },
    keep,
    goOn: (next) => {
      rev = next
      kept = ''
      state = 'on'
      void keep()
    },
    stop: async () => {
      state = 'stopped'
      clearTimeout(timer)
      await underWay
    },
    isCutOff: () => cutOff,
    getPending: () => (state === 'on' && isDirty() ? { rev, content: read() } : null),
  }
}
