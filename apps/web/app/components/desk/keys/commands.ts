import { may, type Permission } from '@waymark/access/permission'
import type { DeskWords } from '../desk-words.ts'

import type { Role } from '../views.ts'

export type Command = { readonly label: string; readonly href: string }

const recordPath = /^(\/desk\/([a-z0-9-]+)\/recommendations\/([^/]+))(?:\/|$)/

/** The record that an address of the desk is about, or null. */
export function parseRecordPath(
  path: string,
): { readonly base: string; readonly dossier: string; readonly ref: string } | null {
  const [, base, dossier, ref] = recordPath.exec(path) ?? []
  return base === undefined || dossier === undefined || ref === undefined ? null : { base, dossier, ref }
}

/** What can be done with the record that is open, as far as the role goes. */
export function listRecordCommands({ t }: DeskWords, path: string, role: Role): Command[] {
  const copy = t.keys.commands
  const record = parseRecordPath(path)
  if (record === null) return []
  const { base, dossier, ref } = record
  const all: (Command & { permission: Permission })[] = [
    { label: `${copy.record} ${ref}`, href: base, permission: 'read.desk' },
    { label: `${copy.assess} ${ref}`, href: `${base}/assess`, permission: 'assessment.submit' },
    { label: `${copy.uptake}: ${ref}`, href: `${base}/uptake`, permission: 'uptake.write' },
    {
      label: `${copy.asPublic}: ${ref}`,
      href: `/${dossier}/recommendations/${ref}`,
      permission: 'read.desk',
    },
  ]
  return all.filter(({ permission }) => may(role, permission))
}
