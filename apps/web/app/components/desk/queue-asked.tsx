import type { Assignment } from '@waymark/api/features/assignment/assignment.view'
import type { disagreements } from '@waymark/api/features/coding/coding.view'
import type { z } from 'zod'
import { FindingWord } from './finding-words.tsx'
import { PageLink } from './page-link.tsx'
import { buildSubjectHref } from './subject-href.ts'
import { useDeskWords } from './use-desk-words.ts'

type Disagreement = z.infer<typeof disagreements>[number]

/** Where the work of an assignment is done. */
function buildWorkHref({ dossier, subject, task }: Assignment): string {
  const { kind, key, ref } = subject
  if (task === 'code' && kind === 'assessment') return `/desk/${dossier}/code/${key}`
  if (task === 'assess' && (kind === 'recommendation' || ref !== null))
    return `/desk/${dossier}/recommendations/${kind === 'recommendation' ? key : ref}/assess`
  return buildSubjectHref({ dossier, kind, key })
}

/** What colleagues asked of the person, by the day on which it is due. */
export function QueueAssigned({ assignments }: { assignments: readonly Assignment[] }) {
  const { formatDate, t } = useDeskWords()
  const copy = t.queue
  return (
    <section className={assignments.length === 0 ? 'part idle' : 'part'} aria-labelledby="assigned">
      <h2 id="assigned">
        {copy.assigned.title} <span className="quiet">{assignments.length}</span>
      </h2>
      {assignments.length === 0 ? (
        <p className="quiet">{copy.assigned.none}</p>
      ) : (
        <ul className="waiting">
          {assignments.map((one) => {
            const name = one.subject.ref ?? one.subject.key
            return (
              <li key={one.id}>
                <div>
                  <p>
                    <span className="ref">{name}</span>{' '}
                    <PageLink href={buildSubjectHref({ dossier: one.dossier, ...one.subject })}>
                      {one.subject.title}
                    </PageLink>
                  </p>
                  <p className="line quiet">
                    {copy.assigned.by(one.assigner.name)}
                    {one.dueOn !== null && (
                      <>
                        {', '}
                        <span className={one.overdue ? 'badge' : undefined}>
                          {(one.overdue ? t.together.assignment.overdue : t.together.assignment.dueOn)(
                            formatDate(one.dueOn),
                          )}
                        </span>
                      </>
                    )}
                  </p>
                  {one.note !== null && <p className="said">{one.note}</p>}
                </div>
                <div className="act">
                  <PageLink
                    className="btn"
                    data-work=""
                    href={buildWorkHref(one)}
                    aria-label={`${t.together.assignment.tasks[one.task]} ${name}`}
                  >
                    {t.together.assignment.tasks[one.task]}
                  </PageLink>
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

/** Assessments that two people rated differently: for the reviewer now, and for the next review meeting. */
export function QueueDisagreements({
  dossier,
  disagreements,
}: {
  dossier: string
  disagreements: readonly Disagreement[]
}) {
  const { t } = useDeskWords()
  const copy = t.queue
  return (
    <section className={disagreements.length === 0 ? 'part idle' : 'part'} aria-labelledby="disagreements">
      <h2 id="disagreements">
        {copy.disagreements.title} <span className="quiet">{disagreements.length}</span>
      </h2>
      {disagreements.length === 0 ? (
        <p className="quiet">{copy.disagreements.none}</p>
      ) : (
        <ul className="waiting">
          {disagreements.map(({ id, ref, title, author, finding, codings }) => (
            <li key={id}>
              <div>
                <p>
                  <span className="ref">{ref}</span>{' '}
                  <PageLink href={`/desk/${dossier}/recommendations/${ref}`}>{title}</PageLink>
                </p>
                <p className="line">
                  <FindingWord finding={finding} /> <span className="quiet">{author}</span>
                </p>
                {codings.map((coding) => (
                  <p className="line" key={coding.recordedAt}>
                    <FindingWord finding={coding.finding} /> <span className="quiet">{coding.coder}</span>
                  </p>
                ))}
              </div>
              <div className="act">
                <PageLink
                  className="btn"
                  data-work=""
                  href={`/desk/${dossier}/review/${id}`}
                  aria-label={`${copy.disagreements.act} ${ref}`}
                >
                  {copy.disagreements.act}
                </PageLink>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
