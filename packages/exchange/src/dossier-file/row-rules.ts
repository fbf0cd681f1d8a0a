import type { FileError } from './file-error.ts'
import { formatPath } from './file-error.ts'
import type { TableName } from './schema.ts'

/**
 * The rules between fields of one row. The schemas have them too, but stop asking once a field of the row is refused;
 * here they are asked of any row, so that every error is reported at once. The sentences are those of the schemas.
 */
const rules: Partial<Record<TableName, readonly [broken: (row: Row) => boolean, message: string][]>> = {
  assessments: [
    [
      (a) => (a.level === undefined) === (a.state === undefined),
      'Give either a level or a state, not both and not neither.',
    ],
    [(a) => a.state !== undefined && a.contrary === true, 'Contrary goes with a level, not with a state.'],
    [
      (a) => (a.supersedes === undefined) !== (a.reason === undefined),
      'A correction names what it supersedes and gives its reason.',
    ],
  ],
  linkages: [
    [
      (l) => l.role === 'required' && l.required === undefined,
      'A required link names the level that must be reached.',
    ],
    [
      (l) => l.role === 'context' && l.required !== undefined,
      'A link that only gives context has no required level.',
    ],
  ],
}

type Row = Readonly<Record<string, unknown>>

export function listRowErrors(table: TableName, index: number, row: Row): FileError[] {
  const broken = (rules[table] ?? []).filter(([isBroken]) => isBroken(row))
  return broken.map(([, message]) => ({ path: formatPath([table, index]), message, code: 'invalid-input' }))
}
