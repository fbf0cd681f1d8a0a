import type { AppLoadContext } from '@remix-run/server-runtime'
import { getAnswer } from '../desk/refused.ts'

const intents = ['calendar-renew', 'calendar-revoke'] as const
type CalendarIntent = (typeof intents)[number]

export const isCalendarIntent = (intent: string | undefined): intent is CalendarIntent =>
  (intents as readonly (string | undefined)[]).includes(intent)

/** Makes a calendar address, which is told in this answer alone and never stands in an address of a page; or takes it away (null). */
export async function recordCalendarIntent(
  request: Request,
  { api }: AppLoadContext,
  intent: CalendarIntent,
): Promise<{ readonly address: string | null }> {
  if (intent === 'calendar-revoke') {
    await getAnswer(request, api.calendar.revoke.mutate({}))
    return { address: null }
  }
  const { address } = await getAnswer(request, api.calendar.renew.mutate({}))
  return { address }
}
