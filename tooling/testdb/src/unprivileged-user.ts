import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export type SystemUser = { readonly uid: number; readonly gid: number }

/** PostgreSQL refuses to run as root: the user to run it as, or undefined when this process is not root. */
export function getUnprivilegedUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const found = readUser('postgres')
  if (found) return found
  execFileSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ])
  const made = readUser('postgres')
  if (!made)
    throw new Error(
      'Tests run as root and need a system user named postgres: run "useradd --system postgres".',
    )
  return made
}

/** Whether that user may reach a file through all its folders (a repository under /root usually fails this). */
export function mayReach(user: SystemUser, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if (!(mode & bit)) return false
    if (folder === dirname(folder)) return true
  }
}

function readUser(name: string): SystemUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}
