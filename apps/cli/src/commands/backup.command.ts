import { resolve } from 'node:path'
import { checkBackup } from '@waymark/api/backup/check-backup'
import { createBackup, type WrittenBackup } from '@waymark/api/backup/create-backup'
import { recordBackup } from '@waymark/api/backup/verify-restored'
import { formatCount } from '@waymark/exchange/dossier-file/file-error'
import { buildCommand, CommandRefused, type Outcome, type Surroundings } from '../command.ts'
import { getConfigOrRefuse, withInstallation } from '../installation.ts'
import { recordLastBackup } from '../last-backup.ts'
import { getPassphrase, passphraseOption } from '../passphrase.ts'

export const backupCommand = buildCommand({
  name: 'backup',
  usage: 'FILE [--passphrase-file FILE]',
  summary: 'Writes a whole copy of the installation into one file, also while the site runs',
  details: `
  FILE                     where to; a file that is there is not written over
  --passphrase-file FILE   encrypts with the passphrase in this file; left out, with WAYMARK_BACKUP_KEY

Record, accounts and files of evidence as they are at one instant, with the SHA-256 of every part and the signed checkpoint of
the audit log. It is read back and compared before it counts as written.
Without a passphrase it is NOT encrypted, and whoever has the file reads cases that are not public, drafts and password hashes. Only an
encrypted backup holds the key that editions are signed with and the secret of a demo. WAYMARK_SECRET is in none: keep it apart.
`,
  options: passphraseOption,
  operands: [1, 1],
  buildFailure: (error) => ({ ok: false, error }),
  run: async ({ values, operands: [name = ''] }, surroundings) => {
    const config = getConfigOrRefuse()
    const path = resolve(surroundings.folder, name)
    const passphrase = await getPassphrase(values['passphrase-file'], config, surroundings.folder)
    const written = await withInstallation(
      surroundings,
      { make: false },
      async ({ context, files, ownerUrl }) => {
        const { signal, note } = surroundings
        const { dataDir } = config
        const { now } = context
        const { key } = context.editions
        const task = { path, passphrase, ownerUrl, files: files.store, key, dataDir, now, signal, note }
        const made = await createBackup(task).catch(refuseUnwritable(path))
        await checkBackup({ path, passphrase })
        await recordBackup(context, made)
        return made
      },
    )
    await recordLastBackup(config.dataDir, {
      at: written.manifest.createdAt,
      file: path,
      bytes: written.bytes,
    })
    return buildOutcome(path, written, surroundings)
  },
})

const refuseUnwritable =
  (path: string) =>
  (error: unknown): never => {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (code === 'EEXIST')
      throw new CommandRefused(
        `${path} or ${path}.partial is there already. Name another file; one that was left by a backup that was killed may be deleted.`,
      )
    if (code !== undefined && syscall !== undefined && code.startsWith('E') && syscall !== 'connect')
      throw new CommandRefused(`${path} cannot be written (${code}). Nothing was left of it.`)
    throw error
  }

function buildOutcome(
  path: string,
  { manifest, manifestSha256, bytes }: WrittenBackup,
  { note }: Surroundings,
): Outcome {
  const { encrypted, log, files, createdAt } = manifest
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  if (!encrypted)
    note(
      'This backup is NOT encrypted: whoever has the file reads everything in it. Set WAYMARK_BACKUP_KEY or give --passphrase-file.',
    )
  const ok = files.missing.length === 0
  return {
    ok,
    json: {
      ok,
      file: path,
      bytes,
      createdAt,
      encrypted,
      schema: manifest.migrations.at(-1),
      entries: log.entries,
      head: log.head,
      checkpoint: log.checkpoint,
      rows,
      files: files.held,
      missing: files.missing,
      manifestSha256,
    },
    text: [
      `${path}: ${formatCount(bytes)} bytes, ${encrypted ? 'encrypted' : 'not encrypted'}, read back and whole.`,
      `${formatCount(rows)} rows, ${formatCount(files.held)} files, ${formatCount(log.entries)} entries of the audit log.`,
      ...(log.checkpoint === null ? ['No checkpoint: this installation has no key to sign one with.'] : []),
    ].join('\n'),
    ...(ok
      ? {}
      : {
          problems: [
            ...files.missing.map((sha256) => `The file ${sha256} is missing or altered in the file store.`),
            'The backup was written without these files. See waymark verify.',
          ].join('\n'),
        }),
  }
}
