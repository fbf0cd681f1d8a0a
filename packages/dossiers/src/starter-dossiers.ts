import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

type StarterDossier = {
  /** The dossier file. */
  readonly path: string
  /** SHA-256 of its bytes, so that a changed file is noticed. */
  readonly sha256: string
  /** Folder of the stored copies that its sources name in `file`. */
  readonly sources: string
}

const data = (name: string) => fileURLToPath(new URL(`../data/${name}`, import.meta.url))

/** The dossiers that the product comes with. A new one is a file in `data/` and an entry here. */
export const starterDossiers = {
  kazakhstan: {
    path: data('kazakhstan.json'),
    sha256: '8fef41b80f6fce07a1b4f2055fdd573479e35fc6aa95b484d91fcaf1dbc829d2',
    sources: data('sources'),
  },
} as const satisfies Record<string, StarterDossier>

export type StarterDossierKey = keyof typeof starterDossiers

/** The bytes of a starter dossier, to be read by `parseDossierFile`. */
export const getStarterDossier = (key: StarterDossierKey): Promise<Uint8Array> =>
  readFile(starterDossiers[key].path)

/**
 * The bytes of the stored copy of a source, or null where there is none.
 *
 * @param file name as the source gives it in `file`: a plain file name
 */
export async function getSourceCopy(key: StarterDossierKey, file: string): Promise<Uint8Array | null> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(file)) return null
  try {
    return await readFile(`${starterDossiers[key].sources}/${file}`)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
