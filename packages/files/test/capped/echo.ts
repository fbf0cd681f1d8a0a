import { createHash } from 'node:crypto'
import type { CappedScript } from '../../src/run-capped.ts'

/** Answers with what it was given: the digest of its input as value, the input itself as bytes. */
export const run: CappedScript<unknown, { digest: string; options: unknown }> = (input, options) => ({
  value: { digest: createHash('sha256').update(input).digest('hex'), options },
  bytes: input,
})
