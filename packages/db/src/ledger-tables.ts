import { ledgerTables as recordTables } from './migrations/0001-record.ts'

/** Every ledger table there is: rows are only added, and each names the audit entry that covers it. */
export const ledgerTables: readonly string[] = [
  ...recordTables,
  'waiver',
  'milestone_event',
  'file',
  'evidence_item',
  'coding',
  'case_proposal',
  'case_decision',
  'translation',
  'edition',
  'edition_decision',
  'meeting_series',
  'meeting',
  'meeting_event',
  'action_event',
  'assessment_decision',
  'case_hearing',
  'briefing',
  'briefing_version',
  'briefing_outcome',
  'briefing_template',
]
