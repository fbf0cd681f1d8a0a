import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatConfigProblems, isLoopback, parseConfig } from './parse-config.ts'

const cwd = '/srv/waymark'
const secret = 'a synthetic secret of more than 32 characters'
const url = 'postgres://waymark:pw@db.example:5432/waymark'

function parsed(env: Record<string, string>) {
  const result = parseConfig(env, { cwd })
  if (!result.ok) throw new Error(formatConfigProblems(result.error))
  return result.value
}

function refusedVariables(env: Record<string, string>) {
  const result = parseConfig(env, { cwd })
  return result.ok ? [] : result.error.map((problem) => problem.variable)
}

test('an empty environment is a demo on loopback with its data in the repository', () => {
  expect(parsed({})).toEqual({
    mode: 'demo',
    port: 3000,
    host: '127.0.0.1',
    dataDir: '/srv/waymark/.data',
    isDev: false,
    nodeEnv: 'production',
    origins: [],
    publisher: 'Waymark',
    files: { kind: 'folder' },
    database: { kind: 'embedded' },
  })
  expect(parsed({ PORT: '', HOST: ' ', WAYMARK_SECRET: '' })).toEqual(parsed({}))
})

test.each([
  { DATABASE_URL: url },
  { HOST: '0.0.0.0' },
  { HOST: '::' },
  { WAYMARK_DEMO: '0' },
  { DATABASE_URL: url, WAYMARK_DEMO: '1' },
])('%o is production and needs a secret', (env) => {
  expect(refusedVariables(env as Record<string, string>)).toEqual(['WAYMARK_SECRET'])
  expect(parsed({ ...(env as Record<string, string>), WAYMARK_SECRET: secret })).toMatchObject({
    mode: 'production',
    secret,
  })
})

test('demo mode never listens beyond loopback, whatever the environment says', () => {
  const value = fc.option(
    fc.constantFrom(
      '0',
      '1',
      '127.0.0.1',
      '0.0.0.0',
      'localhost',
      '::1',
      '10.0.0.1',
      'example.org',
      url,
      secret,
    ),
    { nil: undefined },
  )
  const env = fc.record({
    HOST: value,
    WAYMARK_DEMO: value,
    DATABASE_URL: value,
    WAYMARK_SECRET: value,
    WAYMARK_DEV: value,
  })
  fc.assert(
    fc.property(env, (variables) => {
      const result = parseConfig(variables, { cwd })
      if (!result.ok) return
      if (result.value.mode === 'demo') {
        expect(isLoopback(result.value.host)).toBe(true)
        expect(result.value.database.kind).toBe('embedded')
      } else expect(result.value.secret.length).toBeGreaterThanOrEqual(32)
    }),
    { numRuns: 2000 },
  )
})

test('all problems are told at once and none repeats a password', () => {
  const env = {
    PORT: '70000',
    HOST: 'a b',
    DATABASE_URL: 'mysql://user:hunter2hunter2@db/x',
    DATABASE_REPLICA_URL: 'hunter2hunter2',
    WAYMARK_SECRET: 'hunter2hunter2',
    WAYMARK_DEMO: 'yes',
    WAYMARK_DEV: 'maybe',
    NODE_ENV: 'staging',
    WAYMARK_ORIGIN: 'waymark.example/path',
    WAYMARK_PUBLISHER: 'two\nlines hunter2',
    WAYMARK_CONTACT: 'javascript:hunter2',
    WAYMARK_SMTP_URL: 'http://user:hunter2hunter2@mail.example',
    WAYMARK_MAIL_FROM: 'hunter2hunter2@example.org\r\nBcc: all@example.org',
    WAYMARK_FILES: 's3://bucket?key=hunter2hunter2',
  }
  expect(refusedVariables(env).sort()).toEqual(Object.keys(env).sort())
  const result = parseConfig(env, { cwd })
  expect(formatConfigProblems(result.ok ? [] : result.error)).not.toContain('hunter2')
})

test('a replica needs a primary', () => {
  expect(refusedVariables({ DATABASE_REPLICA_URL: url })).toEqual(['DATABASE_REPLICA_URL'])
  expect(parsed({ DATABASE_URL: url, DATABASE_REPLICA_URL: url, WAYMARK_SECRET: secret }).database).toEqual({
    kind: 'external',
    url,
    replicaUrl: url,
  })
})

