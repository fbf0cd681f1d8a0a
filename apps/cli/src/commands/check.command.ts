import { assessFiles, assessLinks } from '@waymark/api/features/evidence-check/check-evidence'
import { formatCount } from '@waymark/exchange/dossier-file/file-error'
import { buildCommand } from '../command.ts'
import { withInstallation } from '../installation.ts'

export const checkCommand = buildCommand({
  name: 'check',
  usage: '[--no-links]',
  summary: 'Compares every file with its hash, and asks whether the links of public sources answer',
  details: `
What the server does by itself once a night, done now; the desk shows what was found. Only the addresses of sources that
readers see are asked for. --no-links asks for none of them. Refused (exit code 1) when a file is missing or altered; a
dead link alone is not.
`,
  options: { 'no-links': { type: 'boolean' } },
  operands: [0, 0],
  buildFailure: (error) => ({ ok: false, files: null, links: null, error }),
  run: async ({ values }, surroundings) => {
    const now = () => new Date().toISOString()
    const { files, links } = await withInstallation(surroundings, { make: false }, async (installation) => {
      const checking = { ...installation, now, signal: surroundings.signal }
      const from = new Date(Date.now() + 1000).toISOString()
      return {
        files: await assessFiles(checking, from),
        links: values['no-links'] ? null : await assessLinks(checking, from),
      }
    })
    const ok = files.faults.length === 0
    const lines = [
      `Files compared with their hashes: ${formatCount(files.checked)}.`,
      ...(links === null
        ? []
        : [
            `Links asked for: ${formatCount(links.checked)}, dead: ${formatCount(links.dead.length)}.`,
            ...links.dead.map(({ url, outcome }) => `  ${outcome.padEnd(12)}${url}`),
          ]),
    ]
    return {
      ok,
      json: { ok, files, links },
      text: lines.join('\n'),
      ...(ok ? {} : { problems: files.faults.map(formatFileFault).join('\n') }),
    }
  },
})

/** What is wrong with a file, and what to do. */
export const formatFileFault = ({ sha256, fault }: { sha256: string; fault: string }): string =>
  `The file ${sha256} is ${fault} in the file store. Restore it from a backup.`
