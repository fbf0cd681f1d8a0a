import { assessFiles } from '@waymark/api/features/evidence-check/check-evidence'
import { verifyChain } from '@waymark/db/queries/audit.query'
import { formatCount } from '@waymark/exchange/dossier-file/file-error'
import { buildCommand } from '../command.ts'
import { withInstallation } from '../installation.ts'
import { formatFileFault } from './check.command.ts'

export const verifyCommand = buildCommand({
  name: 'verify',
  usage: '',
  summary: 'Walks the audit chain, compares files with their hashes, and names what was altered',
  details: `
Recomputes the hash of every audit entry, its link to the one before, and the digests of all rows that it covers; reads
every file and compares it with the hash that its row holds.
It cannot notice that the end was cut off: note the head (number and hash) elsewhere and compare. Refused (exit code 1)
when anything does not fit.
`,
  options: {},
  operands: [0, 0],
  buildFailure: (error) => ({
    ok: false,
    entries: 0,
    head: null,
    files: 0,
    faults: [],
    faultCount: 0,
    error,
  }),
  run: async (_, surroundings) => {
    const { chain, files } = await withInstallation(surroundings, { make: false }, async (installation) => {
      const now = () => new Date().toISOString()
      const checking = { ...installation, now, signal: surroundings.signal }
      return {
        chain: await verifyChain(installation.app),
        files: await assessFiles(checking, new Date(Date.now() + 1000).toISOString()),
      }
    })
    const { entries, head } = chain
    const ok = chain.ok && files.faults.length === 0
    const faults = [
      ...chain.faults,
      ...files.faults.map((one) => ({ seq: one.entry, kind: 'file', message: formatFileFault(one) })),
    ]
    const faultCount = chain.faultCount + files.faults.length
    const number = entries === 1 ? 'One entry' : `${formatCount(entries)} entries`
    const listed =
      faults.length < faultCount ? `, of which the first ${formatCount(faults.length)} are listed` : ''
    return {
      ok,
      json: { ok, entries, head, files: files.checked, faults, faultCount },
      text: ok ? `The chain is whole. ${number}; head: ${head.seq} ${head.hash}` : '',
      ...(ok
        ? {}
        : {
            problems: [
              ...faults.map(({ message }) => message),
              `${chain.ok ? 'The chain is whole, but not the files.' : 'The chain is not whole.'} ${number}, ${formatCount(faultCount)} ${faultCount === 1 ? 'fault' : 'faults'}${listed}; the first at entry ${faults[0]?.seq}.`,
            ].join('\n'),
          }),
    }
  },
})
