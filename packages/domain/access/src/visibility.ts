import type { CaseRecord, Sensitivity } from '@waymark/recommendation/case'
import { may, type Permission } from './permission.ts'
import type { Role } from './role.ts'

/** What it takes to read a case of each sensitivity. */
export const caseReading = {
  public: 'read.public',
  internal: 'case.read.internal',
  confidential: 'case.read.confidential',
} as const satisfies Record<Sensitivity, Permission>

/** True when a role may know of a case of this sensitivity. */
export const mayReadCase = (role: Role, sensitivity: Sensitivity): boolean =>
  may(role, caseReading[sensitivity])

/** The sensitivities that a role may read: the condition of a query. */
export const listReadableSensitivities = (role: Role): Sensitivity[] =>
  (Object.keys(caseReading) as Sensitivity[]).filter((sensitivity) => mayReadCase(role, sensitivity))

/** A case as shown to a role. `consentBasis` is null for those who may not read internal cases. */
export type VisibleCase<C extends Pick<CaseRecord, 'sensitivity' | 'consentBasis'>> = Omit<
  C,
  'consentBasis'
> & {
  readonly consentBasis: string | null
}

/**
 * A case as a role may see it, or null for one that it may not know to exist: answered like one that does not.
 * On what basis a person agreed to be named is between them and the organisation, so those outside never see it,
 * public case or not.
 */
export function getVisibleCase<C extends Pick<CaseRecord, 'sensitivity' | 'consentBasis'>>(
  record: C,
  role: Role,
): VisibleCase<C> | null {
  if (!mayReadCase(role, record.sensitivity)) return null
  return may(role, 'case.read.internal') ? record : { ...record, consentBasis: null }
}
