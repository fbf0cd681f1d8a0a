import type { Role } from '@waymark/access/role'

/** Who can call: everyone at the site. The operator acts at the command line, not through the router. */
export const callers = [
  'public',
  'viewer',
  'analyst',
  'reviewer',
  'administrator',
] as const satisfies readonly Role[]

/** `yes`: the call is looked at. `sign in`: 401. `no`: 403. */
export type Outcome = 'yes' | 'sign in' | 'no'
type Row = Readonly<Record<(typeof callers)[number], Outcome>>

const row = (
  anyone: Outcome,
  viewer: Outcome,
  analyst: Outcome,
  reviewer: Outcome,
  administrator: Outcome,
): Row => ({
  public: anyone,
  viewer,
  analyst,
  reviewer,
  administrator,
})
const open = row('yes', 'yes', 'yes', 'yes', 'yes')
const desk = row('sign in', 'yes', 'yes', 'yes', 'yes')
const writers = row('sign in', 'no', 'yes', 'yes', 'yes')
const reviewers = row('sign in', 'no', 'no', 'yes', 'yes')
const administrators = row('sign in', 'no', 'no', 'no', 'yes')

/**
 * Who may call which procedure, written out by hand and on purpose not derived from the code: a procedure that is
 * added, or whose permission changes, fails the test until somebody has decided about it here.
 */
export const permissionMatrix: Readonly<Record<string, Row>> = {
  'dossier.list': open,
  'dossier.frame': open,
  'recommendation.list': open,
  'recommendation.get': open,
  'assessment.form': writers,
  'assessment.queue': desk,
  'assessment.history': desk,
  'assessment.review': desk,
  'assessment.submit': writers,
  'assessment.publish': reviewers,
  'assessment.return': reviewers,
  'assessment.retract': writers,
  'assessment.withdraw': reviewers,
  'assessment.saveDraft': writers,
  'assessment.discardDraft': writers,
  'queue.work': desk,
  'queue.counts': desk,
  'assignment.mine': writers,
  'assignment.list': writers,
  'assignment.create': writers,
  'assignment.change': writers,
  'assignment.done': writers,
  'assignment.drop': writers,
  'colleague.list': writers,
  'comment.list': writers,
  'comment.write': writers,
  'comment.remove': writers,
  'notification.list': desk,
  'notification.count': desk,
  'notification.get': desk,
  'notification.read': desk,
  'presence.entry': desk,
  'presence.beat': desk,
  'coding.work': writers,
  'coding.form': writers,
  'coding.of': desk,
  'coding.disagreements': desk,
  'coding.agreement': desk,
  // Of an assessment of somebody else's: an author may ask for a second rating of their own.
  'coding.ask': reviewers,
  'coding.pick': writers,
  'coding.rate': writers,
  'coding.decline': writers,
  'evidence.list': open,
  'source.list': open,
  'source.choices': writers,
  'case.list': open,
  'case.desk': desk,
  'round.list': open,
  'milestone.list': open,
  'milestone.get': open,
  'linkage.get': open,
  'linkage.matrix': open,
  'linkage.list': open,
  'linkage.leverage': open,
  'linkage.consistency': open,
  'commitment.desk': desk,
  'commitment.record': reviewers,
  'commitment.correct': reviewers,
  'link.choices': desk,
  'link.get': desk,
  'link.candidates': desk,
  'link.preview': desk,
  'link.create': reviewers,
  'link.correct': reviewers,
  'link.end': reviewers,
  'link.waive': reviewers,
  'link.endWaiver': reviewers,
  'milestone.desk': desk,
  'milestone.plan': reviewers,
  'milestone.occur': reviewers,
  'milestone.correct': reviewers,
  'milestone.move': reviewers,
  'milestone.cancel': reviewers,
  'milestone.void': reviewers,
  'uptake.desk': desk,
  'uptake.record': writers,
  'uptake.correct': writers,
  'uptake.void': writers,
  'score.get': open,
  'score.overview': open,
  'score.method': open,
  'timeline.get': open,
  'score.series': open,
  'change.get': open,
  'change.list': open,
  'user.me': desk,
  'user.list': administrators,
  'user.setRole': administrators,
  'user.setDisabled': administrators,
  'audit.list': reviewers,
  'audit.verify': reviewers,
}
