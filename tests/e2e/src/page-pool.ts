import type { BrowserContext, Page } from 'playwright-core'

/** Pages that are used again: a page that was open has the checker compiled, which takes longer than to run it. */
export type PagePool = { readonly use: <T>(work: (page: Page) => Promise<T>) => Promise<T> }

export function openPool(context: BrowserContext): PagePool {
  const idle: Page[] = []
  return {
    async use(work) {
      const page = idle.pop() ?? (await context.newPage())
      // Not handed back by work that failed: who knows in what state it is.
      const result = await work(page)
      idle.push(page)
      return result
    },
  }
}
