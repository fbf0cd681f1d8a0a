import type { Role } from './role.ts'

const signedIn = ['viewer', 'analyst', 'reviewer', 'administrator'] as const
const writers = ['analyst', 'reviewer', 'administrator'] as const
const reviewers = ['reviewer', 'administrator'] as const

/**
 * Every permission, with the roles that have it. Nothing is implied by rank: what is not written here is not allowed.
 * Whether a person may act on a particular row (their own assessment, a confidential case) is a further rule of its own.
 */
export const permissions = {
  /** Read what is published. */
  'read.public': ['public', ...signedIn, 'operator'],
  /** See the desk: drafts, what awaits review, what is stale. */
  'read.desk': signedIn,
  'draft.write': writers,
  'assessment.submit': writers,
  'source.record': writers,
  /** Publish, return, withdraw. */
  'assessment.review': reviewers,
  /** Record by whom a recommendation was taken up; no gate and no figure counts it. */
  'uptake.write': writers,
  /** Commitments, milestones, links and waivers: they change public gates at once, without a second person. */
  'linkage.write': reviewers,
  /** Upload and capture files, keep items of evidence, read the files of the desk. */
  'evidence.write': writers,
  /** Record what a party says of itself; no gate and no figure counts it. */
  'claim.write': writers,
  /** Rate what a colleague rated, without seeing their rating first. */
  'coding.write': writers,
  'translation.write': writers,
  /** Bring in tables (their assessments wait for review), take tables out. */
  'table.exchange': writers,
  /** Comments, assignments, shared views: what colleagues say to each other. */
  'colleague.write': writers,
  /** Record cases and their statuses, internal until two people made them public. */
  'case.write': writers,
  'case.publish': reviewers,
  'case.read.internal': writers,
  'case.read.confidential': reviewers,
  /** Prepare an edition; somebody else publishes it. */
  'edition.propose': [...writers, 'operator'],
  'edition.publish': reviewers,
  /** Review meetings are among colleagues: what is said there reaches others as minutes only. */
  'meeting.read': writers,
  /** Prepare meetings, write in the room, take and settle action points. */
  'meeting.write': writers,
  /** Approve minutes that somebody else closed. */
  'meeting.approve': reviewers,
  'dossier.import': ['administrator', 'operator'],
  'user.manage': ['administrator', 'operator'],
  'audit.read': ['reviewer', 'administrator', 'operator'],
  /** One's own session and password. */
  'session.own': signedIn,
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** True when a role has a permission. */
export const may = (role: Role, permission: Permission): boolean =>
  (permissions[permission] as readonly Role[]).includes(role)
