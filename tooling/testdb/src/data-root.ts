import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Files here are kept in memory, on any Linux. */
const memory = '/dev/shm'
/** Far more than a package's tests need at once, and some for whatever else runs. */
const room = 4 * 1024 ** 3

/** Every folder in which throw-away servers may have left data. */
export const listDataRoots = (): readonly string[] =>
  process.platform === 'linux' && existsSync(memory) ? [tmpdir(), memory] : [tmpdir()]

/**
 * Where a throw-away server keeps its data: in memory where there is plenty of it. A run makes and removes databases of some
 * four hundred files each by the hundred, which takes a disk longer than the tests themselves.
 */
export function chooseDataRoot(): string {
  if (process.platform !== 'linux' || process.availableMemory() < room) return tmpdir()
  try {
    accessSync(memory, constants.W_OK)
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize < room ? tmpdir() : memory
  } catch {
    return tmpdir()
  }
}
