import { resolve } from 'node:path'
import { buildCommand, CommandRefused, type Outcome, WrongUsage } from '../command.ts'
import { readCheckpoints } from '../given-proof.ts'
import { findProofFault, type LogProof, logProof } from '../log-proof.ts'
import { readGivenFile } from '../read-given-file.ts'
import { readKey } from './edition-verify.command.ts'

export const logVerifyCommand = buildCommand({
  name: 'log verify',
  usage: 'FILE [--key KEY]',
  summary: 'Checks a proof, a checkpoint, or the checkpoints in a feed, without an installation',
  details: `
  FILE        what “waymark log proof” or “waymark log consistency” wrote; a checkpoint; or feed.atom of a dossier, whose
              entries of editions carry theirs
  --key KEY   what must have signed the checkpoint: the text “name+id+base64”, or a file that holds it

A checkpoint alone does not name what signed it and needs --key. Refused (exit code 1) when anything does not hold.
`,
  options: { key: { type: 'string' } },
  operands: [1, 1],
  buildFailure: (error) => ({ ok: false, error }),
  run: async ({ values, operands: [name = ''] }, { folder }) => {
    const key = values.key === undefined ? undefined : await readKey(folder, values.key)
    const text = Buffer.from(await readGivenFile(resolve(folder, name), 10_000_000)).toString('utf8')
    const checkpoints = readCheckpoints(text, key)
    if (checkpoints !== null) {
      if (key === undefined && !text.includes('<feed'))
        throw new WrongUsage('A checkpoint does not name its key: give it with --key.')
      return buildCheckpointOutcome(checkpoints)
    }
    const proof = parseProof(text)
    const fault = findProofFault(proof, key)
    const { kind } = proof
    if (fault !== null)
      return { ok: false, json: { ok: false, kind, error: fault }, text: '', problems: fault }
    return {
      ok: true,
      json: { ok: true, kind, key: proof.key },
      text:
        kind === 'inclusion'
          ? `Entry ${proof.entry}, ${proof.entryHash}, is in the log. Signed by ${proof.key}.`
          : `The log only grew since the former checkpoint. Signed by ${proof.key}.`,
    }
  },
})

function buildCheckpointOutcome(found: NonNullable<ReturnType<typeof readCheckpoints>>): Outcome {
  const checkpoints = found.filter((one) => one !== false)
  const wrong = found.length - checkpoints.length
  const error =
    wrong === 0 ? null : `${wrong} of ${found.length} checkpoints are not signed by the key, or were changed.`
  if (error !== null)
    return { ok: false, json: { ok: false, kind: 'checkpoint', error }, text: '', problems: error }
  return {
    ok: true,
    json: { ok: true, kind: 'checkpoint', checkpoints },
    text: checkpoints
      .map(({ origin, size, root, key }) => `${origin}: ${size} entries, root ${root}. Signed by ${key}.`)
      .join('\n'),
  }
}

function parseProof(text: string): LogProof {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new CommandRefused('The file is not JSON.')
  }
  const proof = logProof.safeParse(value)
  if (!proof.success) throw new CommandRefused('The file is no proof of the log.')
  return proof.data
}
