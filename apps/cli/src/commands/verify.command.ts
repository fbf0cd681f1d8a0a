import { verifyEditions } from '@waymark/api/features/edition/verify-editions'
import { assessFiles } from '@waymark/api/features/evidence-check/check-evidence'
import { verifyMinutes } from '@waymark/api/features/meeting/verify-minutes'
import { verifyChain } from '@waymark/db/queries/audit.query'
import { formatCount } from '@waymark/exchange/dossier-file/file-error'
import { buildCommand } from '../command.ts'
import { withInstallation } from '../installation.ts'
import { formatFileFault } from './check.command.ts'

export const verifyCommand = buildCommand({
  name: 'verify',
  usage: '',
  summary:
    'Walks the audit chain, compares files with their hashes, makes every edition and all approved minutes anew, and names what was altered',
  details: `
Recomputes the hash of every audit entry, its link to the one before, and the digests of all rows that it covers; reads
every file and compares it with the hash that its row holds; builds every published edition once more from history, and
compares the log with the checkpoint that left with it.
What was cut off from the end or written anew is noticed as far as the last edition's checkpoint. For more, keep what
“waymark log checkpoint” prints elsewhere, and compare with “waymark log consistency”. Refused (exit code 1) when anything
does not fit.
`,
  options: {},
  operands: [0, 0],
  buildFailure: (error) => ({
    ok: false,
    entries: 0,
    head: null,
    files: 0,
    editions: 0,
    minutes: 0,
    faults: [],
    faultCount: 0,
    error,
  }),
  run: async (_, surroundings) => {
    const { chain, files, editions, minutes } = await withInstallation(
      surroundings,
      { make: false },
      async (installation) => {
        const now = () => new Date().toISOString()
        const checking = { ...installation, now, signal: surroundings.signal }
        return {
          chain: await verifyChain(installation.app),
          files: await assessFiles(checking, new Date(Date.now() + 1000).toISOString()),
          editions: await verifyEditions(installation.context),
          minutes: await verifyMinutes(installation.context),
        }
      },
    )
    const { entries, head } = chain
    const others = [
      ...files.faults.map((one) => ({ seq: one.entry, kind: 'file', message: formatFileFault(one) })),
      ...editions.faults.map(({ entry, message }) => ({ seq: entry, kind: 'edition', message })),
      ...minutes.faults.map(({ entry, message }) => ({ seq: entry, kind: 'minutes', message })),
    ]
    const ok = chain.ok && others.length === 0
    const faults = [...chain.faults, ...others]
    const faultCount = chain.faultCount + others.length
    const number = entries === 1 ? 'One entry' : `${formatCount(entries)} entries`
    const listed =
      faults.length < faultCount ? `, of which the first ${formatCount(faults.length)} are listed` : ''
    return {
      ok,
      json: {
        ok,
        entries,
        head,
        files: files.checked,
        editions: editions.checked,
        minutes: minutes.checked,
        faults,
        faultCount,
      },
      text: ok
        ? `The chain is whole. ${number}; head: ${head.seq} ${head.hash}${formatEditions(editions.checked)}${formatMinutes(minutes.checked)}`
        : '',
      ...(ok
        ? {}
        : {
            problems: [
              ...faults.map(({ message }) => message),
              `${chain.ok ? `The chain is whole, but not ${named[others[0]?.kind ?? 'file']}.` : 'The chain is not whole.'} ${number}, ${formatCount(faultCount)} ${faultCount === 1 ? 'fault' : 'faults'}${listed}; the first at entry ${faults[0]?.seq}.`,
            ].join('\n'),
          }),
    }
  },
})

/** What is at fault where the chain is not. */
const named: Readonly<Record<string, string>> = {
  file: 'the files',
  edition: 'the editions',
  minutes: 'the minutes',
}

const formatMinutes = (checked: number): string =>
  checked === 0 ? '' : `\nApproved minutes made anew and found the same: ${formatCount(checked)}.`

const formatEditions = (checked: number): string =>
  checked === 0 ? '' : `\nEditions built anew and found the same: ${formatCount(checked)}.`
