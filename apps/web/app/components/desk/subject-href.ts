import type { SubjectInput } from '@waymark/api/common/subject.input'

/** What a conversation, an assignment or a notification is about. */
export type Subject = SubjectInput

/** The page of the conversation on a record, which every record has. */
export const buildTalkHref = ({ dossier, kind, key }: Subject): string =>
  `/desk/${dossier}/talk/${kind}/${key}`

/** Where a record stands on the desk. One that has no page of its own for everybody has that of its conversation. */
export function buildSubjectHref(subject: Subject): string {
  const { dossier, kind, key } = subject
  switch (kind) {
    case 'recommendation':
      return `/desk/${dossier}/recommendations/${key}`
    case 'assessment':
      return `/desk/${dossier}/review/${key}`
    case 'milestone':
      return `/desk/${dossier}/milestones/${key}`
    default:
      return buildTalkHref(subject)
  }
}
