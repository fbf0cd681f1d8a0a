import { listApprovals, listMeetingEvents } from '@waymark/db/queries/meeting.query'
import { foldMeeting } from '@waymark/meeting/fold'
import type { Context } from '../../context.ts'
import { hashMinutes } from './minutes.query.ts'

/** What is wrong with approved minutes. `entry`: the audit entry of their approval. */
export type MinutesVerdict = { readonly meeting: number; readonly entry: number; readonly message: string }
export type MinutesReport = { readonly checked: number; readonly faults: readonly MinutesVerdict[] }

/**
 * Makes the minutes of every approved meeting once more from its events and compares their hash with the one that was approved, in the
 * event and in the audit entry, in the order in which they were approved.
 */
export async function verifyMinutes({ record }: Pick<Context, 'record'>): Promise<MinutesReport> {
  const approvals = await listApprovals(record.app)
  const faults: MinutesVerdict[] = []
  for (const { meeting, dossier, entry, approved, audited } of approvals) {
    const name = `Minutes of meeting ${dossier}/${meeting}`
    // Of the events as they stand, and not of what this process remembers of them.
    const now = hashMinutes(foldMeeting(await listMeetingEvents(record.app, meeting)))
    if (now !== approved)
      faults.push({
        meeting,
        entry,
        message: `${name}: they are not what was approved: ${approved} then, ${now} now.`,
      })
    if (audited !== approved)
      faults.push({ meeting, entry, message: `${name}: the log holds another hash than their approval.` })
  }
  return { checked: approvals.length, faults }
}
