import { actionPointRouter } from './features/action-point/action-point.router.ts'
import { assessmentRouter } from './features/assessment/assessment.router.ts'
import { assignmentRouter } from './features/assignment/assignment.router.ts'
import { auditRouter } from './features/audit/audit.router.ts'
import { briefingRouter } from './features/briefing/briefing.router.ts'
import { calendarRouter } from './features/calendar/calendar.router.ts'
import { caseRouter } from './features/case/case.router.ts'
import { changeRouter } from './features/change/change.router.ts'
import { claimRouter } from './features/claim/claim.router.ts'
import { codingRouter } from './features/coding/coding.router.ts'
import { colleagueRouter } from './features/colleague/colleague.router.ts'
import { commentRouter } from './features/comment/comment.router.ts'
import { commitmentRouter } from './features/commitment/commitment.router.ts'
import { dataRouter } from './features/data/data.router.ts'
import { decisionRouter } from './features/decision/decision.router.ts'
import { dossierRouter } from './features/dossier/dossier.router.ts'
import { editionRouter } from './features/edition/edition.router.ts'
import { evidenceRouter } from './features/evidence/evidence.router.ts'
import { evidenceItemRouter } from './features/evidence-item/evidence-item.router.ts'
import { fileRouter } from './features/file/file.router.ts'
import { linkRouter } from './features/linkage/link.router.ts'
import { linkageRouter } from './features/linkage/linkage.router.ts'
import { meetingRouter, meetingSeriesRouter } from './features/meeting/meeting.router.ts'
import { meetingAgendaRouter } from './features/meeting/meeting-agenda.router.ts'
import { milestoneRouter } from './features/milestone/milestone.router.ts'
import { notificationRouter } from './features/notification/notification.router.ts'
import { presenceRouter } from './features/presence/presence.router.ts'
import { queueRouter } from './features/queue/queue.router.ts'
import { recommendationRouter } from './features/recommendation/recommendation.router.ts'
import { registerRouter } from './features/register/register.router.ts'
import { roundRouter } from './features/round/round.router.ts'
import { scoreRouter } from './features/score/score.router.ts'
import { searchRouter } from './features/search/search.router.ts'
import { sourceRouter } from './features/source/source.router.ts'
import { tableRouter } from './features/table/table.router.ts'
import { timelineRouter } from './features/timeline/timeline.router.ts'
import { translationRouter } from './features/translation/translation.router.ts'
import { uptakeRouter } from './features/uptake/uptake.router.ts'
import { userRouter } from './features/user/user.router.ts'
import { viewRouter } from './features/view/view.router.ts'
import { router } from './procedure.ts'

/** The whole API, a router a feature. */
export const appRouter = router({
  dossier: dossierRouter,
  data: dataRouter,
  recommendation: recommendationRouter,
  register: registerRouter,
  view: viewRouter,
  search: searchRouter,
  assessment: assessmentRouter,
  coding: codingRouter,
  evidence: evidenceRouter,
  evidenceItem: evidenceItemRouter,
  file: fileRouter,
  source: sourceRouter,
  case: caseRouter,
  claim: claimRouter,
  round: roundRouter,
  milestone: milestoneRouter,
  commitment: commitmentRouter,
  linkage: linkageRouter,
  link: linkRouter,
  uptake: uptakeRouter,
  score: scoreRouter,
  change: changeRouter,
  edition: editionRouter,
  table: tableRouter,
  timeline: timelineRouter,
  user: userRouter,
  audit: auditRouter,
  queue: queueRouter,
  translation: translationRouter,
  assignment: assignmentRouter,
  colleague: colleagueRouter,
  comment: commentRouter,
  notification: notificationRouter,
  presence: presenceRouter,
  meetingSeries: meetingSeriesRouter,
  meeting: meetingRouter,
  briefing: briefingRouter,
  actionPoint: actionPointRouter,
  decision: decisionRouter,
  calendar: calendarRouter,
  meetingAgenda: meetingAgendaRouter,
})

export type AppRouter = typeof appRouter
