import { expect, test } from 'vitest'
import { openContext } from '../src/browser.ts'
import { readPrint } from '../src/read-print.ts'

const pages = [
  '/kazakhstan',
  '/kazakhstan/recommendations/KZ-2013-18',
  '/kazakhstan/linkage',
  '/kazakhstan/changes?from=2013-11-27&to=2016-12-31',
  '/kazakhstan/milestones',
]

test.for(pages)('%s prints on A4: no page wider or empty, no control, the cut at its end', async (path) => {
  const context = await openContext({ javaScriptEnabled: true })
  const page = await context.newPage()
  await page.goto(path)
  await page.emulateMedia({ media: 'print' })
  // A4 less its margins, in CSS pixels: what is wider is cut off or shrunk by a browser.
  await page.setViewportSize({ width: 688, height: 972 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(688)
  const seen = await page.evaluate(() => ({
    controls: [...document.querySelectorAll('button, input, select, textarea, nav, .skip')].filter(
      (one) => one.getClientRects().length > 0,
    ).length,
  }))
  expect(seen.controls).toBe(0)
  const printed = await readPrint(await page.pdf({ preferCSSPageSize: true }))
  for (const { width, height, text } of printed) {
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
    expect(text.length).toBeGreaterThan(40)
  }
  const text = printed.map((one) => one.text).join(' ')
  expect(text).toMatch(/record cut-off/)
  expect(text).toMatch(/How to read this page/)
  await context.close()
})
