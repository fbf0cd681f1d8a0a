import { buildCommand, type Outcome } from '../command.ts'
import { buildBackupCheck } from '../doctor/backup-check.ts'
import { type Check, listDatabaseChecks } from '../doctor/database-checks.ts'
import { listFolderChecks } from '../doctor/folder-checks.ts'
import { withOwnerUrl } from '../doctor/owner-url.ts'
import { getConfigOrRefuse, refuseMissing } from '../installation.ts'

export const doctorCommand = buildCommand({
  name: 'doctor',
  usage: '',
  summary: 'Looks whether the installation is in order',
  details: `
Configuration, the key of editions, data directory, free disk space, the last backup, safety settings of the database server, migrations, rights of the
database roles, and the head of the audit chain. Changes nothing; waymark verify walks the chain itself. Refused
(exit code 1) when something is wrong; a warning alone is not.
`,
  options: {},
  operands: [0, 0],
  buildFailure: (error) => ({ ok: false, checks: [], error }),
  run: async (_, { note }) => {
    const config = getConfigOrRefuse()
    refuseMissing(config)
    const checks: Check[] = [
      buildConfigCheck(config),
      buildMailCheck(config),
      buildSigningCheck(config),
      ...(await listFolderChecks(config)),
      await buildBackupCheck(config, new Date()),
    ]
    checks.push(
      ...(await withOwnerUrl(config, note, (ownerUrl) =>
        listDatabaseChecks(ownerUrl, { isEmbedded: config.database.kind === 'embedded' }),
      )),
    )
    return buildOutcome(checks)
  },
})

const buildConfigCheck = ({ mode, database, dataDir }: ReturnType<typeof getConfigOrRefuse>): Check => ({
  name: 'configuration',
  state: 'ok',
  detail: `${mode}, ${database.kind === 'embedded' ? `embedded database in ${dataDir}` : 'database of DATABASE_URL'}`,
})

const buildMailCheck = ({ mode, mail, dataDir }: ReturnType<typeof getConfigOrRefuse>): Check => {
  if (mail?.url !== undefined) return { name: 'mail', state: 'ok', detail: `sent from ${mail.from}` }
  return mode === 'demo'
    ? { name: 'mail', state: 'ok', detail: `written as files to ${dataDir}/mail, and not sent` }
    : {
        name: 'mail',
        state: 'warning',
        detail:
          'not sent: set WAYMARK_SMTP_URL and WAYMARK_MAIL_FROM, or people learn of what concerns them on the desk alone',
      }
}

const buildSigningCheck = ({ signingKey, database }: ReturnType<typeof getConfigOrRefuse>): Check => {
  const name = 'key of editions'
  if (signingKey !== undefined) return { name, state: 'ok', detail: 'given' }
  return database.kind === 'embedded'
    ? { name, state: 'ok', detail: 'kept in the data directory' }
    : { name, state: 'warning', detail: 'none: set WAYMARK_SIGNING_KEY, or no edition can be published' }
}

const words = { ok: 'ok', warning: 'WARNING', fault: 'FAULT' } as const

function buildOutcome(checks: readonly Check[]): Outcome {
  const ok = checks.every(({ state }) => state !== 'fault')
  const number = (state: Check['state']) => checks.filter((check) => check.state === state).length
  return {
    ok,
    json: { ok, checks },
    text: checks.map(({ name, state, detail }) => `${words[state].padEnd(9)}${name}: ${detail}`).join('\n'),
    ...(ok
      ? {}
      : { problems: `Something is wrong: ${number('fault')} of ${checks.length} checks found a fault.` }),
  }
}
