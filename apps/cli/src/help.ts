import type { Command } from './command.ts'

const formatRows = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join('\n')
}

/** What `waymark --help` says: the commands that exist, and what all of them share. */
export const formatOverview = (commands: readonly Command[]): string => `Usage: waymark <command> [options]

${formatRows(commands.map(({ name, summary }) => [name, summary] as const))}

Every command takes
  --help   says how it is used
  --json   prints one JSON object on standard output, and nothing else there

Exit codes: 0 done, 1 refused (the reason is on standard error), 2 wrong usage.
It may run while the site runs, and acts as the installation's operator; the audit trail says so.
The installation is the one of WAYMARK_DATA or DATABASE_URL.
`

/** What `waymark <command> --help` says. */
export const formatHelp = ({ name, usage, summary, details }: Command): string =>
  `Usage: waymark ${[name, usage, '[--json]'].filter(Boolean).join(' ')}\n\n${summary}.\n\n${details.trim()}\n`

/** Why a command line was not understood, and where to read on. */
export const formatUsageError = (message: string, command: Command | undefined): string =>
  command
    ? `${message}\nUsage: waymark ${[command.name, command.usage].filter(Boolean).join(' ')}`
    : `${message}\nRun waymark --help for more.`
