import type { SubjectInput } from '@waymark/api/common/subject.input'

/** What a conversation, an assignment or a notification is about. */
export type Subject = SubjectInput

/** The page of the conversation on a record, which every record has. */
export const buildTalkHref = ({ dossier, kind, key }: Subject): string =>
  `/desk/${dossier}/talk/${kind}/${key}`

/**
 * Where a record stands on the desk. One that has no page of its own for everybody has that of its conversation.
 *
 * @param ref the recommendation of an assessment, whose page shows it in its history
 */
export function buildSubjectHref(subject: Subject, ref: string | null = null): string {
  const { dossier, kind, key } = subject
  switch (kind) {
    case 'recommendation':
      return `/desk/${dossier}/recommendations/${key}`
    case 'assessment':
      return ref === null
        ? buildTalkHref(subject)
        : `/desk/${dossier}/recommendations/${ref}#assessment-${key}`
    case 'case':
      return `/desk/${dossier}/cases/${key}`
    case 'milestone':
      return `/desk/${dossier}/milestones/${key}`
    default:
      return buildTalkHref(subject)
  }
}
