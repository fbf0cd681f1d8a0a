import { may } from '@waymark/access/permission'
import { findCalendarReader, listCalendar } from '@waymark/db/queries/calendar.query'
import { sha256 } from '@waymark/ledger/hash'
import type { Context } from '../../context.ts'
import { buildIcs } from './build-ics.ts'

/** Meetings so long ago are still told, in days. */
const agoDays = 180
const most = 500
/** What every meeting is called there: calendars lie open on telephones and are read by whoever syncs them. */
const title = 'Review meeting'

/**
 * The meetings as a calendar program reads them, for whoever has the secret of a live account that may read meetings; null for anybody
 * else. The secret stands in place of a session, which calendar programs have not.
 */
export async function readCalendar(
  { record, now, editions }: Pick<Context, 'record' | 'now' | 'editions'>,
  token: string,
): Promise<string | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  const role = await findCalendarReader(record.app, sha256(token))
  if (role === null || !may(role, 'meeting.read')) return null
  const from = new Date(Date.parse(now()) - agoDays * 86_400_000).toISOString().slice(0, 10)
  const host = new URL(editions.baseUrl).hostname
  return buildIcs(await listCalendar(record.app, from, most), { host, title })
}
