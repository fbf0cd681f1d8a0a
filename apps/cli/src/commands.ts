import type { Command } from './command.ts'
import { backupCommand } from './commands/backup.command.ts'
import { checkCommand } from './commands/check.command.ts'
import { doctorCommand } from './commands/doctor.command.ts'
import { editionKeyCommand } from './commands/edition-key.command.ts'
import { editionListCommand } from './commands/edition-list.command.ts'
import { editionPublishCommand } from './commands/edition-publish.command.ts'
import { editionVerifyCommand } from './commands/edition-verify.command.ts'
import { exportCommand } from './commands/export.command.ts'
import { importCommand } from './commands/import.command.ts'
import { logCheckpointCommand, logConsistencyCommand, logProofCommand } from './commands/log.command.ts'
import { logVerifyCommand } from './commands/log-verify.command.ts'
import { restoreCommand } from './commands/restore.command.ts'
import { userAddCommand } from './commands/user-add.command.ts'
import { userDisableCommand, userEnableCommand } from './commands/user-disable.command.ts'
import { userListCommand } from './commands/user-list.command.ts'
import { userPasswordCommand } from './commands/user-password.command.ts'
import { userRoleCommand } from './commands/user-role.command.ts'
import { verifyCommand } from './commands/verify.command.ts'

/** Every command there is, in the order of `--help`. A new one is a file in `commands/` and a line here. */
export const commands: readonly Command[] = [
  importCommand,
  exportCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  checkCommand,
  doctorCommand,
  userAddCommand,
  userListCommand,
  userRoleCommand,
  userDisableCommand,
  userEnableCommand,
  userPasswordCommand,
  editionPublishCommand,
  editionListCommand,
  editionVerifyCommand,
  editionKeyCommand,
  logCheckpointCommand,
  logProofCommand,
  logConsistencyCommand,
  logVerifyCommand,
]

/** The command that the words name, with the rest of the words; undefined when there is none. */
export function getCommand(
  words: readonly string[],
): { readonly command: Command; readonly args: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    const command = commands.find((one) => one.name === name)
    if (command) return { command, args: words.slice(length) }
  }
  return undefined
}

/** Commands whose name begins with this word: `user`. */
export const listCommandsOf = (word: string | undefined): readonly Command[] =>
  commands.filter(({ name }) => word !== undefined && name.startsWith(`${word} `))
