import { getClient } from '@waymark/api/accounts/client'
import { readCalendar } from '@waymark/api/features/calendar/read-calendar'
import { buildDeskFiles } from '@waymark/api/features/file/desk-files'
import type { Log } from '@waymark/api-host/api-application'
import { openApplication as openApiApplication } from '@waymark/api-host/application'
import type { Config } from '@waymark/config/config'
import { buildAccounts } from './accounts.ts'
import type { Application } from './compose.ts'

/** The record opened for the site: the API's application, with the accounts on behalf of the browser that asks. */
export async function openApplication(options: { config: Config; log: Log }) {
  const { auth, ...application } = await openApiApplication(options)
  return {
    ...application,
    routes: [],
    buildPageScope: ({ request, clientAddress, context }) => ({
      accounts: buildAccounts(auth, getClient(request, clientAddress ?? 'unknown')),
      files: buildDeskFiles(context),
      readCalendar: (token: string) => readCalendar(context, token),
    }),
  } satisfies Application<typeof application.router>
}
