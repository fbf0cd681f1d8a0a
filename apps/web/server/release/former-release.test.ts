import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatPurge, listPurge, readFormerRelease } from './former-release.ts'

test('what a release no longer has and what it has with other bytes is listed, and what stayed is not', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'waymark-release-'))
  const hash = (digit: string) => digit.repeat(64)
  const path = 'x/cases/c0123456789ab/index.html'
  await writeFile(
    join(dir, 'SHA256SUMS'),
    `${hash('a')}  x/index.html\n${hash('b')}  x/cases/index.html\n${hash('c')}  ${path}\n`,
  )
  const former = await readFormerRelease(dir)
  await rm(dir, { recursive: true })
  const now = [
    { path: 'x/index.html', sha256: hash('a') },
    { path: 'x/cases/index.html', sha256: hash('d') },
    { path: 'x/new.html', sha256: hash('e') },
  ]
  expect(listPurge(former, now)).toEqual({ removed: [path], changed: ['x/cases/index.html'] })
  expect(formatPurge(listPurge(former, now))).toContain(`\nremoved ${path}\nchanged x/cases/index.html\n`)
})
