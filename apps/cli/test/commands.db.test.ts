import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { startServer } from '@waymark/db/server/start-server'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { runCommandLine } from '../src/run.ts'
import { createFile, createScratch, kazakhstan, query } from './scratch.ts'

// Each command joins the server that this file holds, as it joins the one of a running site.
const scratch = createScratch()
let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ dataDir: scratch.dataDir })
}, 120_000)
afterAll(async () => {
  await server.stop()
  scratch.remove()
})
beforeEach(() => {
  vi.stubEnv('WAYMARK_DATA', scratch.dataDir)
  return () => vi.unstubAllEnvs()
})

const waymark = async (words: readonly string[], stdin = '') => {
  const notes: string[] = []
  const ending = await runCommandLine(words, {
    note: (line) => notes.push(line),
    signal: new AbortController().signal,
    stdin: Readable.from([stdin]) as unknown as NodeJS.ReadStream,
    folder: scratch.folder,
  })
  return { ...ending, notes }
}
const waymarkJson = async (words: readonly string[], stdin = '') => {
  const { exitCode, stdout, stderr } = await waymark([...words, '--json'], stdin)
  return { exitCode, stderr, json: JSON.parse(stdout) }
}
const listEntries = () =>
  query<{ actor: string; action: string }>(
    server.ownerUrl,
    `select actor_kind || '/' || actor_id || '/' || actor_name as actor, action from waymark.audit_entry order by seq`,
  )

type Raw = Record<string, Record<string, unknown>[]> & { dossier: Record<string, unknown> }
const aFile = (change: (file: Raw) => void): string => {
  const file = JSON.parse(readFileSync(kazakhstan, 'utf8')) as Raw
  change(file)
  return JSON.stringify(file)
}
const row = (file: Raw, table: string): Record<string, unknown> => file[table]?.[0] ?? {}

const empty = { added: 0, corrected: 0, unchanged: 0 }

test('a dry run says what would be done and does nothing; the import does it; again, nothing is left to do', async () => {
  const dry = await waymarkJson(['import', kazakhstan, '--dry-run'])
  const nothingWrong = { errors: [], errorCount: 0 }
  expect(dry.json).toEqual({ dossier: 'kazakhstan', dryRun: true, ...empty, added: 793, ...nothingWrong })
  expect(await listEntries()).toEqual([])
  expect(await query(server.ownerUrl, 'select from waymark.recommendation')).toEqual([])

  const first = await waymark(['import', kazakhstan, '--dossier', 'kazakhstan'])
  expect(first).toMatchObject({
    exitCode: 0,
    stdout: 'kazakhstan: 793 added, 0 corrected, 0 unchanged.\n',
    stderr: '',
  })
  const again = await waymarkJson(['import', kazakhstan])
  expect(again).toMatchObject({ exitCode: 0, stderr: '' })
  expect(again.json).toEqual({
    dossier: 'kazakhstan',
    dryRun: false,
    ...empty,
    unchanged: 793,
    ...nothingWrong,
  })
  expect(await listEntries()).toEqual([{ actor: 'operator/command-line/Operator', action: 'dossier.import' }])
})

test('FILE is looked for where the person stands', async () => {
  createFile(scratch.folder, 'mine.json', readFileSync(kazakhstan))
  expect((await waymarkJson(['import', 'mine.json', '--dry-run'])).json).toMatchObject({ unchanged: 793 })
})

