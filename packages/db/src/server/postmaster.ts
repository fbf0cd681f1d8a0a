import { chownSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readIfPresent } from './data-directory.ts'

/** What a running server wrote about itself into its data directory (postmaster.pid). */
export type Postmaster = {
  readonly pid: number
  readonly port: number
  readonly state: 'starting' | 'stopping' | 'ready' | 'standby' | 'unknown'
}

const PID_FILE = 'postmaster.pid'

/** The live server of exactly this data directory; undefined when there is none, or only the file of a dead one. */
export function getPostmaster(cluster: string): Postmaster | undefined {
  const lines = readPidFile(cluster)
  if (!lines) return undefined
  const [pidLine, folder = '', , port, , , , state = ''] = lines
  const pid = Number(pidLine)
  if (!isAlive(pid) || !isServing(pid, folder, cluster)) return undefined
  const known = (['starting', 'stopping', 'ready', 'standby'] as const).find((name) => name === state.trim())
  return { pid, port: Number(port), state: known ?? 'unknown' }
}

/**
 * After a crash the number in the file may have passed to another process, and PostgreSQL would refuse to start.
 * Only the number is replaced, by one that no process can have: the rest lets PostgreSQL find out whether an orphan
 * of the old server still uses its memory, in which case it refuses, rightly.
 */
export function withdrawStalePid(cluster: string): void {
  const lines = readPidFile(cluster)
  if (!lines || !isAlive(Number(lines[0])) || getPostmaster(cluster)) return
  const file = join(cluster, PID_FILE)
  const { uid, gid } = statSync(cluster)
  const draft = `${file}.waymark`
  writeFileSync(draft, ['999999999', ...lines.slice(1)].join('\n'), { mode: 0o600 })
  if (process.getuid?.() === 0) chownSync(draft, uid, gid)
  renameSync(draft, file)
}

function readPidFile(cluster: string): string[] | undefined {
  const lines = readIfPresent(join(cluster, PID_FILE))?.split('\n')
  return lines && Number(lines[0]) > 0 ? lines : undefined
}

/** Whether a process runs. One that has ended and was not yet collected by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return process.platform !== 'linux' || !['Z', 'X', undefined].includes(getState(pid))
}

/** Whether a process is held up by a signal or a debugger and cannot answer (known on Linux only). */
export function isHeld(pid: number): boolean {
  return process.platform === 'linux' && /[Tt]/.test(getState(pid) ?? '')
}

function getState(pid: number): string | undefined {
  try {
    // "pid (name) state …": the name may hold spaces and brackets.
    return /\) ([A-Za-z]) [^)]*$/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}

// A server works in its data directory, so on Linux the process itself tells, even if the folder was moved or copied
// while it ran. Elsewhere the path that it wrote down must be ours.
function isServing(pid: number, writtenFolder: string, cluster: string): boolean {
  const mine = statSync(cluster)
  if (process.platform === 'linux') {
    try {
      const its = statSync(`/proc/${pid}/cwd`)
      return its.dev === mine.dev && its.ino === mine.ino
    } catch {
      // Not ours to see: judge by the path.
    }
  }
  try {
    return realpathSync(writtenFolder) === realpathSync(cluster)
  } catch {
    return false
  }
}
