import { may } from '@waymark/access/permission'
import type { AccountRole } from '@waymark/access/role'

/** An assignment is changed by whoever asked, whoever was asked, or somebody who reviews. */
export const mayChangeAssignment = (
  { id, role }: { readonly id: string; readonly role: AccountRole },
  { assigneeId, assignerId }: { readonly assigneeId: string; readonly assignerId: string },
): boolean => id === assigneeId || id === assignerId || may(role, 'assessment.review')
