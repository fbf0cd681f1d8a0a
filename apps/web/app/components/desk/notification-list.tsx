import type { NotificationView, notificationList } from '@waymark/api/features/notification/notification.view'
import type { z } from 'zod'
import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'

/** What a person was told, page by page; each leads to what it is about. */
export function NotificationList({ list }: { list: z.infer<typeof notificationList> }) {
  const { t } = useDeskWords()
  const copy = t.together.notifications
  const { rows, page, pages, unread } = list
  const newest = rows[0]?.createdAt
  return (
    <main id="main" className="deskpage">
      <h1>{copy.title}</h1>
      {unread > 0 && page === 1 && newest !== undefined && (
        <form method="post" className="toolbar">
          <span>{copy.unread(unread)}</span>
          <button type="submit" name="until" value={newest}>
            {copy.markAll}
          </button>
        </form>
      )}
      {rows.length === 0 ? (
        <p className="quiet">{copy.empty}</p>
      ) : (
        <ol className="comments told">
          {rows.map((row) => (
            <Notification key={row.id} notification={row} />
          ))}
        </ol>
      )}
      {pages > 1 && (
        <nav className="toolbar" aria-label={copy.page(page, pages)}>
          {page > 1 && <PageLink href={`/desk/notifications?page=${page - 1}`}>{copy.later}</PageLink>}
          <span>{copy.page(page, pages)}</span>
          {page < pages && <PageLink href={`/desk/notifications?page=${page + 1}`}>{copy.earlier}</PageLink>}
        </nav>
      )}
    </main>
  )
}

function Notification({ notification }: { notification: NotificationView }) {
  const { formatInstant, t } = useDeskWords()
  const copy = t.together.notifications
  const { id, kind, subject, count, createdAt, read } = notification
  const name = subject.ref === null ? subject.title : `${subject.ref}, ${subject.title}`
  return (
    <li className={read ? undefined : 'unread'}>
      <p className="who">
        <strong>{copy.kinds[kind]}</strong> <time dateTime={createdAt}>{formatInstant(createdAt)}</time>{' '}
        {!read && <span className="badge">{copy.isUnread}</span>}
      </p>
      <p>
        <PageLink href={`/desk/notifications/${id}`}>{name}</PageLink> {count > 1 && copy.more(count - 1)}
      </p>
      {!read && (
        <form method="post">
          <button
            type="submit"
            name="id"
            value={id}
            className="plainly"
            aria-label={copy.markReadLabel(name)}
          >
            {copy.markRead}
          </button>
        </form>
      )}
    </li>
  )
}
