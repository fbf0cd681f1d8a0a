import type { CDPSession, Page } from 'playwright-core'

/**
 * How a stretch of scrolling went: frames in each of its seconds, in the order of time, and in the slowest of them. A frame
 * counts when it was drawn and the page's own thread had its turn for it: rows that are not there yet would be drawn as well.
 */
export type Scrolled = { readonly perSecond: readonly number[]; readonly slowest: number }

type TraceEvent = {
  readonly name: string
  readonly ts: number
  readonly pid: number
  readonly args?: { readonly layerTreeId?: number }
}

const frames = 'disabled-by-default-devtools.timeline.frame'
const second = 1_000_000

/**
 * Turns the wheel over a place on the page for some seconds without a pause (`speed` in pixels a second), and counts the frames
 * that the browser's own trace says were drawn of the page, and those for which the page was called. The first half second, in which the turning begins, is left out.
 */
export async function scrollAndCount(
  page: Page,
  session: CDPSession,
  {
    seconds,
    speed,
    ...place
  }: { readonly x: number; readonly y: number; readonly seconds: number; readonly speed: number },
): Promise<Scrolled> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('the page belongs to no browser')
  await page.evaluate(() => {
    const turns: number[] = []
    const note = (at: number) => {
      turns.push(at)
      requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
    Object.assign(window, { turns })
  })
  await browser.startTracing(page, { categories: ['-*', frames] })
  const turn = { ...place, yDistance: -speed * (seconds + 1), speed, preventFling: true } as const
  await session.send('Input.synthesizeScrollGesture', { ...turn, gestureSourceType: 'mouse' })
  const turns = await page.evaluate(() => (window as unknown as { turns: number[] }).turns)
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as {
    readonly traceEvents: readonly TraceEvent[]
  }
  // The browser's own window is drawn too; the page is what is drawn most often.
  const surfaces = Object.values(
    Object.groupBy(
      trace.traceEvents.filter(({ name }) => name === 'DrawFrame'),
      ({ pid, args }) => `${pid} ${args?.layerTreeId}`,
    ),
  )
  const drawn = (surfaces.sort((a = [], b = []) => b.length - a.length)[0] ?? []).map(({ ts }) => ts)
  const perSecond = countEach(drawn, seconds).map((n, i) =>
    Math.min(n, countEach(turns.map(toMicro), seconds)[i] ?? 0),
  )
  return { perSecond, slowest: Math.min(...perSecond) }
}

const toMicro = (ms: number) => ms * 1000

/** How many of these instants (microseconds) lie in each second from half a second after the first. */
function countEach(instants: readonly number[], seconds: number): number[] {
  const begin = Math.min(...instants) + second / 2
  return Array.from({ length: seconds }, (_, n) => {
    const from = begin + n * second
    return instants.filter((at) => at >= from && at < from + second).length
  })
}
