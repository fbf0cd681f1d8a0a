import { resolve } from 'node:path'
import { type CheckedBackup, checkBackup } from '@waymark/api/backup/check-backup'
import { restoreBackup } from '@waymark/api/backup/restore-backup'
import { listRestoredFaults, recordRestore } from '@waymark/api/backup/verify-restored'
import { openFileAccess } from '@waymark/api/features/file/file-access'
import { formatCount } from '@waymark/exchange/dossier-file/file-error'
import { buildCommand, CommandRefused, type Outcome } from '../command.ts'
import { getConfigOrRefuse, withInstallation } from '../installation.ts'
import { getPassphrase, passphraseOption } from '../passphrase.ts'

export const restoreCommand = buildCommand({
  name: 'restore',
  usage: 'FILE [--passphrase-file FILE] [--check]',
  summary: 'Restores a backup into an installation that is empty, and proves it',
  details: `
  FILE                     a file that “waymark backup” wrote
  --passphrase-file FILE   holds its passphrase; left out: WAYMARK_BACKUP_KEY
  --check                  only reads the file and compares every part; needs no installation and changes nothing

The file is read whole before anything is changed. Refused (exit code 1) when a byte of it is not the one that was written, when the
passphrase is another, when a newer version wrote it, and when the installation is not empty: name a new WAYMARK_DATA or an empty
database. A backup of an older version is brought up to date. Afterwards the audit chain is walked, the log is compared with the
checkpoint in the backup, and every edition is built anew. Everybody has to sign in again.
`,
  options: { ...passphraseOption, check: { type: 'boolean', default: false } },
  operands: [1, 1],
  buildFailure: (error) => ({ ok: false, error }),
  run: async ({ values, operands: [name = ''] }, surroundings) => {
    const { folder, note, signal } = surroundings
    const config = getConfigOrRefuse()
    const path = resolve(folder, name)
    const passphrase = await getPassphrase(values['passphrase-file'], config, folder)
    if (values.check)
      return buildOutcome(path, await accept(path, () => checkBackup({ path, passphrase })), null)
    const files = openFileAccess(config).store
    const restored = await accept(path, () =>
      restoreBackup({ path, passphrase, config, files, signal, note }),
    )
    const faults = await withInstallation(surroundings, { make: false }, async ({ context }) => {
      const found = await listRestoredFaults(context, restored)
      await recordRestore(context, restored)
      return found
    })
    return buildOutcome(path, restored, faults)
  },
})

async function accept<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    const { code, path: at } = error as NodeJS.ErrnoException
    if (code !== undefined && at === path) throw new CommandRefused(`${path} cannot be read (${code}).`)
    throw error
  }
}

/** @param faults what is wrong with what was restored; null where the file was only looked at */
function buildOutcome(
  path: string,
  { manifest, manifestSha256 }: CheckedBackup,
  faults: string[] | null,
): Outcome {
  const { log, files, tables, encrypted, createdAt, migrations } = manifest
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const ok = (faults ?? []).length === 0
  const counts = `${formatCount(rows)} rows, ${formatCount(files.held)} files, ${formatCount(log.entries)} entries of the audit log`
  const lost =
    files.missing.length === 0
      ? []
      : [`${formatCount(files.missing.length)} files were missing already when it was made.`]
  return {
    ok,
    json: {
      ok,
      file: path,
      restored: faults !== null,
      createdAt,
      encrypted,
      schema: migrations.at(-1),
      entries: log.entries,
      head: log.head,
      checkpoint: log.checkpoint,
      rows,
      files: files.held,
      missing: files.missing,
      manifestSha256,
      faults: faults ?? [],
    },
    text: !ok
      ? ''
      : [
          faults === null
            ? `${path} is whole: made at ${createdAt}, ${counts}.`
            : `Restored as of ${createdAt}: ${counts}. The chain is whole${log.checkpoint === null ? '' : ' and the log is the one of the checkpoint'}.`,
          ...lost,
        ].join('\n'),
    ...(ok ? {} : { problems: [...(faults ?? []), 'It was restored, and is not whole.'].join('\n') }),
  }
}
