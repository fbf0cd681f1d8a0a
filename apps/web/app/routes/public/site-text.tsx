import { useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { siteTexts } from '../../components/public/site-links.tsx'
import { SitePage } from '../../components/public/site-page.tsx'
import { buildMeta, publicLinks } from './page-meta.ts'

/** Three addresses, one route each in the list; which of the texts is the last part of the address. */
export function loader({ request }: LoaderFunctionArgs) {
  const last = new URL(request.url).pathname.split('/').at(-1)
  const text = siteTexts.find((key) => key === last)
  if (text === undefined) throw new Response(null, { status: 404 })
  return { text }
}

export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta = buildMeta<Awaited<ReturnType<typeof loader>> & { readonly view?: undefined }>(
  ({ t }, data) => (data === undefined ? t.site.nav : t.site[data.text].link),
)

export default function SiteText() {
  return <SitePage {...useLoaderData<typeof loader>()} />
}
