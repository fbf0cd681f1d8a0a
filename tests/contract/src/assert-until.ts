import fc from 'fast-check'

/** So many times more histories are tried before it is a fault that something was not among them. */
const mostTimes = 8

/**
 * Holds a property over random histories, at least `numRuns` of them, and over more until everything that the test must
 * try was among them: a run by chance neither passes without having tried the rule, nor fails for want of luck.
 */
export async function assertUntil<T>(
  property: fc.IAsyncPropertyWithHooks<T>,
  numRuns: number,
  hasSeenAll: () => boolean,
): Promise<void> {
  for (let times = 0; times < mostTimes; times++) {
    await fc.assert(property, { numRuns })
    if (hasSeenAll()) return
  }
}
