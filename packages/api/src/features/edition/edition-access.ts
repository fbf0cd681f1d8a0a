import { readFile } from 'node:fs/promises'
import type { Config } from '@waymark/config/config'
import { getKeptSecret, SecretFileError } from '@waymark/config/secret'
import { createSigningKey, parseSigningKey, type SigningKey } from '@waymark/ledger/signed-note'

/** What editions need of their installation. */
export type EditionAccess = {
  /** What they are signed with; null where the installation has no key: then nothing can be published. */
  readonly key: SigningKey | null
  /** Where browsers reach the site: the origin in an edition's address. */
  readonly baseUrl: string
}

/**
 * The signing key of an installation: the given one; else, with the embedded database, the one kept in the data directory,
 * made at the first call and named after the site. Several hosts may share a server of one's own: that needs a given one.
 * @throws SecretFileError when the key cannot be read
 */
export async function openEditionAccess(
  { signingKey, database, dataDir }: Pick<Config, 'signingKey' | 'database' | 'dataDir'>,
  baseUrl: string,
): Promise<EditionAccess> {
  if (signingKey !== undefined)
    return {
      key: parseGiven('text' in signingKey ? signingKey.text : await readKey(signingKey.file)),
      baseUrl,
    }
  if (database.kind === 'external') return { key: null, baseUrl }
  const { hostname } = new URL(baseUrl)
  const create = () => createSigningKey(`${hostname}/waymark/${randomTail()}`)
  return { key: parseGiven(await getKeptSecret(dataDir, 'signing-key', create)), baseUrl }
}

// Two demos on one machine must not be taken for the same log.
const randomTail = (): string => crypto.randomUUID().slice(0, 8)

function parseGiven(text: string): SigningKey {
  const key = parseSigningKey(text)
  if (key === null)
    throw new SecretFileError(
      'The key that editions are signed with is damaged. Restore it from a backup: another key begins another series of editions.',
    )
  return key
}

async function readKey(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new SecretFileError(
      `The file of WAYMARK_SIGNING_KEY_FILE, ${file}, cannot be read (${(cause as NodeJS.ErrnoException).code}).`,
      { cause },
    )
  }
}
