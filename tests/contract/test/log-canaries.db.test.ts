import { signIn } from '@waymark/api/accounts/sign-in'
import { startJobWorker } from '@waymark/api/features/job/worker'
import { buildTableThreads } from '@waymark/api/features/table/table-threads'
import { runMail } from '@waymark/api/mail/run-mail'
import { appRouter } from '@waymark/api/router'
import type { Log } from '@waymark/api-host/api-application'
import { buildLog } from '@waymark/api-host/build-log'
import { buildApiHost } from '@waymark/api-host/serve-api'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Canaries } from '../src/canaries.ts'
import { aPage, filesAs } from '../src/evidence-calls.ts'
import { openInvented } from '../src/full-record.ts'
import { listTexts, replaceText } from '../src/mutations.ts'
import { anActor, buildContext, buildPublicData, callAs, type TestRecord } from '../src/open-test-record.ts'
import { createPlaces } from '../src/places.ts'
import { buildInputs, procedures } from '../src/procedures.ts'
import { recordMembers } from '../src/table-calls.ts'

const site = 'https://waymark.example'
const canaries = new Canaries()
const lines: string[] = []
/** What the errors said before anything was left out: what a log that writes errors as they come would have in it. */
const said: string[] = []
let record: TestRecord
let inputs: ReturnType<typeof buildInputs>

const written = buildLog((line) => lines.push(line), { now: Date.now, messages: false })
const log: Log = {
  info: written.info,
  error: (fields, message) => {
    const { err } = fields as { err?: { message?: string; detail?: string; cause?: object } }
    for (let at = err; at !== undefined; at = at.cause) said.push(`${at.message} ${at.detail ?? ''}`)
    written.error(fields, message)
  },
}

beforeAll(async () => {
  record = await openInvented()
  inputs = buildInputs(await createPlaces(record))
  await recordMembers(record)
  // What anything else writes there is a log too.
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text: unknown) => lines.push(String(text)) > 0)
})
afterAll(async () => {
  vi.restoreAllMocks()
  await record.close()
})

const buildHost = () => {
  const context = buildContext(record, anActor('administrator'))
  const capture = async (url: string): Promise<never> => {
    throw new Error(`The fetcher does not start for ${url}.`)
  }
  return buildApiHost({
    application: {
      router: appRouter,
      languages: ['en', 'ru', 'kk'],
      createContext: async () => ({ ...context, files: { ...context.files, capture } }),
      publicData: [buildPublicData(record)],
      health: async () => true,
      close: async () => {},
    },
    allowedOrigins: [site],
    https: true,
    log,
  })
}

/** Sends every procedure its valid input with canaries in all of its texts and in one after another, and a text that is no JSON. */
async function sendCanaries(): Promise<void> {
  const host = buildHost()
  for (const [path, { type }] of Object.entries(procedures)) {
    if (type === 'subscription') continue
    const valid = inputs[path]
    const places = listTexts(valid)
    const everywhere = places.reduce<unknown>(
      (all, place) => replaceText(all, place, canaries.plant()),
      valid,
    )
    const apart = type === 'query' ? [] : places
    const sent = [everywhere, ...apart.map((place) => replaceText(valid, place, canaries.plant()))]
    for (const input of sent) {
      const body = JSON.stringify(input)
      const headers = { origin: site, 'content-type': 'application/json' }
      await (type === 'mutation'
        ? host.request(`/trpc/${path}`, { method: 'POST', body, headers })
        : host.request(`/trpc/${path}?input=${encodeURIComponent(body)}`))
    }
    await host.request(`/trpc/${path}`, {
      method: 'POST',
      body: `{"${canaries.plant()}`,
      headers: { origin: site, 'content-type': 'application/json' },
    })
  }
  await host.request(`/trpc/${encodeURIComponent(canaries.plant())}`)
  await host.request(
    `/${encodeURIComponent(canaries.plant())}/recommendations.json?asOf=${canaries.plantPlain()}`,
  )
}

/** From now on every row that is written to these tables is refused with all that it says, as a broken rule would do it. */
const breakTables = (schema: string, spared: readonly string[]) =>
  record.query(`
    create function ${schema}.refuse_row() returns trigger language plpgsql as $$ begin
      raise exception 'Failing row contains %', to_jsonb(new) using detail = to_jsonb(new)::text, errcode = '23514';
    end $$;
    do $$ declare one text; begin
      for one in select table_name from information_schema.tables where table_schema = '${schema}' and table_type = 'BASE TABLE'
        and table_name <> all ('{${spared.join(',')}}') loop
        execute format('create trigger refuse_row before insert or update on ${schema}.%I for each row execute function ${schema}.refuse_row()', one);
      end loop;
    end $$`)

const expectNone = () => {
  const all = lines.join('')
  expect(canaries.planted.filter((one) => all.includes(one))).toEqual([])
}

test('nothing that people typed is in the log, whatever fails: forms, uploads, imports, captures, passwords, mail, the database', async () => {
  await breakTables('waymark', ['job', 'job_file', 'audit_entry'])
  await sendCanaries()

  const fail = async (work: () => Promise<unknown>) => {
    await work().catch((err: unknown) => log.error({ err }, 'a page failed'))
  }
  const files = filesAs(record, { ...anActor('analyst'), name: canaries.plant() })
  await fail(() =>
    files.upload({ dossier: 'invented', bytes: aPage(canaries.plant()), name: `${canaries.plant()}.html` }),
  )

  const { table } = callAs(record, anActor('reviewer'))
  const rows = Array.from(
    { length: 20 },
    (_, at) => `new-${at},"${canaries.plant()}",Invented,media,2013-02,en`,
  )
  const csv = ['Key,Title,Publisher,Kind,Date,Language', ...rows].join('\n')
  const jobs = startJobWorker({ app: record.db.app, works: buildTableThreads(record.urls.app), log })
  const end = async ({ job }: { job: string }) => {
    const getState = async () => (await table.job({ dossier: 'invented', job })).state
    await vi.waitUntil(async () => ['done', 'failed'].includes(await getState()), { timeout: 20_000 })
    return getState()
  }
  const base64 = Buffer.from(csv).toString('base64')
  const sent = await table.upload({ dossier: 'invented', name: `${canaries.plant()}.csv`, base64 })
  expect(await end(sent)).toBe('done')
  const asked = await table.import({ dossier: 'invented', job: sent.job, reason: canaries.plant() })
  expect(await end(asked)).toBe('failed')
  await jobs.stop()

  const client = { address: '127.0.0.1', userAgent: canaries.plantPlain(), cookie: '' }
  const password = canaries.plant()
  const signInWrong = () =>
    signIn(record.auth, client as never, { email: `${canaries.plantPlain()}@example.org`, password })
  expect(await signInWrong()).toMatchObject({ ok: false })
  await breakTables('auth', [])
  await fail(signInWrong)

  await runMail(
    {
      record: record.db.app,
      accounts: record.auth.db,
      mailer: {
        send: async ({ to }) => Promise.reject(new Error(`550 ${to} ${canaries.plant()}`)),
        close: () => {},
      },
      origin: site,
      now: () => new Date().toISOString(),
    },
    log.error,
  ).stop()

  expect(canaries.planted.length).toBeGreaterThan(400)
  const heard = said.join('')
  expect(canaries.planted.filter((one) => heard.includes(one)).length).toBeGreaterThan(100)
  expect(lines.length).toBeGreaterThan(50)
  expectNone()
})
