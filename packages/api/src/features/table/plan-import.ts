import { may, type Permission } from '@waymark/access/permission'
import type { Role } from '@waymark/access/role'
import { listSubmissions, type Submission } from '@waymark/db/queries/register.query'
import type { Database } from '@waymark/db/schema'
import type { TableName } from '@waymark/exchange/dossier-file/schema'
import { type Change, listCellChanges, listChanges } from '@waymark/exchange/tables/list-changes'
import type { MappedSheet } from '@waymark/exchange/tables/mapped-sheet'
import { formatPlacedError, type SheetError } from '@waymark/exchange/tables/placed-error'
import type { Register } from '@waymark/exchange/tables/register'
import { formatCanonicalJson, type JsonValue } from '@waymark/ledger/canonical-json'
import { sha256 } from '@waymark/ledger/hash'
import type { Kysely } from 'kysely'
import { getRegister } from './get-register.ts'

/** What it takes to change a table. What is public at once and moves figures or gates takes who may do so at the desk. */
export const tablePermissions = {
  actors: 'linkage.write',
  sources: 'source.record',
  areas: 'linkage.write',
  rounds: 'linkage.write',
  commitments: 'linkage.write',
  tracks: 'linkage.write',
  milestones: 'linkage.write',
  recommendations: 'linkage.write',
  linkages: 'linkage.write',
  uptake: 'uptake.write',
  assessments: 'assessment.submit',
  claims: 'claim.write',
  cases: 'case.write',
} as const satisfies Record<TableName, Permission>

export type Plan = {
  readonly dossierId: number
  readonly register: Register
  readonly changes: readonly Change[]
  readonly unchanged: number
  readonly errors: readonly SheetError[]
  readonly errorCount: number
  /** What was decided and on which versions, as a hash: equal plans mean the same for the same record. */
  readonly basis: string
}

/** The role that the operator of the command line has for tables. */
const operatorRole = 'administrator'

/**
 * What the sheets of a file mean for a dossier as it stands: read in the transaction that is given, or as of now. Assessments
 * that were brought before and wait for review are not brought again.
 */
export async function planImport(
  app: Kysely<Database>,
  given: {
    readonly dossier: string
    readonly role: Role
    readonly now: string
    readonly buildSheets: (register: Register) => readonly MappedSheet[]
  },
): Promise<Plan | null> {
  const role = given.role === 'operator' ? operatorRole : given.role
  const found = await getRegister(app, given.dossier, role)
  if (found === null) return null
  const sheets = given.buildSheets(found.register)
  const read = listChanges(found.register, sheets, { today: given.now.slice(0, 10), now: given.now })
  const submissions = await listSubmissions(app, found.dossierId)
  const changes = read.changes.filter((change) => !isSubmitted(change, submissions))
  const forbidden = changes
    .filter(({ table }) => !may(role, tablePermissions[table]))
    .map((change) => formatPlacedError(sheets, change.place, null, formatForbidden(change)))
  const content = changes.map(({ table, key, known, row }) => ({ table, key, known, row }))
  return {
    ...found,
    changes,
    unchanged: read.unchanged + read.changes.length - changes.length,
    errors: [...forbidden, ...read.errors].slice(0, 1000),
    errorCount: forbidden.length + read.errorCount,
    basis: sha256(formatCanonicalJson(JSON.parse(JSON.stringify(content)) as JsonValue)),
  }
}

const formatForbidden = ({ table }: Change): string =>
  `Changes to ${table} show in public at once: a reviewer or an administrator brings them in. Take the row out, or ask one.`

function isSubmitted(change: Change, submissions: readonly Submission[]): boolean {
  if (change.table !== 'assessments') return false
  return submissions.some(
    (one) =>
      (change.known === null ? one.key === change.row.key : one.supersedes === change.known.id) &&
      listCellChanges('assessments', {
        id: one.id,
        before: { ...one.row, key: null },
        after: { ...change.row, key: null },
      }).length === 0,
  )
}
