import { expect, test } from 'vitest'
import { getTiming, measure } from './measure.ts'

test('the median and the 95th percentile are those of the sorted times', () => {
  const times = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect(getTiming(times)).toEqual({ median: 51, p95: 96, runs: 100 })
})

test('what warms up is neither timed nor asked for again', async () => {
  const asked: number[] = []
  const { runs } = await measure(async (n) => asked.push(n), { warmup: 3, runs: 5 })
  expect(runs).toBe(5)
  expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})
