import { type Checkpoint, readCheckpointBy } from './checkpoint.ts'
import {
  buildArchive,
  deflateFile,
  getCrc,
  listEntries,
  listRegions,
  type Packed,
  storeFile,
  unpackFile,
} from './edition-archive.ts'
import {
  type EditionManifest,
  editionFormat,
  formatManifest,
  isSigned,
  parseManifest,
  signManifest,
} from './edition-manifest.ts'
import { sha256 } from './hash.ts'
import { parseVerifierKey, readNote, type SigningKey } from './signed-note.ts'

/** Names of the files that the proof rests on. Manifest and signature come first in the zip: all else follows from them. */
export const editionFiles = {
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  data: 'edition.json',
  checkpoint: 'checkpoint.txt',
  key: 'key.txt',
} as const

export type EditionParts = Omit<EditionManifest, 'format' | 'dataSha256' | 'key' | 'files'>

export type BuiltEdition = {
  readonly zip: Uint8Array<ArrayBuffer>
  readonly manifest: EditionManifest
  readonly signature: string
}

/**
 * The zip of an edition, signed.
 * @param files path to content, in the order of the zip; `edition.json` and `checkpoint.txt` among them
 * @throws RangeError when one of these is missing
 */
export function buildEdition(
  parts: EditionParts,
  files: ReadonlyMap<string, Uint8Array | string>,
  key: SigningKey,
): BuiltEdition {
  const contents = new Map([...files].map(([path, content]) => [path, Buffer.from(content)]))
  contents.set(editionFiles.key, Buffer.from(`${key.verifier}\n`))
  const data = contents.get(editionFiles.data)
  if (data === undefined || !contents.has(editionFiles.checkpoint)) throw new RangeError('a file is missing')
  const packed = [...contents].map(([path, content]) => deflateFile(path, content))
  const manifest: EditionManifest = {
    format: editionFormat,
    ...parts,
    dataSha256: sha256(data),
    key: key.verifier,
    files: packed.map(({ path, stream, bytes }) => ({
      path,
      bytes,
      sha256: sha256(contents.get(path) ?? ''),
      packedBytes: stream.byteLength,
      packedSha256: sha256(stream),
    })),
  }
  const signature = signManifest(manifest, key)
  const zip = buildArchive([
    storeFile(editionFiles.manifest, Buffer.from(formatManifest(manifest))),
    storeFile(editionFiles.signature, Buffer.from(signature)),
    ...packed,
  ])
  return { zip, manifest, signature }
}

/** What is wrong with a file of the zip; `file` is null where it is the zip itself. */
export type EditionFault = { readonly file: string | null; readonly message: string }

export type EditionReport = {
  readonly ok: boolean
  /** One a file at most. */
  readonly faults: readonly EditionFault[]
  /** null where it could not be read. What it says is only true when `ok`. */
  readonly manifest: EditionManifest | null
  /** State of the audit log just before the publication. */
  readonly checkpoint: Checkpoint | null
}

type Entries = Pick<Map<string, Omit<Packed, 'path' | 'crc'>>, 'get' | 'has'> & {
  readonly paths: Iterable<string>
}

/** The entries that the directory lists, and those that it fails to. */
function findEntries(zip: Uint8Array): Entries {
  const { listed, lying } = listEntries(zip)
  return {
    get: (path) => listed.get(path) ?? lying.get(path),
    has: (path) => listed.has(path) || lying.has(path),
    paths: listed.keys(),
  }
}

/** A manifest beyond this is no manifest of ours, in bytes. */
const mostManifest = 16 * 1024 * 1024

/**
 * Proves a zip: that its manifest was signed by the key it names (which is `key`, when given), and that each byte of it is the
 * one that was published. Never throws; each fault names the file. What lies outside of the files (heads, directory) is
 * looked at once the files are whole.
 */
