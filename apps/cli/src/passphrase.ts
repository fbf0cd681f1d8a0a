import { resolve } from 'node:path'
import type { Config } from '@waymark/config/config'
import { CommandRefused } from './command.ts'
import { readGivenFile } from './read-given-file.ts'

const leastCharacters = 12

export const passphraseOption = { 'passphrase-file': { type: 'string' } } as const

/**
 * The passphrase of a backup: of the file that was named, else of the environment; null where there is neither. There is no
 * option for it: it would stay in the shell's history.
 */
export async function getPassphrase(
  file: string | undefined,
  { backupKey }: Pick<Config, 'backupKey'>,
  folder: string,
): Promise<string | null> {
  if (file === undefined) return backupKey ?? null
  const path = resolve(folder, file)
  const text = Buffer.from(await readGivenFile(path, 10_000))
    .toString('utf8')
    .trim()
  if ([...text].length < leastCharacters)
    throw new CommandRefused(`${path} holds fewer than ${leastCharacters} characters: that can be guessed.`)
  return text
}
