import type { LoaderFunctionArgs } from '@remix-run/server-runtime'

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** The calendar that a secret opens; null for one that opens nothing. */
    readonly readCalendar: (token: string) => Promise<string | null>
  }
}

/** The meetings for the calendar program of whoever has the secret in the address. No session is asked for, and none is used. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const token = /^(.+)\.ics$/.exec(params.file ?? '')?.[1]
  const ics = token === undefined ? null : await context.readCalendar(token)
  if (ics === null) throw new Response(null, { status: 404 })
  return new Response(ics, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="meetings.ics"',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store, no-transform',
    },
  })
}