export function assessEdition(zip: Uint8Array, key?: string): EditionReport {
  const entries = findEntries(zip)
  const read = (path: string, most: number): Buffer | null => {
    const entry = entries.get(path)
    const content = entry === undefined || entry.bytes > most ? null : unpackFile(entry)
    return content === null ? null : Buffer.from(content)
  }
  const text = read(editionFiles.manifest, mostManifest)?.toString('utf8')
  const manifest = text === undefined ? null : parseManifest(text)
  if (manifest === null) {
    const message = entries.has(editionFiles.manifest)
      ? 'was changed'
      : 'is missing: this is not the zip of an edition'
    return { ok: false, faults: [{ file: editionFiles.manifest, message }], manifest, checkpoint: null }
  }
  const signature = read(editionFiles.signature, mostManifest)?.toString('utf8') ?? ''
  const unsigned = listSignatureFaults(manifest, signature)
  // Of what another manifest says of the files nothing can be told.
  if (unsigned[0]?.file === editionFiles.manifest)
    return { ok: false, faults: unsigned, manifest, checkpoint: null }
  const faults = [...unsigned, ...listContentFaults(manifest, read)]
  const checkpoint = readCheckpointBy(
    read(editionFiles.checkpoint, mostManifest)?.toString('utf8') ?? '',
    manifest.key,
  )
  if (checkpoint === null)
    faults.push({ file: editionFiles.checkpoint, message: 'holds no checkpoint that the key signed' })
  if (faults.length === 0 && key !== undefined && manifest.key !== key.trim())
    faults.push({ file: editionFiles.key, message: 'is another key than the one that you gave' })
  if (faults.length === 0) faults.push(...listLayoutFaults(zip, manifest, signature, entries))
  const first = new Map(faults.toReversed().map((fault) => [fault.file, fault]))
  return { ok: faults.length === 0, faults: [...first.values()].reverse(), manifest, checkpoint }
}

function listSignatureFaults(manifest: EditionManifest, signature: string): EditionFault[] {
  if (isSigned(manifest, signature)) return []
  const key = parseVerifierKey(manifest.key)
  // A signature that fits its own words speaks of another manifest.
  return key === null || readNote(signature, key) !== null
    ? [{ file: editionFiles.manifest, message: 'was changed: it is not the one that was signed' }]
    : [
        {
          file: editionFiles.signature,
          message: 'is missing or was changed: it is no signature of the manifest by its key',
        },
      ]
}

function listContentFaults(
  manifest: EditionManifest,
  read: (path: string, bytes: number) => Buffer | null,
): EditionFault[] {
  const faults = manifest.files.flatMap(({ path, bytes, sha256: published }) => {
    const content = read(path, bytes)
    return content !== null && sha256(content) === published
      ? []
      : [{ file: path, message: 'is missing, or is not the file that was published' }]
  })
  const data = manifest.files.find(({ path }) => path === editionFiles.data)
  return data?.sha256 === manifest.dataSha256
    ? faults
    : [...faults, { file: editionFiles.data, message: 'is not what the manifest says of the data' }]
}

/** Compares heads, packing, directory and end with the only ones that fit the manifest. */
function listLayoutFaults(
  zip: Uint8Array,
  manifest: EditionManifest,
  signature: string,
  entries: Entries,
): EditionFault[] {
  const packed: Packed[] = [
    storeFile(editionFiles.manifest, Buffer.from(formatManifest(manifest))),
    storeFile(editionFiles.signature, Buffer.from(signature)),
    ...manifest.files.map(({ path, bytes }) => {
      const stream = entries.get(path)?.stream ?? new Uint8Array()
      const content = unpackFile({ stream, isDeflated: entries.get(path)?.isDeflated ?? false, bytes })
      return { path, stream, isDeflated: true, bytes, crc: getCrc(content ?? new Uint8Array()) }
    }),
  ]
  const published = new Map(manifest.files.map((file) => [file.path, file]))
  const altered = packed.filter(({ path, stream }) => {
    const file = published.get(path)
    return file !== undefined && sha256(stream) !== file.packedSha256
  })
  if (altered.length > 0)
    return altered.map(({ path }) => ({
      file: path,
      message: 'is packed in another way than it was published',
    }))
  const expected = listRegions(packed)
  let at = 0
  const known = new Set(packed.map(({ path }) => path))
  const faults: EditionFault[] = [...entries.paths]
    .filter((path) => !known.has(path))
    .map((file) => ({ file, message: 'is not part of the edition' }))
  for (const { path, bytes } of expected) {
    if (Buffer.compare(bytes, zip.subarray(at, at + bytes.byteLength)) !== 0)
      faults.push({
        file: path,
        message:
          path === null
            ? 'The end of the zip was changed.'
            : 'is whole, but what the zip says of it was changed',
      })
    at += bytes.byteLength
  }
  if (at !== zip.byteLength)
    faults.push({ file: null, message: 'Something was added to the zip or cut off from it.' })
  return faults
}

/** Content of a file of an edition's zip; null where there is none of that path. Whether it is the one that was published, `assessEdition` says. */
export function readEditionFile(zip: Uint8Array, path: string): Uint8Array | null {
  const entry = findEntries(zip).get(path)
  return entry === undefined ? null : unpackFile(entry)
}
