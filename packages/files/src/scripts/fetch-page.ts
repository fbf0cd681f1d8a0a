import { checkPage, type LinkState } from '../fetch/check-page.ts'
import { type FetchValue, fetchPage } from '../fetch/fetch-page.ts'
import { publicNetwork } from '../fetch/network.ts'
import type { CappedScript } from '../run-capped.ts'

/** The child of `captureUrl` and `checkLink`: the public internet, and no way to be told of another. */
export const run: CappedScript<{ url: string; only: 'check' | 'fetch' }, FetchValue | LinkState> = async (
  _input,
  { url, only },
) =>
  only === 'check'
    ? { value: await checkPage(url, publicNetwork, 15_000) }
    : fetchPage(url, publicNetwork, { milliseconds: 15_000, bytes: 20 * 1024 * 1024 })
