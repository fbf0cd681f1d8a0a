import { resolve } from 'node:path'
import { buildCommand, CommandRefused } from '../command.ts'
import { findProofFault, type LogProof, logProof } from '../log-proof.ts'
import { readGivenFile } from '../read-given-file.ts'
import { readKey } from './edition-verify.command.ts'

export const logVerifyCommand = buildCommand({
  name: 'log verify',
  usage: 'PROOF [--key KEY]',
  summary: 'Checks a proof of inclusion or consistency, without an installation',
  details: `
  PROOF       a file that “waymark log proof” or “waymark log consistency” wrote
  --key KEY   what must have signed the checkpoint: the text “name+id+base64”, or a file that holds it

Refused (exit code 1) when the proof does not hold.
`,
  options: { key: { type: 'string' } },
  operands: [1, 1],
  buildFailure: (error) => ({ ok: false, error }),
  run: async ({ values, operands: [name = ''] }, { folder }) => {
    const key = values.key === undefined ? undefined : await readKey(folder, values.key)
    const proof = parseProof(
      Buffer.from(await readGivenFile(resolve(folder, name), 10_000_000)).toString('utf8'),
    )
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
