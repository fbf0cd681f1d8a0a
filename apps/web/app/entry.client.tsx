import { RemixBrowser } from '@remix-run/react'
import { deskLoaders } from '@waymark/messages/load-desk'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { keepDeskCatalogue } from './components/desk/get-desk-words.ts'
import { readLanguage } from './document-scope.ts'

// Only the words of the page's own language are fetched; every link to another one loads a document.
keepDeskCatalogue(await deskLoaders[readLanguage()]())
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})
