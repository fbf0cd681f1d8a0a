import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { NoSystemUserError, UnreachableFolderError } from './errors.ts'

export type SystemUser = { readonly name: string; readonly uid: number; readonly gid: number }

/**
 * The user whom the server runs as, or undefined: the user of this process. PostgreSQL refuses to run as root; then
 * it is the owner of the existing data, or `waymark`, or `postgres`, or a new `waymark`.
 * @param existing the server's folder, if there is one already
 * @throws NoSystemUserError
 */
export function getSystemUser(existing: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = listUsers()
  const owner = statSync(existing, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) {
    return (
      users.find(({ uid }) => uid === owner.uid) ?? {
        name: String(owner.uid),
        uid: owner.uid,
        gid: owner.gid,
      }
    )
  }
  return findUser(users, 'waymark') ?? findUser(users, 'postgres') ?? createUser()
}

function createUser(): SystemUser {
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'waymark']],
    ['adduser', ['-S', '-D', '-H', 'waymark']],
  ]
  for (const [command, args] of attempts) {
    try {
      execFileSync(command, args, { stdio: 'ignore' })
    } catch {
      continue
    }
    const user = findUser(listUsers(), 'waymark')
    if (user) return user
  }
  throw new NoSystemUserError(
    'PostgreSQL may not run as root and no system user "waymark" or "postgres" exists; making one failed. Run "useradd --system waymark", or start Waymark as an ordinary user.',
  )
}

function listUsers(): SystemUser[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid }) => name !== '' && uid > 0)
}

function findUser(users: readonly SystemUser[], name: string): SystemUser | undefined {
  return users.find((user) => user.name === name)
}

/** The first folder above a path that the user may not enter, from the top; undefined when all are open. */
export function getClosedFolder(user: SystemUser, path: string): string | undefined {
  const folder = dirname(path)
  const above = folder === path ? undefined : getClosedFolder(user, folder)
  if (above !== undefined || folder === path) return above
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found) return undefined
  const bit = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001
  return found.mode & bit ? undefined : folder
}

/** @throws UnreachableFolderError naming the folder and the command that opens it. */
export function refuseClosedFolder(user: SystemUser | undefined, path: string): void {
  const closed = user && getClosedFolder(user, path)
  if (!closed) return
  throw new UnreachableFolderError(
    `The database server runs as user "${user.name}" (PostgreSQL may not run as root), who may not enter the folder ${closed} on the way to ${path}. ` +
      `Run "chmod o+x '${closed}'", or set WAYMARK_DATA to a folder such as /var/lib/waymark, or start Waymark as an ordinary user.`,
  )
}

/** Makes a folder with those above it; where the server runs as another user, that user may enter them. */
export function createFolder(path: string, user: SystemUser | undefined): void {
  const first = mkdirSync(path, { recursive: true, mode: user ? 0o711 : 0o700 })
  if (!first || !user) return
  // The process's mask may have closed what we made.
  for (let folder = path; folder.length >= first.length; folder = dirname(folder)) chmodSync(folder, 0o711)
}
