import type { ReactNode } from 'react'
import { FindingWord } from './finding-words.tsx'
import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'
import type { AssessmentView, Queue } from './views.ts'

function Part({
  id,
  title,
  none,
  children,
}: {
  id: string
  title: string
  none: string
  children: ReactNode[]
}) {
  return (
    <section className={children.length === 0 ? 'part idle' : 'part'} aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="quiet">{children.length}</span>
      </h2>
      {children.length === 0 ? <p className="quiet">{none}</p> : <ul className="waiting">{children}</ul>}
    </section>
  )
}

/** One assessment that waits: what it is about, what it says, and the next act. */
function Waiting({ item, children, act }: { item: AssessmentView; children?: ReactNode; act: ReactNode }) {
  const { formatDate, formatInstant, t } = useDeskWords()
  const copy = t.desk.queue
  return (
    <li>
      <div>
        <p>
          <span className="ref">{item.ref}</span>{' '}
          <PageLink href={`/desk/${item.dossier}/recommendations/${item.ref}`}>{item.title}</PageLink>
        </p>
        <p className="line">
          <FindingWord finding={item.finding} />{' '}
          <span className="quiet">
            {copy.effective(formatDate(item.effective))}, {copy.by(item.author)},{' '}
            {formatInstant(item.submittedAt)}
          </span>
        </p>
        {children}
      </div>
      <div className="act">{act}</div>
    </li>
  )
}

function Comment({ item }: { item: AssessmentView }) {
  const { t } = useDeskWords()
  const copy = t.desk.queue
  if (item.comment === null) return null
  return (
    <div className="comment">
      <p className="hint">{copy.returnedBy(item.reviewer ?? '')}</p>
      <p className="said">{item.comment}</p>
    </div>
  )
}

/** What needs the person: to review, returned, in review, drafts. Those that their role cannot have are left out. */
export function QueueLists({
  queue,
  may,
}: {
  queue: Queue
  may: { readonly review: boolean; readonly submit: boolean }
}) {
  const { formatInstant, t } = useDeskWords()
  const copy = t.desk.queue
  return (
    <>
      {may.review && (
        <Part id="to-review" title={t.desk.nav.toReview} none={copy.none.toReview}>
          {queue.toReview.map((item) => (
            <Waiting
              key={item.id}
              item={item}
              act={
                <PageLink
                  className="btn"
                  data-work=""
                  href={`/desk/${item.dossier}/review/${item.id}`}
                  aria-label={`${copy.review} ${item.ref}`}
                >
                  {copy.review}
                </PageLink>
              }
            />
          ))}
        </Part>
      )}
      {may.submit && (
        <>
          <Part id="returned" title={t.desk.nav.returnedToMe} none={copy.none.returnedToMe}>
            {queue.returnedToMe.map((item) => (
              <Waiting
                key={item.id}
                item={item}
                act={
                  <PageLink
                    className="btn"
                    data-work=""
                    href={`/desk/${item.dossier}/recommendations/${item.ref}/assess?from=${item.id}`}
                    aria-label={`${copy.revise} ${item.ref}`}
                  >
                    {copy.revise}
                  </PageLink>
                }
              >
                <Comment item={item} />
              </Waiting>
            ))}
          </Part>
          <Part id="in-review" title={t.desk.nav.mineInReview} none={copy.none.mineInReview}>
            {queue.mineInReview.map((item) => (
              <Waiting
                key={item.id}
                item={item}
                act={
                  <form method="post">
                    <input type="hidden" name="id" value={item.id} />
                    <button
                      type="submit"
                      name="intent"
                      value="retract"
                      aria-label={`${copy.retract} ${item.ref}`}
                    >
                      {copy.retract}
                    </button>
                  </form>
                }
              />
            ))}
          </Part>
          <Part id="drafts" title={t.desk.nav.drafts} none={copy.none.drafts}>
            {queue.drafts.map(({ dossier, ref, title, updatedAt }) => (
              <li key={ref}>
                <div>
                  <p>
                    <span className="ref">{ref}</span>{' '}
                    <PageLink href={`/desk/${dossier}/recommendations/${ref}`}>{title}</PageLink>
                  </p>
                  <p className="hint">
                    {copy.draftKept} {formatInstant(updatedAt)}
                  </p>
                </div>
                <div className="act">
                  <PageLink
                    className="btn"
                    data-work=""
                    href={`/desk/${dossier}/recommendations/${ref}/assess`}
                    aria-label={`${copy.resume} ${ref}`}
                  >
                    {copy.resume}
                  </PageLink>
                </div>
              </li>
            ))}
          </Part>
        </>
      )}
    </>
  )
}
