import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openContext, openSignedIn } from '../src/browser.ts'
import { findPattern, listPublicPatterns } from '../src/patterns.ts'
import {
  builtScreens,
  guideScreens,
  keepPicture,
  listUnlike,
  type Outline,
  readOutline,
  takePicture,
} from '../src/pictures.ts'
import { publishEdition } from '../src/procedures.ts'
import { screens } from '../src/screens.ts'
import { root } from '../src/site.ts'
import { findCaseAddress } from '../src/states.ts'

const guide = readFileSync(`${root}docs/guide/pages.md`, 'utf8')
/** With it the pictures of the guide are taken anew; else they are looked at only. */
const isRefreshing = process.env.WAYMARK_SCREENS === '1'
/** What each page was made of when its picture was taken. */
const outlinesFile = `${guideScreens}outlines.json`
const outlines = (existsSync(outlinesFile) ? JSON.parse(readFileSync(outlinesFile, 'utf8')) : {}) as Record<
  string,
  Outline
>
const taken: Record<string, Outline> = {}

const help = 'pnpm --filter @waymark/e2e-tests screens takes it anew'

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
    // Two, so that the page offers to compare them.
    const proposals = [
      { title: 'Kazakhstan before the negotiations ended', asOf: '2013-11-27' },
      { title: 'Kazakhstan when the agreement was signed', asOf: '2015-12-21' },
    ]
    for (const proposal of proposals) ids.published = (await publishEdition(analyst, reviewer, proposal)).id
    ids.case = await findCaseAddress(analyst)
    await analyst.context().close()
    await reviewer.context().close()
  })

  afterAll(() => {
    const sorted = Object.fromEntries(Object.entries(taken).sort(([a], [b]) => (a < b ? -1 : 1)))
    if (isRefreshing) writeFileSync(outlinesFile, `${JSON.stringify(sorted, null, 2)}\n`)
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
    const outline = await readOutline(page)
    await context.close()
    expect(picture.byteLength).toBeLessThan(80_000)
    keepPicture(builtScreens, name, picture)
    if (isRefreshing) {
      keepPicture(guideScreens, name, picture)
      taken[name] = outline
      return
    }
    expect([name, existsSync(`${guideScreens}${name}.webp`)], help).toEqual([name, true])
    const shown = outlines[name]
    if (shown === undefined) throw new Error(`the guide does not say what ${name} is made of: ${help}`)
    expect(listUnlike(shown, outline), help).toEqual([])
  })

  test('and has no picture that nobody takes', () => {
    const pictures = readdirSync(guideScreens).filter((file) => file.endsWith('.webp'))
    expect(pictures.sort()).toEqual(screens.map(({ name }) => `${name}.webp`).sort())
  })
})
