const listeners = new Set<() => void>()

/** Tells the workers of this process that a job waits. Those of other processes look by themselves every few seconds. */
export const announceJob = (): void => {
  for (const listener of listeners) listener()
}

/** Calls back when a job is announced, until the function that it gives back is called. */
export function listenForJobs(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
