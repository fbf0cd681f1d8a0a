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
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/server-runtime'
import { getErrorText, getErrorTexts } from '@waymark/messages/errors'
import type { ReactNode } from 'react'
import { ErrorPage } from './components/error-page.tsx'
import { buildAlternates } from './components/public/page-languages.ts'
import { type DocumentScope, useDocumentScope } from './document-scope.ts'
import { pageFonts } from './page-fonts.ts'
import styles from './styles/site.css?url'

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'stylesheet', href: styles },
]

const getStatus = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500)

/** The language of the address, for the titles: they are made outside of what React renders. */
export const loader = ({ context }: LoaderFunctionArgs) => ({ language: context.language })

/** A page keeps its language as long as it is shown. */
export const shouldRevalidate = () => false

/** A page names itself in its own `meta`; this is the title of an error, and of a page that forgot. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  { title: error ? `${getErrorText(getStatus(error), data?.language ?? 'en').title} · Waymark` : 'Waymark' },
]

/** The document that every page stands in, errors included. A page brings its own `<main id="main">`. */
export function Layout({ children }: { children: ReactNode }) {
  const scope = useDocumentScope()
  const { language, origin, nonce, script } = scope
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        {pageFonts[language].map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <Links />
        {origin !== null && <Alternates scope={scope} origin={origin} />}
      </head>
      <body>
        <a className="skip" href="#main">
          {getErrorTexts(language).skip}
        </a>
        {children}
        {script && <ScrollRestoration nonce={nonce} />}
        {script && <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

/** The page's own address, and what it is in the other languages. */
function Alternates({ scope, origin }: { scope: DocumentScope; origin: string }) {
  const { canonical, links: others } = buildAlternates(scope, origin)
  return (
    <>
      <link rel="canonical" href={canonical} />
      {others.map(({ hreflang, href }) => (
        <link key={hreflang} rel="alternate" hrefLang={hreflang} href={href} />
      ))}
    </>
  )
}

export default function Root() {
  return <Outlet />
}

/** Says what happened by status alone: what was thrown stays inside. */
export function ErrorBoundary() {
  return <ErrorPage status={getStatus(useRouteError())} />
}
