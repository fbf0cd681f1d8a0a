import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openContext, openSignedIn } from '../src/browser.ts'
import { findPattern, listPublicPatterns } from '../src/patterns.ts'
import { builtScreens, compareFromAfar, guideScreens, keepPicture, takePicture } from '../src/pictures.ts'
import { publishEdition } from '../src/procedures.ts'
import { screens } from '../src/screens.ts'
import { root } from '../src/site.ts'
import { findCaseAddress } from '../src/states.ts'

const guide = readFileSync(`${root}docs/guide/pages.md`, 'utf8')
/** With it the pictures of the guide are taken anew; else they are looked at only. */
const isRefreshing = process.env.WAYMARK_SCREENS === '1'
/** Fonts, dates and the findings of other tests make less of a difference; a part that is gone or new makes more. */
const tolerance = 0.04

const patient = 'pnpm --filter @waymark/e2e-tests screens takes it anew'

test('every public page has a picture in the guide, and the guide shows no other', async () => {
  const patterns = await listPublicPatterns()
  const shown = screens.map(({ path }) => findPattern(patterns, path.replace(/^\/(?:ru|kk)(?=\/)/, '')))
  expect(patterns.filter((pattern) => !shown.includes(pattern))).toEqual([])
  const told = [...guide.matchAll(/!\[[^\]]{12,}\]\(screens\/([a-z-]+)\.webp\)/g)].map(([, name]) => name)
  expect(told.sort()).toEqual(screens.map(({ name }) => name).sort())
})

describe('the guide shows pages as they are', () => {
  const ids = { published: '', case: '' }
  beforeAll(async () => {
    const analyst = await openSignedIn('analyst')
    const reviewer = await openSignedIn('reviewer')
    const proposal = { title: 'Kazakhstan when the agreement was signed', asOf: '2015-12-21' }
    ids.published = (await publishEdition(analyst, reviewer, proposal)).id
    ids.case = await findCaseAddress(analyst)
    await analyst.context().close()
    await reviewer.context().close()
  })

  test.concurrent.for(screens)('$name', async ({ name, path, colorScheme, width, height }) => {
    // Scripts of ours ask for the height and for the fonts; the pages bring none.
    const context = await openContext({
      javaScriptEnabled: true,
      // No higher than what a frame shows: a page is as high as its window at least.
      viewport: { width, height: 120 },
      deviceScaleFactor: 1,
      colorScheme,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    expect(
      (await page.goto(path.replace('{published}', ids.published).replace('{case}', ids.case)))?.status(),
    ).toBe(200)
    const picture = await takePicture(page, { width, height })
    await context.close()
    expect(picture.byteLength).toBeLessThan(100_000)
    keepPicture(builtScreens, name, picture)
    if (isRefreshing) keepPicture(guideScreens, name, picture)
    const file = `${guideScreens}${name}.webp`
    expect([name, existsSync(file)], patient).toEqual([name, true])
    expect(await compareFromAfar(readFileSync(file), picture), patient).toBeLessThan(tolerance)
  })

  test('and has no picture that nobody takes', () => {
    expect(readdirSync(guideScreens).sort()).toEqual(screens.map(({ name }) => `${name}.webp`).sort())
  })
})
