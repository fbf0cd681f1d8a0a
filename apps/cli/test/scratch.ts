import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getChildEnvironment } from '@waymark/config/process-environment'
import { getPostmaster } from '@waymark/db/server/postmaster'
import { starterDossiers } from '@waymark/dossiers/starter-dossiers'
import pg from 'pg'

export const kazakhstan = starterDossiers.kazakhstan.path

/** A folder for one test file, whose name has a space; the database's user may enter it. */
export function createScratch(): { readonly folder: string; readonly dataDir: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'waymark cli-'))
  chmodSync(folder, 0o711)
  const dataDir = join(folder, 'data')
  return { folder, dataDir, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }) }
}

export function createFile(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

export const isServerRunning = (dataDir: string): boolean => {
  const cluster = join(dataDir, 'postgres', 'data')
  return existsSync(cluster) && getPostmaster(cluster) !== undefined
}

export async function query<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

export type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** The command line as a process of its own. */
export function startWaymark(
  args: readonly string[],
  env: Record<string, string>,
  stdin: string | null = null,
): { readonly child: ChildProcess; readonly ended: Promise<Run> } {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...getChildEnvironment(), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.end(stdin ?? '')
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (text) => {
    stdout += text
  })
  child.stderr.on('data', (text) => {
    stderr += text
  })
  const ended = new Promise<Run>((resolve) =>
    child.once('close', (code) => resolve({ code, stdout, stderr })),
  )
  return { child, ended }
}

export const runWaymark = (
  args: readonly string[],
  env: Record<string, string>,
  stdin: string | null = null,
) => startWaymark(args, env, stdin).ended
