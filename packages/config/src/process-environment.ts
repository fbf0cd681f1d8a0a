import type { Result } from '@waymark/kernel/result'
import type { Config, ConfigProblem } from './config.ts'
import { parseConfig } from './parse-config.ts'

/** The configuration of this process: the only place where the product reads its environment. */
export function getConfig(): Result<Config, readonly ConfigProblem[]> {
  return parseConfig(process.env, { cwd: process.cwd() })
}

/** Where the person stands who typed the command: pnpm runs scripts in the repository and tells it in INIT_CWD. */
export const getWorkingFolder = (): string => process.env.INIT_CWD || process.cwd()

// Enough to find a shell, a temporary folder and, on Windows, the system's libraries; no secret is among them.
const CHILD_VARIABLES = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'SYSTEMROOT', 'windir', 'ComSpec']

/** The environment for a child process that must not see our secrets: the database server, a spreadsheet parser. */
export function getChildEnvironment(): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of CHILD_VARIABLES) {
    const value = process.env[name]
    if (value !== undefined) found[name] = value
  }
  return found
}
