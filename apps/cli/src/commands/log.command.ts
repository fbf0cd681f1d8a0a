import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buildLogCheckpoint, readLogTree } from '@waymark/api/features/edition/log-checkpoint'
import { listEntryHashes } from '@waymark/db/queries/log.query'
import { buildCheckpoint, readCheckpointBy } from '@waymark/ledger/checkpoint'
import { buildConsistencyProof, buildInclusionProof, buildTree, getRoot } from '@waymark/ledger/merkle'
import type { SigningKey } from '@waymark/ledger/signed-note'
import { buildCommand, CommandRefused, type Outcome, WrongUsage } from '../command.ts'
import { type OpenInstallation, withInstallation } from '../installation.ts'
import { findProofFault, type LogProof } from '../log-proof.ts'
import { readGivenFile } from '../read-given-file.ts'
import { readKey } from './edition-verify.command.ts'

function getKey({ context }: OpenInstallation): SigningKey {
  const { key } = context.editions
  if (key === null)
    throw new CommandRefused('This installation has no key to sign with. See waymark edition key --help.')
  return key
}

export const logCheckpointCommand = buildCommand({
  name: 'log checkpoint',
  usage: '[--out FILE]',
  summary: 'Prints how long the audit log is and what its root is, signed',
  details: `
  --out FILE   writes it to a file; one that is there is not written over

A checkpoint (C2SP tlog-checkpoint). Keep one with every backup, on another machine, or with somebody else: a later log that was cut off or
rewritten cannot be made consistent with it.
`,
  options: { out: { type: 'string' } },
  operands: [0, 0],
  run: async ({ values }, surroundings) => {
    const { note, size, key } = await withInstallation(
      surroundings,
      { make: false },
      async (installation) => {
        const signing = getKey(installation)
        return { ...(await buildLogCheckpoint(installation.app, signing)), key: signing.verifier }
      },
    )
    if (values.out !== undefined) await writeNew(resolve(surroundings.folder, values.out), note)
    return { ok: true, json: { checkpoint: note, size, key }, text: note.trimEnd() }
  },
})

const proofOptions = { out: { type: 'string' } } as const

export const logProofCommand = buildCommand({
  name: 'log proof',
  usage: 'ENTRY [--out FILE]',
  summary: 'Proves that an entry of the audit trail is in the log',
  details: `
  ENTRY        number of the entry, as the audit trail shows it
  --out FILE   where to; left out: on standard output

The proof holds a signed checkpoint of the log as it is now. “waymark log verify” checks it without an installation.
`,
  options: proofOptions,
  operands: [1, 1],
  run: async ({ values, operands: [given = ''] }, surroundings) => {
    if (!/^[1-9]\d{0,14}$/.test(given)) throw new WrongUsage(`“${given}” is no number of an entry.`)
    const entry = Number(given)
    const proof = await withInstallation(
      surroundings,
      { make: false },
      async (installation): Promise<LogProof> => {
        const key = getKey(installation)
        const hashes = await listEntryHashes(installation.app)
        const hash = hashes[entry - 1]
        if (hash === undefined)
          throw new CommandRefused(`There is no entry ${entry}: the log has ${hashes.length}.`)
        const tree = buildTree(hashes)
        return {
          format: 'waymark-log-proof/1',
          kind: 'inclusion',
          entry,
          entryHash: hash.toString('hex'),
          key: key.verifier,
          checkpoint: buildCheckpoint({ size: tree.size, root: getRoot(tree) }, key),
          proof: buildInclusionProof(tree, entry - 1).map((step) => step.toString('base64')),
        }
      },
    )
    return finish(proof, values.out, surroundings.folder)
  },
})

export const logConsistencyCommand = buildCommand({
  name: 'log consistency',
  usage: 'CHECKPOINT [--key KEY] [--out FILE]',
  summary: 'Proves that the log only grew since a checkpoint that somebody kept',
  details: `
  CHECKPOINT   a file with a checkpoint: one that was kept, or checkpoint.txt of an edition
  --key KEY    what signed it; left out: the key of today
  --out FILE   where to; left out: on standard output

Refused (exit code 1) when the log was cut off or rewritten since. “waymark log verify” checks the proof without an installation.
`,
  options: { ...proofOptions, key: { type: 'string' } },
  operands: [1, 1],
  run: async ({ values, operands: [name = ''] }, surroundings) => {
    const { folder } = surroundings
    const former = Buffer.from(await readGivenFile(resolve(folder, name), 100_000)).toString('utf8')
    const given = values.key === undefined ? undefined : await readKey(folder, values.key)
    const proof = await withInstallation(
      surroundings,
      { make: false },
      async (installation): Promise<LogProof> => {
        const key = getKey(installation)
        const formerKey = given ?? key.verifier
        const head = readCheckpointBy(former, formerKey)
        if (head === null) throw new CommandRefused('The file holds no checkpoint that the key signed.')
        const tree = await readLogTree(installation.app)
        if (head.size > tree.size)
          throw new CommandRefused(
            `The log was cut off: it had ${head.size} entries at the checkpoint, and has ${tree.size} now.`,
          )
        return {
          format: 'waymark-log-proof/1',
          kind: 'consistency',
          former,
          formerKey,
          key: key.verifier,
          checkpoint: buildCheckpoint({ size: tree.size, root: getRoot(tree) }, key),
          proof: buildConsistencyProof(tree, head.size).map((step) => step.toString('base64')),
        }
      },
    )
    const fault = findProofFault(proof)
    if (fault !== null) throw new CommandRefused(fault)
    return finish(proof, values.out, folder)
  },
})

async function finish(proof: LogProof, out: string | undefined, folder: string): Promise<Outcome> {
  const text = JSON.stringify(proof, null, 2)
  if (out === undefined) return { ok: true, json: proof, text }
  const path = resolve(folder, out)
  await writeNew(path, `${text}\n`)
  return { ok: true, json: proof, text: path }
}

async function writeNew(path: string, content: string): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx' })
  } catch (error) {
    throw new CommandRefused(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}
