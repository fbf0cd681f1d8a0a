import type { work } from '@waymark/api/features/queue/queue.view'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'

export type Work = z.infer<typeof work>
type PartId = 'contradicted' | 'stale' | 'dead-links' | 'faulty-files' | 'outdated'

/** One kind of work: its first items, how many there are, and where the others are. */
function Part({
  id,
  total,
  all,
  children,
}: {
  id: PartId
  total: number
  all?: string
  children: ReactNode[]
}) {
  const { t } = useDeskWords()
  const copy = t.queue[id]
  return (
    <section className={total === 0 ? 'part idle' : 'part'} aria-labelledby={id}>
      <h2 id={id}>
        {t.queue.nav[id]} <span className="quiet">{total}</span>
      </h2>
      {total === 0 ? (
        <p className="quiet">{copy.none}</p>
      ) : (
        <>
          <p className="hint">{copy.lead}</p>
          <ul className="waiting">{children}</ul>
          {total > children.length && (
            <p>
              {all === undefined ? (
                t.queue.shown(children.length, total)
              ) : (
                <PageLink href={all}>{t.queue.more(total)}</PageLink>
              )}
            </p>
          )}
        </>
      )}
    </section>
  )
}

function Item({
  name,
  act,
  href,
  word,
  children,
}: {
  name: ReactNode
  word: string
  act: string | null
  href: string
  children: ReactNode
}) {
  return (
    <li>
      <div>
        <p>{name}</p>
        <p className="line quiet">{children}</p>
      </div>
      {act !== null && (
        <div className="act">
          <PageLink className="btn" href={href} aria-label={`${act} ${word}`} data-work="">
            {act}
          </PageLink>
        </div>
      )}
    </li>
  )
}

/** What needs work in the dossier, each item one step from where it is done. `mayWrite`: whether the person may do it. */
export function QueueWork({ dossier, work, mayWrite }: { dossier: string; work: Work; mayWrite: boolean }) {
  const { formatDate, formatInstant, getFindingWord, lowerFirst, t } = useDeskWords()
  const base = `/desk/${dossier}`
  const nameRecord = ({ ref, title }: { ref: string; title: string }) => (
    <>
      <span className="ref">{ref}</span> <PageLink href={`${base}/recommendations/${ref}`}>{title}</PageLink>
    </>
  )
  const act = (word: string) => (mayWrite ? word : null)
  const { stale, contradicted, deadLinks, faultyFiles, outdated } = work
  return (
    <>
      <Part id="contradicted" total={contradicted.total}>
        {contradicted.rows.map((row) => (
          <Item
            key={row.ref}
            name={nameRecord(row)}
            word={row.ref}
            act={t.queue.contradicted.act}
            href={`${base}/recommendations/${row.ref}#history`}
          >
            {t.queue.contradicted.items(row.items, row.unpublished)}
          </Item>
        ))}
      </Part>
      <Part id="stale" total={stale.total} all={`${base}/register?standing=stale&sort=effective`}>
        {stale.rows.map((row) => (
          <Item
            key={row.ref}
            name={nameRecord(row)}
            word={row.ref}
            act={act(t.queue.stale.act)}
            href={`${base}/recommendations/${row.ref}/assess`}
          >
            {t.queue.stale.was(
              lowerFirst(getFindingWord({ level: row.level, state: null, contrary: false }).word),
              formatDate(row.effective),
              formatDate(row.dueOn),
            )}
          </Item>
        ))}
      </Part>
      <Part id="dead-links" total={deadLinks.total}>
        {deadLinks.rows.map((row) => (
          <Item
            key={row.key}
            name={
              <a href={row.url} rel="noreferrer noopener">
                {row.title}
              </a>
            }
            word={row.title}
            act={act(t.queue['dead-links'].act)}
            href={`${base}/evidence/new?source=${row.key}`}
          >
            {t.queue['dead-links'][row.outcome](row.httpStatus)}
            {row.failingSince !== null &&
              ` ${t.queue['dead-links'].since(formatDate(row.failingSince.slice(0, 10)))}`}
          </Item>
        ))}
      </Part>
      {faultyFiles.total > 0 && (
        <Part id="faulty-files" total={faultyFiles.total}>
          {faultyFiles.rows.map((row) => (
            <Item
              key={row.sha256}
              name={row.name}
              word={row.name}
              act={t.queue['faulty-files'].act}
              href={`${base}/evidence?q=${row.sha256.slice(0, 12)}`}
            >
              {t.queue['faulty-files'][row.fault]},{' '}
              {t.queue['faulty-files'].checked(formatInstant(row.checkedAt))}
            </Item>
          ))}
        </Part>
      )}
      <Part id="outdated" total={outdated.total} all={`${base}/translations?state=outdated`}>
        {outdated.rows.map((row) => (
          <Item
            key={`${row.kind} ${row.key} ${row.field} ${row.language}`}
            name={<PageLink href={`${base}/translations/${row.kind}/${row.key}`}>{row.label}</PageLink>}
            word={`${row.label}, ${t.queue.outdated.languages[row.language]}`}
            act={act(t.queue.outdated.act)}
            href={`${base}/translations/${row.kind}/${row.key}`}
          >
            {t.queue.outdated.of(t.translation.fields[row.field], t.queue.outdated.languages[row.language])}
          </Item>
        ))}
      </Part>
    </>
  )
}
