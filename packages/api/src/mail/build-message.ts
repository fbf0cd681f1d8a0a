import type { NotificationKind } from '../features/notification/notification.input.ts'

/** A message as it is handed to the mail server. */
export type Message = { readonly to: string; readonly subject: string; readonly text: string }

const subjects = {
  mentioned: 'you were mentioned',
  assigned: 'you were asked to do something',
  returned: 'an assessment came back',
  published: 'an assessment was published',
  'second-rating': 'a second rating differs',
} as const satisfies Record<NotificationKind, string>

const isKnown = (kind: string): kind is NotificationKind => Object.hasOwn(subjects, kind)

/**
 * What a person is told by mail: what happened, and where to read of it after signing in. Mail passes through many hands,
 * so it holds no name, no title, no text and no key of a record: addresses carry the notification's own id, which says
 * nothing. Following one changes nothing.
 *
 * @param origin the site's own, `https://waymark.example`
 */
export function buildMessage(
  to: string,
  notifications: readonly { readonly id: string; readonly kind: string }[],
  origin: string,
): Message {
  const lines = notifications.map(({ id, kind }) => {
    const what = isKnown(kind) ? subjects[kind] : 'there is something new'
    return `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${origin}/desk/notifications/${id}`
  })
  const [only] = notifications
  const subject =
    notifications.length === 1 && only !== undefined && isKnown(only.kind)
      ? subjects[only.kind]
      : `${notifications.length} notifications`
  return {
    to,
    subject: `Waymark: ${subject}`,
    text: `${lines.join('\n')}\n\nSign in to read it. All notifications: ${origin}/desk/notifications\n`,
  }
}
