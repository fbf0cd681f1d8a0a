/** Words of minutes as they leave the house. The type is the contract for the other languages. */
export const minutesMessages = {
  kicker: (series: string, number: number) => `Minutes · ${series}, meeting ${number}`,
  heldOn: (date: string) => `Held on ${date}.`,
  draft: 'Draft. These minutes are not approved yet.',
  approved: (at: string) => `Approved: ${at}.`,
  approvedBy: (name: string, at: string) => `Approved by ${name}: ${at}.`,
  audience: {
    internal: 'Internal: not for circulation.',
    partner: 'For partner organisations.',
    delegation: 'For the EU delegation.',
  },
  /** Stands in the footer of a draft. */
  draftMark: 'DRAFT',
  footer: (title: string, sha256: string, asOf: string | null, knownAt: string | null) =>
    `Waymark · ${title} · minutes ${sha256}${asOf === null || knownAt === null ? '' : ` · record of ${asOf}, cut-off ${knownAt}`}`,
  pageWords: ['Page ', ' of ', ''] as readonly [string, string, string],
  notes: 'Notes',
  back: (number: number) => `Back to note ${number}`,
  attendance: 'Attendance',
  attendanceCaption: 'Who was present, absent or excused',
  name: 'Name',
  presence: 'Attendance',
  presences: { present: 'Present', absent: 'Absent', excused: 'Excused' },
  nothing: 'Nothing of this meeting is for this audience.',
  erased: 'A record that is not there any more',
  late: 'Came onto the agenda after it was frozen.',
  dropped: (reason: string) => `Dropped from the agenda: ${reason}`,
  recused: (names: string) => `Recused: ${names}`,
  recusedBecause: (name: string, reason: string) => `${name} (${reason})`,
  decision: 'Decision: ',
  notSealed: 'Proposed, not decided: ',
  options: 'Options considered:',
  votes: (pro: number, contra: number, abstain: number) =>
    `Votes: ${pro} for, ${contra} against, ${abstain} abstaining.`,
  dissent: 'Dissent: ',
  review: (date: string) => `To be looked at again: ${date}.`,
  supersedes: 'Stands in place of an earlier decision.',
  finding: (ref: string, level: string, effective: string) =>
    `Proposes a finding for ${ref}: ${level}, as of ${effective}. It counts once a second person has published it.`,
  actions: 'Action points',
  action: 'What',
  owner: 'Who',
  due: 'Until',
  discussion: 'What was said',
  amendments: 'Amendments',
  amendedBy: (name: string) => ` · ${name}`,
  comment: (text: string) => ` (${text})`,
  about: 'About these minutes',
  aboutHash: (sha256: string) =>
    `SHA-256 of the whole minutes, of which each audience gets its part: ${sha256}. Once they are approved it stands in the log of the record.`,
  aboutRecord: (asOf: string, knownAt: string) =>
    `The agenda was built from the record as of ${asOf}, as it was known at ${knownAt}.`,
  aboutNoRecord: 'The agenda was not built from the record.',
}
export type MinutesMessages = typeof minutesMessages
