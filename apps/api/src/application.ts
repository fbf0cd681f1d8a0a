import { startNightlyChecks } from '@waymark/api/features/evidence-check/run-nightly'
import { startJobWorker } from '@waymark/api/features/job/worker'
import { buildTableThreads } from '@waymark/api/features/table/table-threads'
import { type FirstStart, openInstallation, prepareFirstStart } from '@waymark/api/installation'
import { buildMailer, runMail } from '@waymark/api/mail/run-mail'
import type { appRouter } from '@waymark/api/router'
import type { Config } from '@waymark/config/config'
import type { ApiApplication, Log } from './api-application.ts'
import { buildReading } from './build-reading.ts'
import { watchPublic } from './watch-public.ts'

/** The record opened as an application that a host can serve. */
export async function openApplication({ config, log }: { config: Config; log: Log }) {
  const installation = await openInstallation(config, (message) => log.info({}, message))
  try {
    printFirstStart(await prepareFirstStart(installation, config))
  } catch (error) {
    await installation.close()
    throw error
  }
  const { record, auth, files, heads, close, baseUrl } = installation
  const now = () => new Date().toISOString()
  const mailer = buildMailer(config)
  const mail =
    mailer === null
      ? null
      : runMail({ record: record.app, accounts: auth.db, mailer, origin: baseUrl, now }, (fields, message) =>
          log.error(fields, message),
        )
  const jobs = startJobWorker({ app: record.app, works: buildTableThreads(record.appUrl), log })
  // Where it is only tried out, on somebody's own machine, no address is asked for by itself.
  const checks = startNightlyChecks({
    app: record.app,
    files,
    now,
    links: config.mode === 'production',
    log,
  })
  const application = {
    ...buildReading(installation, log),
    // A replica may be behind what is heard of the primary: there is no telling what an answer was made of.
    ...(record.readsReplica
      ? {}
      : {
          watchPublic: (changed: () => void) => {
            const watch = watchPublic(record, {
              changed: () => {
                heads.clear()
                changed()
              },
              now: Date.now,
              log: (message) => log.info({}, message),
            })
            heads.follow(watch.isLive)
            return watch
          },
        }),
    close: async () => {
      await checks.stop()
      await jobs.stop()
      await mail?.stop()
      await close()
    },
  } satisfies ApiApplication<typeof appRouter>
  return { ...application, auth }
}

/** Passwords of demo accounts are shown here and nowhere else: on standard output, once. */
function printFirstStart({ dossiers, accounts }: FirstStart): void {
  for (const key of dossiers) process.stdout.write(`Loaded the dossier "${key}".\n`)
  if (accounts === null) return
  process.stdout.write('Demo accounts, shown this once:\n')
  for (const { email, password, role } of accounts)
    process.stdout.write(`  ${role.padEnd(14)} ${email}   ${password}\n`)
}
