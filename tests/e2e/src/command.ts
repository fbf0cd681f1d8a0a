import { spawn } from 'node:child_process'
import { root } from './site.ts'

export type CommandOutcome = { readonly code: number; readonly out: string; readonly err: string }

/** Runs `waymark …` beside the running site, on its record. */
export function runCommand(dataDir: string, args: readonly string[]): Promise<CommandOutcome> {
  const { DATABASE_URL: _, ...env } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['apps/cli/src/main.ts', ...args], {
      cwd: root,
      env: { ...env, WAYMARK_DATA: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const told = { out: '', err: '' }
    child.stdout.on('data', (text) => {
      told.out += text
    })
    child.stderr.on('data', (text) => {
      told.err += text
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? -1, ...told }))
  })
}
