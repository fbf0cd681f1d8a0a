import type { ActionCount } from '@waymark/api/features/action-point/action-point.view'
import { buildActionsHref } from '../meeting/meeting-href.ts'
import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'

/** How many action points the person has, and the way to them. */
export function QueueActions({ dossier, count }: { dossier: string; count: ActionCount }) {
  const { t } = useDeskWords()
  const copy = t.minutes.queue
  return (
    <section className={count.open === 0 ? 'part idle' : 'part'} aria-labelledby="action-points">
      <h2 id="action-points">
        {copy.title} <span className="quiet">{count.open}</span>
      </h2>
      {count.open === 0 ? (
        <p className="quiet">{copy.none}</p>
      ) : (
        <p>
          {copy.count(count.open, count.overdue)}.{' '}
          <PageLink className="alone" href={buildActionsHref(dossier)}>
            {copy.all}
          </PageLink>
        </p>
      )}
    </section>
  )
}
