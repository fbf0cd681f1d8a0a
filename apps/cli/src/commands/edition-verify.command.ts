import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { assessEdition } from '@waymark/ledger/edition'
import { parseVerifierKey } from '@waymark/ledger/signed-note'
import { buildCommand, CommandRefused, WrongUsage } from '../command.ts'
import { readGivenFile } from '../read-given-file.ts'

const mostBytes = 1024 * 1024 * 1024

export const editionVerifyCommand = buildCommand({
  name: 'edition verify',
  usage: 'FILE.zip [--key KEY]',
  summary: 'Proves the zip of an edition, without an installation, and names the file that was changed',
  details: `
  --key KEY   what must have signed it: the text “name+id+base64”, or a file that holds it

Compares every file with the manifest, the manifest with its signature, and every byte of the zip with the only one that fits
them. Without --key the key is the one that the zip names itself: compare it with the one that the site shows, or with one
that you noted before. Refused (exit code 1) when anything differs.
`,
  options: { key: { type: 'string' } },
  operands: [1, 1],
  buildFailure: (error) => ({ ok: false, faults: [], error }),
  run: async ({ values, operands: [name = ''] }, { folder }) => {
    const key = values.key === undefined ? undefined : await readKey(folder, values.key)
    const path = resolve(folder, name)
    const zip = await readGivenFile(path, mostBytes)
    const { ok, faults, manifest, checkpoint } = assessEdition(zip, key)
    const json = {
      ok,
      file: path,
      dossier: manifest?.dossier.key ?? null,
      edition: manifest?.id ?? null,
      dataSha256: manifest?.dataSha256 ?? null,
      key: manifest?.key ?? null,
      checkpoint:
        checkpoint === null
          ? null
          : {
              origin: checkpoint.origin,
              size: checkpoint.size,
              root: Buffer.from(checkpoint.root).toString('base64'),
            },
      faults,
    }
    if (!ok || manifest === null)
      return {
        ok: false,
        json,
        text: '',
        problems: faults
          .map(({ file, message }) => (file === null ? message : `${file}: ${message}.`))
          .join('\n'),
      }
    return {
      ok,
      json,
      text: [
        `Whole: edition ${manifest.id} of ${manifest.dossier.key}, “${manifest.title}”.`,
        `As of ${manifest.asOf}, known at ${manifest.knownAt}, method ${manifest.method}, published ${manifest.issuedAt}.`,
        `SHA-256 of the data: ${manifest.dataSha256}`,
        `Signed by ${manifest.key}${key === undefined ? ' — compare this key with one that you noted before' : ', the key that you gave'}.`,
        `Log at its publication: ${checkpoint?.size ?? 0} entries.`,
      ].join('\n'),
    }
  },
})

/** A key as text, or from a file. */
export async function readKey(folder: string, given: string): Promise<string> {
  if (parseVerifierKey(given) !== null) return given.trim()
  const path = resolve(folder, given)
  if (!(await isFile(path))) throw new WrongUsage(`“${given}” is neither a key nor a file.`)
  const text = Buffer.from(await readGivenFile(path, 10_000)).toString('utf8')
  if (parseVerifierKey(text) === null) throw new CommandRefused(`${path} holds no key.`)
  return text.trim()
}

const isFile = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
