import { z } from 'zod'
import { formatCanonicalJson } from './canonical-json.ts'
import { isSha256, sha256 } from './hash.ts'
import { buildNote, parseVerifierKey, readNote, type SigningKey } from './signed-note.ts'

/** The format of what an edition says and of its zip. A change of either is a format of its own, beside this one. */
export const editionFormat = 'waymark-edition/1'

const hash = z.string().refine(isSha256)
const count = z.int().min(0).max(0xffffffff)

/** What a zip holds: which cut of which dossier, and every file with its hashes. `packedSha256`: of the bytes as they lie in the zip. */
export const editionManifest = z.strictObject({
  format: z.literal(editionFormat),
  id: z.string(),
  dossier: z.strictObject({ key: z.string(), title: z.string() }),
  title: z.string(),
  note: z.string().nullable(),
  asOf: z.string(),
  knownAt: z.string(),
  method: z.string(),
  /** The instant from which it is public. */
  issuedAt: z.string(),
  address: z.string(),
  corrects: z.strictObject({ id: z.string(), what: z.string() }).nullable(),
  /** SHA-256 of edition.json: what the record said. */
  dataSha256: hash,
  /** Public half of the key that signs. */
  key: z.string(),
  files: z.array(
    z.strictObject({
      path: z.string().regex(/^[a-z0-9][a-z0-9./-]{0,99}$/i),
      bytes: count,
      sha256: hash,
      packedBytes: count,
      packedSha256: hash,
    }),
  ),
})
export type EditionManifest = z.infer<typeof editionManifest>

/** The bytes of the manifest: canonical JSON and a line feed. */
export const formatManifest = (manifest: EditionManifest): string => `${formatCanonicalJson(manifest)}\n`

/** A manifest from its bytes; null for any other writing of it than {@link formatManifest}'s. */
export function parseManifest(text: string): EditionManifest | null {
  try {
    const parsed = editionManifest.safeParse(JSON.parse(text))
    return parsed.success && formatManifest(parsed.data) === text ? parsed.data : null
  } catch {
    return null
  }
}

/** What is signed: the format (so that it can be taken for no other note), which edition, and the hash of the manifest's bytes. */
const formatStatement = (manifest: EditionManifest): string =>
  `${editionFormat}\n${manifest.dossier.key}/${manifest.id}\n${sha256(formatManifest(manifest))}\n`

export const signManifest = (manifest: EditionManifest, key: SigningKey): string =>
  buildNote(formatStatement(manifest), key)

/** Whether a note is the signature of this manifest by the key that it names. */
export function isSigned(manifest: EditionManifest, note: string): boolean {
  const key = parseVerifierKey(manifest.key)
  return key !== null && readNote(note, key) === formatStatement(manifest)
}
