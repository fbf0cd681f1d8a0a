import { stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '@waymark/config/config'
import type { Check } from './database-checks.ts'

const mebibyte = 1024 * 1024
/** Below the first an import may fail for want of space; below the second it is time to make room. */
const least = { fault: 200 * mebibyte, warning: 2048 * mebibyte }

/** The data directory and the disk that it lies on; nothing for a database elsewhere. */
export async function listFolderChecks({ database, dataDir }: Config): Promise<Check[]> {
  if (database.kind === 'external') return []
  return [await buildSecrecyCheck(dataDir), await buildSpaceCheck(dataDir)]
}

async function buildSecrecyCheck(dataDir: string): Promise<Check> {
  const open: string[] = []
  for (const name of ['secret', 'postgres-password', 'role-secret']) {
    const mode = await stat(join(dataDir, name)).then(
      (found) => found.mode,
      () => 0,
    )
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) open.push(name)
  }
  if (open.length === 0)
    return { name: 'data directory', state: 'ok', detail: 'ours; its secrets are closed to others' }
  const detail = `others may read ${open.join(', ')} in ${dataDir}. Run chmod 600 on each.`
  return { name: 'data directory', state: 'fault', detail }
}

async function buildSpaceCheck(dataDir: string): Promise<Check> {
  const { bavail, bsize } = await statfs(dataDir)
  const free = bavail * bsize
  const state = free < least.fault ? 'fault' : free < least.warning ? 'warning' : 'ok'
  const size =
    free < 10_240 * mebibyte
      ? `${Math.floor(free / mebibyte)} MiB`
      : `${Math.floor(free / mebibyte / 1024)} GiB`
  return {
    name: 'disk space',
    state,
    detail: state === 'ok' ? `${size} free` : `only ${size} free on the disk of ${dataDir}. Make room.`,
  }
}