const latin1 = Buffer.from('{"format": "caf\u00e9"}', 'latin1')
test.each<[string, string | Uint8Array | (() => string), string, RegExp]>([
  ['cut off', () => aFile(() => {}).slice(0, 5000), '$', /^This is not JSON/],
  ['in another encoding', latin1, '$', /not UTF-8: line 1/],
  [
    'with keys of object machinery',
    () => `{"__proto__": {"x": 1},${aFile(() => {}).slice(1)}`,
    '$',
    /“__proto__” is not a field/,
  ],
  ['nested 10,000 deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, '$', /nested deeper than 32 levels/],
  ['of 200 MB of garbage', () => 'x'.repeat(200_000_000), '$', /^This is not JSON/],
  ['that is empty', '', '$', /^This is not JSON/],
  [
    'with an unknown key',
    () => aFile((f) => Object.assign(row(f, 'areas'), { colour: 'red' })),
    '$.areas[0]',
    /colour/,
  ],
  [
    'with a dangling reference',
    () => aFile((f) => Object.assign(row(f, 'recommendations'), { area: 'nowhere' })),
    '$.recommendations[0].area',
    /nowhere/,
  ],
  [
    'with a finding of the future',
    () => aFile((f) => Object.assign(row(f, 'assessments'), { effective: '2999-01-01' })),
    '$.assessments[0].effective',
    /future|later/,
  ],
])(
  'a file %s is refused with its message and changes nothing',
  async (_, content, path, message) => {
    const file = createFile(scratch.folder, 'bad.json', typeof content === 'function' ? content() : content)
    const before = await listEntries()
    const { exitCode, json, stderr } = await waymarkJson(['import', file])
    expect(exitCode).toBe(1)
    expect(json).toMatchObject({ ...empty, dossier: null, dryRun: false })
    expect(json.errorCount).toBeGreaterThan(0)
    const found = json.errors.find((error: { path: string }) => error.path.startsWith(path))
    expect(found).toEqual({ path: expect.any(String), message: expect.stringMatching(message) })
    expect(stderr).toContain(`${found.path}: ${found.message}\n`)
    expect(stderr).toMatch(/Nothing was changed\.\n$/)
    expect(await listEntries()).toEqual(before)
  },
  120_000,
)

test('all errors of a file are told at once', async () => {
  const content = aFile((f) => {
    Object.assign(row(f, 'areas'), { colour: 'red' })
    Object.assign(row(f, 'recommendations'), { area: 'nowhere' })
    Object.assign(row(f, 'assessments'), { effective: '2013-02-30' })
  })
  const { json } = await waymarkJson(['import', createFile(scratch.folder, 'three.json', content)])
  const paths = json.errors.map((error: { path: string }) => error.path)
  expect(paths).toContain('$.areas[0].colour')
  expect(paths).toContain('$.recommendations[0].area')
  expect(paths).toContain('$.assessments[0].effective')
})

test('a file of another dossier, a folder and a file that is not there are refused', async () => {
  const other = await waymarkJson(['import', kazakhstan, '--dossier', 'uzbekistan'])
  expect(other).toMatchObject({ exitCode: 1, json: { errors: [{ path: '$.dossier.key' }] } })
  for (const [name, message] of [
    ['findings.csv', /no file .*findings\.csv/],
    ['.', /cannot be read|not a file/],
    ['missing.json', /no file .*missing\.json/],
  ] as const) {
    const { exitCode, json, stderr } = await waymarkJson(['import', name])
    expect(exitCode).toBe(1)
    expect(json).toMatchObject({ ...empty, errors: [{ path: '$', message: expect.stringMatching(message) }] })
    expect(stderr).toMatch(message)
  }
})

test('what is taken out as a dossier file, a workbook or a table comes in again to nothing changed; a row that lacks what it needs is told', async () => {
  await waymarkJson(['import', kazakhstan])
  const take = async (format: string, file: string, ...rest: string[]) => {
    const told = await waymarkJson([
      'export',
      '--dossier',
      'kazakhstan',
      '--format',
      format,
      '--out',
      file,
      ...rest,
    ])
    expect(told).toMatchObject({ exitCode: 0, json: { dossier: 'kazakhstan', bytes: expect.any(Number) } })
  }
  await take('json', 'out.json')
  await take('xlsx', 'out.xlsx')
  await take('csv', 'sources.csv', '--table', 'sources')
  expect(
    (await waymarkJson(['export', '--dossier', 'kazakhstan', '--format', 'json', '--out', 'out.json']))
      .exitCode,
  ).toBe(1)
  const before = await listEntries()
  for (const words of [
    ['out.json'],
    ['out.xlsx', '--dossier', 'kazakhstan'],
    ['sources.csv', '--dossier', 'kazakhstan'],
  ]) {
    const { exitCode, json } = await waymarkJson(['import', ...words])
    expect([words, exitCode, json.added, json.corrected, json.errors]).toEqual([words, 0, 0, 0, []])
    expect(json.unchanged).toBeGreaterThan(50)
  }
  expect(await listEntries()).toEqual(before)
  const file = createFile(
    scratch.folder,
    'changed.csv',
    'Key,Publisher\nseed,Synthetic publisher\nnobody,Synthetic\n',
  )
  const refused = await waymarkJson(['import', file, '--dossier', 'kazakhstan', '--table', 'sources'])
  expect(refused.exitCode).toBe(1)
  expect(refused.json.errors[0].path).toMatch(/row 3|3/)
  expect(await listEntries()).toEqual(before)
})

test('accounts are made, changed, disabled, enabled and listed by the operator, and no password is ever assumed', async () => {
  const add = [
    'user',
    'add',
    '--email',
    'One@Waymark.Example.Org',
    '--name',
    'One',
    '--role',
    'administrator',
  ]
  const made = await waymarkJson(add)
  expect(made.json).toMatchObject({ email: 'one@waymark.example.org', name: 'One', role: 'administrator' })
  expect(made.json.password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
  expect(await waymark(add)).toMatchObject({
    exitCode: 1,
    stdout: '',
    stderr: expect.stringContaining('already'),
  })

  const given = [
    'user',
    'add',
    '--email',
    'two@waymark.example.org',
    '--name',
    'Two',
    '--role',
    'analyst',
    '--password-stdin',
  ]
  expect(await waymark(given, 'short\n')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('too short'),
  })
  const two = await waymarkJson(given, 'a synthetic password\n')
  expect(two.exitCode).toBe(0)
  expect(two.json).not.toHaveProperty('password')

  const last = await waymark(['user', 'disable', 'one@waymark.example.org'])
  expect(last).toMatchObject({
    exitCode: 1,
    stdout: '',
    stderr: expect.stringContaining('last administrator'),
  })
  const lastRole = await waymark(['user', 'role', 'one@waymark.example.org', '--role', 'viewer'])
  expect(lastRole).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('last administrator') })

  expect(
    (await waymark(['user', 'role', 'two@waymark.example.org', '--role', 'administrator'])).exitCode,
  ).toBe(0)
  expect((await waymark(['user', 'disable', '--email', 'ONE@waymark.example.org'])).exitCode).toBe(0)
  expect((await waymarkJson(['user', 'list'])).json.users).toMatchObject([
    { email: 'one@waymark.example.org', role: 'administrator', disabled: true },
    { email: 'two@waymark.example.org', role: 'administrator', disabled: false },
  ])
  expect((await waymark(['user', 'enable', 'one@waymark.example.org'])).exitCode).toBe(0)
  const replaced = await waymark(['user', 'password', 'two@waymark.example.org'])
  expect(replaced.stdout).toMatch(/shown this once: \S{19}\n$/)
  const nobody = await waymark(['user', 'password', 'nobody@waymark.example.org'])
  expect(nobody).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('no account') })

  const entries = (await listEntries()).filter(({ action }) => action.startsWith('user.'))
  expect(entries.map(({ action }) => action)).toEqual([
    'user.add',
    'user.add',
    'user.set-role',
    'user.disable',
    'user.enable',
    'user.set-password',
  ])
  expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set(['operator/command-line/Operator']))
})

