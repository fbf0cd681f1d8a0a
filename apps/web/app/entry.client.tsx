import { RemixBrowser } from '@remix-run/react'
import { deskLoaders } from '@waymark/messages/load-desk'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { hydrateRoot } from 'react-dom/client'
import { keepDeskCatalogue } from './components/desk/get-desk-words.ts'
import { readLanguage } from './document-scope.ts'

/**
 * Waits for the page's data to be decoded. RemixBrowser begins that when it is first called and waits by throwing the promise, before
 * it comes to anything that needs React.
 */
async function decodeData(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (waiting) {
    await waiting
  }
}

// Only the words of the page's own language are fetched; every link to another one loads a document.
const [catalogue] = await Promise.all([deskLoaders[readLanguage()](), decodeData()])
keepDeskCatalogue(catalogue)
// In one go and with everything at hand: when a key is pressed while React waits in the middle of taking the page over, it loses its
// place for good (its error 345), and the page stays without script.
flushSync(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})
