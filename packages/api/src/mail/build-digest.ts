import type { Message } from './build-message.ts'

/** What falls due within so many days is told beside what is overdue. */
export const digestAheadDays = 3

/**
 * What a person is told once a day of the action points that they own: how many are overdue or fall due, and where to read of each after
 * signing in. It holds no text, name, title or key: addresses carry the action point's own id, which says nothing.
 */
export function buildDigest(
  to: string,
  actions: readonly { readonly id: string; readonly overdue: boolean }[],
  origin: string,
): Message {
  const overdue = actions.filter((one) => one.overdue)
  const near = actions.filter((one) => !one.overdue)
  const link = ({ id }: { readonly id: string }) => `${origin}/meetings/action/${id}`
  const part = (head: string, of: readonly { readonly id: string }[]) =>
    of.length === 0 ? [] : [`${head}: ${of.length}`, ...of.map(link), '']
  return {
    to,
    subject: 'Waymark: action points that are due',
    text: [
      ...part('Overdue', overdue),
      ...part(`Due within ${digestAheadDays} days`, near),
      'Sign in to read them. This message comes once a day while something is due.',
      '',
    ].join('\n'),
  }
}
