import type { Network } from './network.ts'
import { openResponse, Refused } from './open-response.ts'

/**
 * What became of a link. `gone`: the site says that the page is not there (404, 410). `refused`: the address is none that is fetched,
 * or the site answers, but not to us. `unreachable`: no answer, a failing site, or too many redirects; may be passing.
 */
export type LinkState = 'answers' | 'gone' | 'unreachable' | 'refused'

/** Asks whether a page is there without reading it: HEAD, and GET where a site does not answer that well. */
export async function checkPage(text: string, network: Network, milliseconds: number): Promise<LinkState> {
  const signal = AbortSignal.timeout(milliseconds)
  const ended = new Promise<LinkState>((resolve) => {
    signal.addEventListener('abort', () => resolve('unreachable'), { once: true })
  })
  const head = await Promise.race([ask(text, 'HEAD', network, signal), ended])
  return head === 'answers' ? head : Promise.race([ask(text, 'GET', network, signal), ended])
}

async function ask(
  text: string,
  method: 'HEAD' | 'GET',
  network: Network,
  signal: AbortSignal,
): Promise<LinkState> {
  try {
    const { status, close } = await openResponse(text, method, network, signal)
    await close()
    if (status >= 200 && status < 300) return 'answers'
    if (status === 404 || status === 410) return 'gone'
    return status >= 500 ? 'unreachable' : 'refused'
  } catch (error) {
    return error instanceof Refused && error.failure === 'address-not-public' ? 'refused' : 'unreachable'
  }
}
