export type Timing = { readonly median: number; readonly p95: number; readonly runs: number }

/** Median and 95th percentile of times in milliseconds. */
export function getTiming(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95), runs: sorted.length }
}

/** Runs `run` for n = 0, 1, 2 … one after the other, first to warm up, then to be timed. No n occurs twice. */
export async function measure(
  run: (n: number) => Promise<unknown>,
  { warmup, runs }: { warmup: number; runs: number },
): Promise<Timing> {
  for (let n = 0; n < warmup; n++) await run(n)
  const times: number[] = []
  for (let n = warmup; n < warmup + runs; n++) {
    const start = performance.now()
    await run(n)
    times.push(performance.now() - start)
  }
  return getTiming(times)
}
