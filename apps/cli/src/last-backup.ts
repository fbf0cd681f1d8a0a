import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const lastBackup = z.object({ at: z.string(), file: z.string(), bytes: z.int() })
export type LastBackup = z.infer<typeof lastBackup>

const getPath = (dataDir: string): string => join(dataDir, 'last-backup.json')

/** When the last backup of this data directory was made and where it was put; null where there was none. */
export async function readLastBackup(dataDir: string): Promise<LastBackup | null> {
  try {
    return lastBackup.parse(JSON.parse(await readFile(getPath(dataDir), 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

export async function recordLastBackup(dataDir: string, last: LastBackup): Promise<void> {
  const draft = `${getPath(dataDir)}.${process.pid}`
  await writeFile(draft, `${JSON.stringify(last)}\n`, { mode: 0o600 })
  await rename(draft, getPath(dataDir))
}
