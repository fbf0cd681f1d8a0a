import { type FetchValue, fetchPage } from '../../src/fetch/fetch-page.ts'
import type { CappedScript } from '../../src/run-capped.ts'
import { publicV4 } from '../fake-network.ts'

/** The fetcher's child with a network of the test in place of the public one; the product has no way to ask for it. */
export const run: CappedScript<{ url: string; port: number }, FetchValue> = (_input, { url, port }) =>
  fetchPage(
    url,
    { resolve: async () => [publicV4], dial: () => ({ host: '127.0.0.1', port }) },
    { milliseconds: 10_000, bytes: 1024 * 1024 },
  )
