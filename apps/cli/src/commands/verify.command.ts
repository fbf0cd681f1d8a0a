import { verifyChain } from '@waymark/db/queries/audit.query'
import { formatCount } from '@waymark/exchange/dossier-file/file-error'
import { buildCommand } from '../command.ts'
import { withInstallation } from '../installation.ts'

export const verifyCommand = buildCommand({
  name: 'verify',
  usage: '',
  summary: 'Walks the audit chain and names what was altered',
  details: `
Recomputes the hash of every audit entry, its link to the one before, and the digests of all rows that it covers.
It cannot notice that the end was cut off: note the head (number and hash) elsewhere and compare. Refused (exit code 1)
when anything does not fit.
`,
  options: {},
  operands: [0, 0],
  buildFailure: (error) => ({ ok: false, entries: 0, head: null, faults: [], faultCount: 0, error }),
  run: async (_, surroundings) => {
    const { ok, entries, head, faults, faultCount } = await withInstallation(
      surroundings,
      { make: false },
      ({ app }) => verifyChain(app),
    )
    const number = entries === 1 ? 'One entry' : `${formatCount(entries)} entries`
    const listed =
      faults.length < faultCount ? `, of which the first ${formatCount(faults.length)} are listed` : ''
    return {
      ok,
      json: { ok, entries, head, faults, faultCount },
      text: ok ? `The chain is whole. ${number}; head: ${head.seq} ${head.hash}` : '',
      ...(ok
        ? {}
        : {
            problems: [
              ...faults.map(({ message }) => message),
              `The chain is not whole. ${number}, ${formatCount(faultCount)} ${faultCount === 1 ? 'fault' : 'faults'}${listed}; the first at entry ${faults[0]?.seq}.`,
            ].join('\n'),
          }),
    }
  },
})
