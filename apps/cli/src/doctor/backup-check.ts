import type { Config } from '@waymark/config/config'
import { readLastBackup } from '../last-backup.ts'
import type { Check } from './database-checks.ts'

/** Backups are made daily; two hours are for a slow one. */
const mostHours = 26

/** Warns where no backup was made within a day, or never. */
export async function buildBackupCheck({ dataDir }: Pick<Config, 'dataDir'>, now: Date): Promise<Check> {
  const name = 'backup'
  const last = await readLastBackup(dataDir)
  if (last === null)
    return { name, state: 'warning', detail: 'none yet. Make one daily: waymark backup FILE.' }
  const hours = Math.floor((now.getTime() - Date.parse(last.at)) / 3_600_000)
  return hours > mostHours
    ? { name, state: 'warning', detail: `the last one is ${hours} hours old (${last.file}). Make one daily.` }
    : { name, state: 'ok', detail: `${last.at}, ${last.file}` }
}
