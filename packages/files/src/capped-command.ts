import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const child = fileURLToPath(new URL('./scripts/capped-child.ts', import.meta.url))

/** The folders that hold the program, and nothing that it keeps: the nearest folder above that has both. */
function listProgramFolders(): string[] {
  let folder = dirname(child)
  while (!(existsSync(join(folder, 'packages')) && existsSync(join(folder, 'node_modules')))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('The folder of the program was not found.')
    folder = above
  }
  return ['packages', 'node_modules'].map((name) => realpathSync(join(folder, name)) + sep)
}

/**
 * The command line of a child. Node's permission model leaves it reads of the program's own folders; no writes, no
 * processes, no threads. Node 24 has no permission for the network: a parser's child could open a socket if it were
 * taken over, which is why it is handed nothing worth sending but the file itself.
 * Where there is a shell, the kernel limits the time of the processor as well, so that a child that never yields ends even
 * when the server was killed and nobody counts for it; and a crash writes no image of its memory to the disk.
 */
export function buildCommand(
  script: URL,
  limits: { readonly memoryMb: number; readonly milliseconds: number },
  addons: boolean,
): { program: string; parameters: string[] } {
  const node = [
    '--no-warnings',
    '--disable-proto=throw',
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${limits.memoryMb}`,
    '--permission',
    ...listProgramFolders().map((folder) => `--allow-fs-read=${folder}`),
    ...(addons ? ['--allow-addons'] : []),
    child,
    script.href,
  ]
  if (process.platform === 'win32') return { program: process.execPath, parameters: node }
  // Twice and a little more: several threads (compiler, collector, image library) count together.
  const seconds = Math.ceil(limits.milliseconds / 1000) * 2 + 2
  return {
    program: '/bin/sh',
    parameters: [
      '-c',
      `ulimit -c 0; ulimit -t ${seconds}; unset PWD OLDPWD SHLVL _; exec "$0" "$@"`,
      process.execPath,
      ...node,
    ],
  }
}