test('a relative data directory is read from where the command was typed, an absolute one as it stands', () => {
  expect(parsed({ WAYMARK_DATA: 'data', INIT_CWD: '/home/a' }).dataDir).toBe('/home/a/data')
  expect(parsed({ WAYMARK_DATA: 'data' }).dataDir).toBe('/srv/waymark/data')
  expect(parsed({ WAYMARK_DATA: '/var/lib/данные x', INIT_CWD: '/home/a' }).dataDir).toBe('/var/lib/данные x')
  expect(parsed({ INIT_CWD: '/home/a' }).dataDir).toBe('/srv/waymark/.data')
})

test('a mail server needs an address that messages come from, and messages may come from one without a server', () => {
  const smtp = 'smtp://user:pw@mail.example:587'
  expect(refusedVariables({ WAYMARK_SMTP_URL: smtp })).toEqual(['WAYMARK_MAIL_FROM'])
  const from = 'Waymark <waymark@example.org>'
  expect(parsed({ WAYMARK_SMTP_URL: smtp, WAYMARK_MAIL_FROM: from }).mail).toEqual({ url: smtp, from })
  expect(parsed({ WAYMARK_MAIL_FROM: from }).mail).toEqual({ from })
  for (const url of [
    'mail.example',
    'http://mail.example',
    'smtp://',
    'smtp://mail.example/path',
    'smtp://mail.example?tls=no',
  ])
    expect([url, refusedVariables({ WAYMARK_SMTP_URL: url, WAYMARK_MAIL_FROM: from })]).toEqual([
      url,
      ['WAYMARK_SMTP_URL'],
    ])
})

test('a publisher is named, and who answers questions may be', () => {
  expect(parsed({ WAYMARK_PUBLISHER: 'Құқық институты' }).publisher).toBe('Құқық институты')
  expect(parsed({}).contact).toBe(undefined)
  for (const contact of ['data@example.org', 'https://waymark.example/contact'])
    expect(parsed({ WAYMARK_CONTACT: contact }).contact).toBe(contact)
  for (const contact of ['example', 'mailto:data@example.org', 'ftp://example.org', 'https://a b'])
    expect(refusedVariables({ WAYMARK_CONTACT: contact })).toEqual(['WAYMARK_CONTACT'])
})

test('origins are read as a list', () => {
  expect(parsed({ WAYMARK_ORIGIN: 'https://a.example, https://b.example:8443' }).origins).toEqual([
    'https://a.example',
    'https://b.example:8443',
  ])
})

test('files are kept in a bucket where one is named, with its region, service, prefix and key', () => {
  const env = {
    WAYMARK_FILES: 's3://waymark-files/kept/here?endpoint=https://objects.example:9000&region=eu-central-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'a synthetic key',
  }
  expect(parsed(env).files).toEqual({
    kind: 's3',
    bucket: 'waymark-files',
    prefix: 'kept/here',
    region: 'eu-central-1',
    endpoint: 'https://objects.example:9000',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a synthetic key' },
  })
  expect(parsed({ WAYMARK_FILES: 's3://waymark-files?region=eu-central-1' }).files).toEqual({
    kind: 's3',
    bucket: 'waymark-files',
    prefix: '',
    region: 'eu-central-1',
  })
  expect(refusedVariables({ ...env, AWS_SECRET_ACCESS_KEY: '' })).toEqual(['AWS_SECRET_ACCESS_KEY'])
})

test.each([
  's3://Bucket?region=x',
  's3://bucket',
  's3://bucket?region=x&endpoint=ftp://host',
  'https://bucket.example',
  '/srv/files',
  's3://user:pw@bucket?region=x',
])('%s names no bucket', (value) => {
  expect(refusedVariables({ WAYMARK_FILES: value })).toEqual(['WAYMARK_FILES'])
})

test('the key that editions are signed with comes as text or as a file, not as both, and a mangled one is refused unrepeated', () => {
  const text = 'PRIVATE+KEY+record.example.org/waymark+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  expect(parsed({ WAYMARK_SIGNING_KEY: text }).signingKey).toEqual({ text })
  expect(parsed({ WAYMARK_SIGNING_KEY_FILE: 'key.txt' }).signingKey).toEqual({ file: '/srv/waymark/key.txt' })
  expect(parsed({}).signingKey).toBeUndefined()
  const both = { WAYMARK_SIGNING_KEY: text, WAYMARK_SIGNING_KEY_FILE: 'key.txt' }
  expect(refusedVariables(both)).toEqual(['WAYMARK_SIGNING_KEY_FILE'])
  const mangled = parseConfig({ WAYMARK_SIGNING_KEY: `${text} x` }, { cwd })
  expect(mangled.ok ? '' : formatConfigProblems(mangled.error)).toMatch(/^WAYMARK_SIGNING_KEY must be a key/)
  expect(mangled.ok ? '' : formatConfigProblems(mangled.error)).not.toContain('c74f20a3')
})