test('doctor finds nothing wrong, and names a right that was given away', async () => {
  expect(await waymarkJson(['doctor'])).toMatchObject({ exitCode: 0, json: { ok: true } })
  await query(
    server.ownerUrl,
    'grant update on waymark.assessment to waymark_app; grant usage on schema waymark to waymark_public; grant select on waymark.draft to waymark_public',
  )
  const { exitCode, json, stderr } = await waymarkJson(['doctor'])
  await query(
    server.ownerUrl,
    'revoke update on waymark.assessment from waymark_app; revoke usage on schema waymark from waymark_public; revoke select on waymark.draft from waymark_public',
  )
  expect(exitCode).toBe(1)
  expect(stderr).toContain('Something is wrong')
  const rights = json.checks.find((check: { name: string }) => check.name === 'rights')
  expect(rights.state).toBe('fault')
  expect(rights.detail).toContain('waymark_app may update in the table waymark.assessment.')
  expect(rights.detail).toContain('waymark_public may select in the table waymark.draft.')
  expect((await waymark(['doctor'])).exitCode).toBe(0)
})

test('the chain is whole, until one byte of one ledger row is changed: then verify names its entry', async () => {
  const whole = await waymarkJson(['verify'])
  const entries = (await listEntries()).length
  expect(whole).toMatchObject({
    exitCode: 0,
    stderr: '',
    json: { ok: true, entries, head: { seq: entries }, files: 0, faults: [] },
  })
  const place = (character: string) =>
    query<{ was: string }>(
      server.ownerUrl,
      `update waymark.assessment a set rationale = overlay(a.rationale placing '${character.replaceAll("'", "''")}' from 1 for 1)
       from waymark.assessment before where a.id = (select min(id) from waymark.assessment) and before.id = a.id
       returning left(before.rationale, 1) as was`,
    )
  const [changed] = await place('#')
  const broken = await waymarkJson(['verify'])
  await place(changed?.was ?? '')
  expect(broken).toMatchObject({
    exitCode: 1,
    json: { ok: false, entries, faults: [{ seq: 1, kind: 'rows' }] },
  })
  expect(broken.stderr).toMatch(/Entry 1: .*assessment/)
  expect(broken.stderr).toContain('The chain is not whole.')
  expect((await waymark(['verify'])).exitCode).toBe(0)
})

