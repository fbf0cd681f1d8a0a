import { resolve } from 'node:path'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Config, ConfigProblem, FilesConfig } from './config.ts'
import { type Environment, variables } from './variables.ts'

type Values = { [K in keyof typeof variables]: ReturnType<(typeof variables)[K]['parse']> }

const SECRET_NEEDED =
  'is required in production: a random text of 32 characters or more, for example from "openssl rand -base64 48"'

/**
 * Reads the environment. An empty variable counts as unset. Every problem is reported at once, one a variable,
 * and no message repeats a value that may hold a password.
 * @param cwd absolute path of the repository; the default data directory lies in it.
 */
export function parseConfig(
  env: Environment,
  { cwd }: { readonly cwd: string },
): Result<Config, readonly ConfigProblem[]> {
  const problems: ConfigProblem[] = []
  const values: Partial<Record<string, unknown>> = {}
  for (const [variable, schema] of Object.entries(variables)) {
    const parsed = schema.safeParse(env[variable]?.trim() || undefined)
    if (parsed.success) values[variable] = parsed.data
    else problems.push({ variable, message: parsed.error.issues[0]?.message ?? 'cannot be read' })
  }
  const isRefused = (variable: string) => problems.some((problem) => problem.variable === variable)
  const v = values as Partial<Values>

  const isProduction =
    env.DATABASE_URL?.trim() || v.WAYMARK_DEMO === false || (v.HOST !== undefined && !isLoopback(v.HOST))
  if (v.DATABASE_REPLICA_URL && !env.DATABASE_URL?.trim()) {
    problems.push({
      variable: 'DATABASE_REPLICA_URL',
      message: 'needs DATABASE_URL: the embedded database has no replica',
    })
  }
  if (isProduction && v.WAYMARK_SECRET === undefined && !isRefused('WAYMARK_SECRET')) {
    problems.push({ variable: 'WAYMARK_SECRET', message: SECRET_NEEDED })
  }
  if ((v.AWS_ACCESS_KEY_ID === undefined) !== (v.AWS_SECRET_ACCESS_KEY === undefined) && v.WAYMARK_FILES) {
    const variable = v.AWS_ACCESS_KEY_ID === undefined ? 'AWS_ACCESS_KEY_ID' : 'AWS_SECRET_ACCESS_KEY'
    problems.push({ variable, message: 'is missing: the key of the bucket has two halves' })
  }
  if (env.WAYMARK_SMTP_URL?.trim() && v.WAYMARK_MAIL_FROM === undefined && !isRefused('WAYMARK_MAIL_FROM')) {
    problems.push({
      variable: 'WAYMARK_MAIL_FROM',
      message: 'is required with WAYMARK_SMTP_URL: the address that messages come from',
    })
  }
  if (v.WAYMARK_SIGNING_KEY !== undefined && v.WAYMARK_SIGNING_KEY_FILE !== undefined) {
    problems.push({
      variable: 'WAYMARK_SIGNING_KEY_FILE',
      message: 'and WAYMARK_SIGNING_KEY are both set: keep one of them',
    })
  }
  if (problems.length > 0) return refused(problems)

  const all = v as Values
  const shared = {
    port: all.PORT,
    host: all.HOST,
    dataDir: all.WAYMARK_DATA ? resolve(env.INIT_CWD || cwd, all.WAYMARK_DATA) : resolve(cwd, '.data'),
    isDev: all.WAYMARK_DEV,
    nodeEnv: all.NODE_ENV,
    origins: all.WAYMARK_ORIGIN,
    publisher: all.WAYMARK_PUBLISHER,
    ...given('contact', all.WAYMARK_CONTACT),
    ...given(
      'mail',
      all.WAYMARK_MAIL_FROM === undefined
        ? undefined
        : { from: all.WAYMARK_MAIL_FROM, ...given('url', all.WAYMARK_SMTP_URL) },
    ),
    files: buildFiles(all),
    ...given('signingKey', getSigningKey(all, env.INIT_CWD || cwd)),
    ...given('backupKey', all.WAYMARK_BACKUP_KEY),
  }
  if (!isProduction || all.WAYMARK_SECRET === undefined) {
    return ok({
      mode: 'demo',
      ...shared,
      database: { kind: 'embedded' },
      ...given('secret', all.WAYMARK_SECRET),
    })
  }
  const database = all.DATABASE_URL
    ? { kind: 'external' as const, url: all.DATABASE_URL, ...given('replicaUrl', all.DATABASE_REPLICA_URL) }
    : { kind: 'embedded' as const }
  return ok({ mode: 'production', ...shared, database, secret: all.WAYMARK_SECRET })
}

function getSigningKey({ WAYMARK_SIGNING_KEY, WAYMARK_SIGNING_KEY_FILE }: Values, folder: string) {
  if (WAYMARK_SIGNING_KEY !== undefined) return { text: WAYMARK_SIGNING_KEY }
  return WAYMARK_SIGNING_KEY_FILE === undefined
    ? undefined
    : { file: resolve(folder, WAYMARK_SIGNING_KEY_FILE) }
}

function buildFiles({ WAYMARK_FILES, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY }: Values): FilesConfig {
  if (WAYMARK_FILES === undefined) return { kind: 'folder' }
  const { hostname, pathname, searchParams } = new URL(WAYMARK_FILES)
  return {
    kind: 's3',
    bucket: hostname,
    prefix: pathname.replace(/^\/+|\/+$/g, ''),
    region: searchParams.get('region') ?? 'us-east-1',
    ...given('endpoint', searchParams.get('endpoint') ?? undefined),
    ...(AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY
      ? { credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY } }
      : {}),
  }
}

/** One line a problem, for standard error. */
export function formatConfigProblems(problems: readonly ConfigProblem[]): string {
  return problems.map(({ variable, message }) => `${variable} ${message}`).join('\n')
}

/** Whether a host name or address can only be reached from this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })
}
