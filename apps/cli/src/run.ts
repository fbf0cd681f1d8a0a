import { SecretFileError } from '@waymark/config/secret'
import { RestoreRefusedError } from '@waymark/db/backup/load'
import { NewerDatabaseError } from '@waymark/db/migrate'
import { ServerRefusedError } from '@waymark/db/open'
import { RolesRefusedError } from '@waymark/db/roles'
import { ServerError } from '@waymark/db/server/errors'
import { BackupPassphraseError, DamagedBackupError } from '@waymark/files/backup/read-backup'
import { type Command, CommandRefused, type Outcome, type Surroundings, WrongUsage } from './command.ts'
import { commands, getCommand, listCommandsOf } from './commands.ts'
import { formatHelp, formatOverview, formatUsageError } from './help.ts'
import { formatForTerminal, formatJson } from './output.ts'

/** What a run leaves: its exit code, and its words for standard output and standard error. */
export type Ending = {
  readonly exitCode: 0 | 1 | 2 | 'interrupted'
  readonly stdout: string
  readonly stderr: string
}

/** Runs one command line, the words after `waymark`. Never throws. */
export async function runCommandLine(words: readonly string[], surroundings: Surroundings): Promise<Ending> {
  const { asksHelp, asksJson, rest } = takeShared(words)
  const formatStdout = (json: object, text: string) =>
    asksJson ? `${formatJson(json)}\n` : formatForTerminal(text)
  const endWrongly = (message: string, command?: Command): Ending => ({
    exitCode: 2,
    stdout: asksJson ? formatStdout(getFailure(command, message), '') : '',
    stderr: formatForTerminal(`${formatUsageError(message, command)}\n`),
  })
  const endWithHelp = (help: string): Ending => ({
    exitCode: 0,
    stdout: formatStdout({ help }, help),
    stderr: '',
  })

  const found = getCommand(rest)
  if (!found) {
    const group = listCommandsOf(rest[0])
    if (asksHelp && (rest.length === 0 || group.length > 0))
      return endWithHelp(rest.length === 0 ? formatOverview(commands) : group.map(formatHelp).join('\n'))
    return endWrongly(formatUnknown(rest, group))
  }
  const { command, args } = found
  if (asksHelp) return endWithHelp(formatHelp(command))
  try {
    const outcome: Outcome = await command.run(args, surroundings)
    return {
      exitCode: outcome.ok ? 0 : 1,
      stdout: formatStdout(outcome.json, outcome.text === '' ? '' : `${outcome.text}\n`),
      stderr: outcome.problems ? formatForTerminal(`${outcome.problems}\n`) : '',
    }
  } catch (error) {
    if (error instanceof WrongUsage) return endWrongly(error.message, command)
    const message = surroundings.signal.aborted ? 'Interrupted. Nothing was changed.' : formatFailure(error)
    return {
      exitCode: surroundings.signal.aborted ? 'interrupted' : 1,
      stdout: formatStdout(getFailure(command, message), ''),
      stderr: formatForTerminal(`${message}\n`),
    }
  }
}

const getFailure = (command: Command | undefined, message: string): object =>
  command?.buildFailure?.(message) ?? { error: message }

/** Takes `--json` and `--help` out, which every command has; what follows `--` is left as it is. */
function takeShared(words: readonly string[]) {
  const end = words.indexOf('--')
  const options = end === -1 ? words : words.slice(0, end)
  const isShared = (word: string) => word === '--json' || word === '--help' || word === '-h'
  return {
    asksJson: options.includes('--json'),
    asksHelp: options.includes('--help') || options.includes('-h'),
    rest: [...options.filter((word) => !isShared(word)), ...(end === -1 ? [] : words.slice(end))],
  }
}

function formatUnknown(words: readonly string[], group: readonly Command[]): string {
  const names = (list: readonly Command[]) => list.map(({ name }) => name).join(', ')
  if (words.length === 0) return `Say which command: ${names(commands)}.`
  if (group.length > 0) return `Say what to do with the ${words[0]}: ${names(group)}.`
  return `There is no command “${words[0]}”. The commands are: ${names(commands)}.`
}

const plain = [
  CommandRefused,
  ServerError,
  RolesRefusedError,
  NewerDatabaseError,
  ServerRefusedError,
  SecretFileError,
  RestoreRefusedError,
  DamagedBackupError,
  BackupPassphraseError,
]

/** Errors of ours are sentences already; of others, the operator needs to see whatever they say. */
function formatFailure(error: unknown): string {
  if (!(error instanceof Error)) return `The command failed: ${String(error)}`
  if (plain.some((kind) => error instanceof kind)) return error.message
  const { code } = error as NodeJS.ErrnoException
  // Several addresses were tried: the driver then says nothing itself.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  const message = first instanceof Error && first.message !== '' ? first.message : error.name
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT')
    return `The database server cannot be reached (${message}). Look whether it runs, and at DATABASE_URL.`
  return `The command failed: ${message}`
}
