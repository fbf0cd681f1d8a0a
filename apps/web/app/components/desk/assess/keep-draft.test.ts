import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Attempt, createDraftKeeper, type Kept } from './keep-draft.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T10:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A form, the server that keeps it, and everything that was told. */
function openForm(answer: (content: Readonly<Record<string, string>>) => Attempt | null = () => null) {
  const form = { text: '' }
  const server = { rev: 0, text: '', saves: 0 }
  const told: Kept[] = []
  const keeper = createDraftKeeper({
    rev: 0,
    read: () => ({ text: form.text }),
    save: async (rev, content) => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      const own = answer(content)
      if (own !== null) return own
      if (rev !== server.rev) return { kind: 'moved' }
      server.rev++
      server.saves++
      server.text = content.text ?? ''
      return { kind: 'kept', rev: server.rev }
    },
    tell: (kept) => told.push(kept),
  })
  const type = (text: string) => {
    form.text = text
    keeper.note()
  }
  return { form, server, told, keeper, type }
}

describe('a draft that keeps itself', () => {
  test('is never more than two seconds behind, however one types', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 10, max: 1900 }), { minLength: 1, maxLength: 40 }),
        async (gaps) => {
          const { type, server } = openForm()
          const typed: { readonly at: number; readonly text: string }[] = []
          for (const [i, gap] of gaps.entries()) {
            type(`${i}`)
            typed.push({ at: Date.now(), text: `${i}` })
            await vi.advanceTimersByTimeAsync(gap)
            const old = typed.filter(({ at }) => at <= Date.now() - 2000).at(-1)
            if (old) expect(Number(server.text)).toBeGreaterThanOrEqual(Number(old.text))
          }
          await vi.advanceTimersByTimeAsync(2000)
          expect(server.text).toBe(typed.at(-1)?.text)
        },
      ),
      { numRuns: 50 },
    )
  })

  test('is not sent at every key, and not at all when nothing changed', async () => {
    const { type, server, keeper } = openForm()
    for (let i = 0; i < 100; i++) {
      type('x'.repeat(i + 1))
      await vi.advanceTimersByTimeAsync(100)
    }
    await vi.advanceTimersByTimeAsync(5000)
    expect(server.saves).toBeLessThanOrEqual(8)
    const before = server.saves
    await keeper.keep()
    expect(server.saves).toBe(before)
  })

  test('is tried again while the server is away, says since when, and is kept when it is back', async () => {
    let isAway = true
    const { type, server, told, keeper } = openForm(() => (isAway ? { kind: 'away', answered: false } : null))
    const begun = Date.now()
    type('typed while away')
    await vi.advanceTimersByTimeAsync(7000)
    expect(told.length).toBeGreaterThan(2)
    expect(told.every((one) => one.kind === 'away' && one.since === begun)).toBe(true)
    expect(keeper.isCutOff()).toBe(true)
    expect(keeper.getPending()).toEqual({ rev: 0, content: { text: 'typed while away' } })
    isAway = false
    await vi.advanceTimersByTimeAsync(3000)
    expect(server.text).toBe('typed while away')
    expect([told.at(-1)?.kind, keeper.isCutOff(), keeper.getPending()]).toEqual(['kept', false, null])
  })

  test('that was changed elsewhere is left alone until somebody chooses', async () => {
    const { type, server, told, keeper } = openForm()
    server.rev = 3
    server.text = 'theirs'
    type('mine')
    await vi.advanceTimersByTimeAsync(10_000)
    expect([server.text, told.at(-1)?.kind, told.length]).toEqual(['theirs', 'moved', 1])
    keeper.goOn(3)
    await vi.advanceTimersByTimeAsync(100)
    expect([server.text, server.rev]).toEqual(['mine', 4])
  })

  test('is not kept once the form is being sent', async () => {
    const { type, server, keeper } = openForm()
    type('sent')
    await keeper.stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect([server.saves, keeper.getPending()]).toEqual([0, null])
  })
})
