import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { LinkState } from './fetch/check-page.ts'
import type { FetchedPage, FetchValue } from './fetch/fetch-page.ts'
import { type InspectedFile, inspectFile, maxFileBytes } from './inspect-file.ts'
import { runCapped } from './run-capped.ts'

export type { LinkState } from './fetch/check-page.ts'

export type CapturedPage = FetchedPage & {
  /** As served, with the compression of the transfer undone: the original. */
  readonly bytes: Uint8Array
  readonly file: InspectedFile
}

const script = new URL('./scripts/fetch-page.ts', import.meta.url)
// Half as long again as the fetcher gives itself: this limit is for one that was taken over.
const limits = { memoryMb: 160, milliseconds: 22_000, outputBytes: maxFileBytes + 65_536 }

/**
 * Fetches a page of the public internet (S-15) and looks at it as at any file; two processes, one that has the network and one
 * that parses. No cookie, no referrer, no name of this product is sent; the site sees this server's address.
 * Refusals: `address-not-public`, `page-unreachable`, `page-answers-with-error`, `page-too-slow`,
 * `page-certificate-refused`, and those of `inspectFile`.
 */
export async function captureUrl(url: string): Promise<Result<CapturedPage, Refusal>> {
  const run = {
    script,
    input: new Uint8Array(),
    options: { url, only: 'fetch' },
    limits,
    lane: 'fetch',
  } as const
  const answer = await runCapped<FetchValue>(run)
  if (!answer.ok) return refused({ code: answer.error === 'busy' ? 'busy' : 'page-unreachable' })
  const { value, bytes = null } = answer.value
  if ('failure' in value) {
    const { failure, status, fault } = value
    return refused({
      code: failure,
      ...(status === undefined ? {} : { params: { status } }),
      ...(fault === undefined ? {} : { params: { fault } }),
    })
  }
  if (bytes === null) return refused({ code: 'page-unreachable' })
  const charset = /charset\s*=\s*"?([\w-]{2,40})/i.exec(value.headers['content-type'] ?? '')?.[1] ?? null
  const file = await inspectFile(bytes, { charset })
  return file.ok ? ok({ ...value, bytes, file: file.value }) : file
}

/** What became of a link, for the nightly check; the same guards as `captureUrl`. `busy` when too much is under way here. */
export async function checkLink(url: string): Promise<LinkState | 'busy'> {
  const run = {
    script,
    input: new Uint8Array(),
    options: { url, only: 'check' },
    limits,
    lane: 'fetch',
  } as const
  const answer = await runCapped<LinkState>(run)
  if (answer.ok) return answer.value.value
  return answer.error === 'busy' ? 'busy' : 'unreachable'
}