test('check compares the files and says how many; without links none is asked for', async () => {
  expect(await waymarkJson(['check', '--no-links'])).toMatchObject({
    exitCode: 0,
    stderr: '',
    json: { ok: true, files: { checked: 0, faults: [] }, links: null },
  })
})

test('verify names a file whose bytes are gone, by the entry that took it in', async () => {
  const sha256 = 'a'.repeat(64)
  const columns = `dossier_id, sha256, bytes, media_type, name, how, tool, collected_at, collector_id, collector_name, entry, recorded_at`
  await query(
    server.ownerUrl,
    `insert into waymark.file (id, ${columns})
     select 999999999, id, '${sha256}', 1, 'text/html', 'synthetic', 'upload', 'test', now(), 'x', 'x', entry, now() from waymark.dossier limit 1`,
  )
  const { exitCode, json } = await waymarkJson(['verify'])
  await query(server.ownerUrl, 'delete from waymark.file_check')
  await query(server.ownerUrl, 'delete from waymark.file where id = 999999999')
  expect(exitCode).toBe(1)
  expect(json.faults).toContainEqual({
    seq: expect.any(Number),
    kind: 'file',
    message: expect.stringContaining(`${sha256} is missing`),
  })
  expect((await waymark(['verify'])).exitCode).toBe(0)
})

test.each([
  [[], /Say which command: import, export, verify, backup, restore, check, doctor, user add/],
  [['frobnicate'], /no command “frobnicate”.*import, export, verify/],
  [['export', '--dossier', 'kazakhstan'], /“format” is missing/],
  [['export', '--dossier', 'kazakhstan', '--format', 'csv', '--out', 'x.csv'], /name it with --table/],
  [['export', '--dossier', 'kazakhstan', '--format', 'json'], /--out FILE is missing/],
  [['user'], /user add, user list, user role, user disable/],
  [['user', 'frob'], /user add/],
  [['import'], /missing/],
  [['import', 'a.json', 'b.json'], /“b\.json” is one argument too many/],
  [['import', 'a.json', '--force'], /--force/],
  [['import', 'a.json', '--dossier'], /dossier/],
  [['verify', 'now'], /too many/],
  [['user', 'add', '--email', 'a@b.example.org', '--role', 'analyst'], /--name/],
  [['user', 'add', '--email', 'a@b.example.org', '--name', 'A', '--role', 'emperor'], /“emperor” is no role/],
  [['user', 'add', '--email', 'a@b.example.org', '--name', 'A'], /--role/],
  [['user', 'disable'], /email address/],
  [['user', 'role', 'a@b.example.org'], /--role/],
])('%j is wrong usage', async (words, message) => {
  const before = await listEntries()
  expect(await waymark(words)).toMatchObject({
    exitCode: 2,
    stdout: '',
    stderr: expect.stringMatching(message),
  })
  const { exitCode, json } = await waymarkJson(words)
  expect(exitCode).toBe(2)
  expect(json.error ?? json.errors[0].message).toMatch(message)
  expect(await listEntries()).toEqual(before)
})

