import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { isAllowed, listThirdParties } from './licences.ts'
import { buildThirdPartyText, thirdPartyFile } from './third-party.ts'

const parties = listThirdParties()

test('every package of others that runs in production is under a permissive licence', () => {
  expect(parties.map((p) => p.name)).toEqual(
    expect.arrayContaining(['react', 'kysely', 'pg-types', 'zod', 'hono']),
  )
  expect(
    parties.filter((p) => !isAllowed(p.licence)).map((p) => `${p.name} ${p.version}: ${p.licence}`),
  ).toEqual([])
})

test('an expression is allowed when each part that binds is', () => {
  for (const yes of ['MIT', 'MIT OR GPL-3.0-only', '(MIT OR Apache-2.0)', 'MIT AND OFL-1.1'])
    expect(isAllowed(yes), yes).toBe(true)
  for (const no of [
    'GPL-3.0-only',
    'MIT AND AGPL-3.0-only',
    'LGPL-3.0-or-later',
    'MPL-2.0',
    'none stated',
    'UNLICENSED',
    'SEE LICENSE IN LICENSE',
    '',
  ])
    expect(isAllowed(no), no).toBe(false)
})

test('docs/third-party.md names what is installed', async () => {
  expect(buildThirdPartyText(parties), 'run: pnpm --filter @waymark/boundaries third-party').toBe(
    await readFile(thirdPartyFile, 'utf8'),
  )
})
