import type { MetaFunction } from '@remix-run/react'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
} from '@remix-run/react'
import type { LinksFunction } from '@remix-run/server-runtime'
import tokens from '@waymark/ui/styles/tokens.css?url'
import styles from '@waymark/ui/styles/waymark.css?url'
import type { ReactNode } from 'react'
import { ErrorPage } from './components/error-page.tsx'
import { getErrorText } from './components/error-text.ts'
import { useDocumentScope } from './document-scope.ts'

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'stylesheet', href: tokens },
  { rel: 'stylesheet', href: styles },
]

const getStatus = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500)

/** A page names itself in its own `meta`; this is the title of an error, and of a page that forgot. */
export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${getErrorText(getStatus(error)).title} · Waymark` : 'Waymark' },
]

/** The document that every page stands in, errors included. A page brings its own `<main id="main">`. */
export function Layout({ children }: { children: ReactNode }) {
  const { language, nonce, script } = useDocumentScope()
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to content
        </a>
        {children}
        {script && <ScrollRestoration nonce={nonce} />}
        {script && <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

/** Says what happened by status alone: what was thrown stays inside. */
export function ErrorBoundary() {
  return <ErrorPage status={getStatus(useRouteError())} />
}