test('every command says how it is used, and the list names exactly those that exist', async () => {
  const { stdout, exitCode } = await waymark(['--help'])
  expect(exitCode).toBe(0)
  const names = [...stdout.matchAll(/^ {2}((?:[a-z]+ )?[a-z]+) {2,}/gm)].map((match) => match[1] ?? '')
  expect(names).toEqual([
    'import',
    'export',
    'verify',
    'backup',
    'restore',
    'check',
    'doctor',
    'user add',
    'user list',
    'user role',
    'user disable',
    'user enable',
    'user password',
    'edition publish',
    'edition list',
    'edition verify',
    'edition key',
    'log checkpoint',
    'log proof',
    'log consistency',
    'log verify',
  ])
  for (const name of names) {
    const help = await waymark([...name.split(' '), '--help'])
    expect(help).toMatchObject({
      exitCode: 0,
      stderr: '',
      stdout: expect.stringContaining(`Usage: waymark ${name}`),
    })
    expect((await waymarkJson([...name.split(' '), '--help'])).json).toEqual({ help: help.stdout })
  }
  expect((await waymark(['user', '--help'])).stdout).toContain('Usage: waymark user disable EMAIL')
})

test('a mistake in the environment is told by its variable', async () => {
  vi.stubEnv('WAYMARK_DEMO', '0')
  expect(await waymark(['verify'])).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('WAYMARK_SECRET is required'),
  })
})

test('a database that cannot be reached is refused with a sentence that holds no password', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://someone:hunter2hunter2@127.0.0.1:1/nothing')
  vi.stubEnv('WAYMARK_SECRET', 'a synthetic secret of more than 32 characters')
  for (const words of [['verify'], ['import', kazakhstan], ['user', 'list']]) {
    const { exitCode, stdout, stderr } = await waymark([...words, '--json'])
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('cannot be reached')])
    expect(stdout + stderr).not.toContain('hunter2')
  }
  const doctor = await waymarkJson(['doctor'])
  expect(doctor).toMatchObject({ exitCode: 1, json: { ok: false } })
})

test('a data directory that is not ours is refused and left as it is', async () => {
  const foreign = createScratch()
  createFile(foreign.folder, 'letters.txt', 'not yours')
  vi.stubEnv('WAYMARK_DATA', foreign.folder)
  const add = ['user', 'add', '--email', 'a@waymark.example.org', '--name', 'A', '--role', 'viewer']
  for (const words of [['verify'], ['import', kazakhstan], ['user', 'list'], add, ['doctor']]) {
    const { exitCode, stdout, stderr } = await waymark(words)
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/not empty and is not a Waymark data directory .*Nothing was changed/)
  }
  expect(readdirSync(foreign.folder)).toEqual(['letters.txt'])
  foreign.remove()
})

test('a mistyped data directory is told, not filled', async () => {
  const elsewhere = join(scratch.folder, 'elsewhere')
  vi.stubEnv('WAYMARK_DATA', elsewhere)
  for (const words of [['verify'], ['doctor'], ['user', 'list']]) {
    const { exitCode, stderr } = await waymark(words)
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('There is no installation in')])
  }
  expect(existsSync(elsewhere)).toBe(false)
})
