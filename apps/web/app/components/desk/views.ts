import type {
  assessForm,
  assessmentHistory,
  assessmentView,
  queue,
  reviewForm,
} from '@waymark/api/features/assessment/assessment.view'
import type { auditList, verification } from '@waymark/api/features/audit/audit.view'
import type { deskLink, linkCandidates, linkPreview } from '@waymark/api/features/linkage/link.view'
import type { deskMilestone } from '@waymark/api/features/milestone/desk-milestone.view'
import type { recommendationDetail } from '@waymark/api/features/recommendation/recommendation.view'
import type { registerFrame, registerList, registerRow } from '@waymark/api/features/register/register.view'
import type { searchResult } from '@waymark/api/features/search/search.view'
import type { role, userList } from '@waymark/api/features/user/user.view'
import type { savedView } from '@waymark/api/features/view/view.view'
import type { z } from 'zod'

/** What the desk's pages are given: the API's answers, by the names that the pages use. */
export type AssessmentView = z.infer<typeof assessmentView>
export type AssessForm = z.infer<typeof assessForm>
export type AssessmentHistory = z.infer<typeof assessmentHistory>
export type ReviewForm = z.infer<typeof reviewForm>
export type Queue = z.infer<typeof queue>
export type AuditList = z.infer<typeof auditList>
export type Verification = z.infer<typeof verification>
export type RegisterRow = z.infer<typeof registerRow>
export type RegisterWindow = z.infer<typeof registerList>
export type RegisterFrame = z.infer<typeof registerFrame>
export type RecordDetail = z.infer<typeof recommendationDetail>
export type Role = z.infer<typeof role>
export type UserList = z.infer<typeof userList>
export type DeskLink = z.infer<typeof deskLink>
export type DeskMilestone = z.infer<typeof deskMilestone>
export type LinkCandidates = z.infer<typeof linkCandidates>
export type LinkPreview = z.infer<typeof linkPreview>
export type SavedView = z.infer<typeof savedView>
export type SearchResult = z.infer<typeof searchResult>
