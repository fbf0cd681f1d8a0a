import { createTRPCClient, httpLink } from '@trpc/client'
import type { AppRouter } from '@waymark/api/router'
import { readLanguage } from '../document-scope.ts'

// Refusals are said in the language of the page, not in the one that the browser asks for.
const headers = () => ({ 'accept-language': readLanguage() })

/**
 * The API as the desk's script calls it, in the browser only: for what happens while somebody works on a page (drafts, presence,
 * the palette). Whatever a page is made of comes from its loader, and whatever can be sent without script is a form.
 */
export const browserApi = createTRPCClient<AppRouter>({ links: [httpLink({ url: '/trpc', headers })] })

/** The same for the last call of a page that is being left: the browser finishes it, as far as it is short (64 kB). */
export const leavingApi = createTRPCClient<AppRouter>({
  links: [
    httpLink({
      url: '/trpc',
      headers,
      fetch: (url, options) => fetch(url, { ...(options as RequestInit), keepalive: true }),
    }),
  ],
})
