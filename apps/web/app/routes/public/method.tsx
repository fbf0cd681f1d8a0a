import { useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { MethodPage } from '../../components/public/method-page.tsx'
import { buildMeta, publicLinks } from './page-meta.ts'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { cutSearch, parseSearch } from './search.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const asked = parseSearch(request, cutSearch)
  const [view, series] = await Promise.all([
    readView(context.api.score.method.query({ dossier, ...asked, lang: context.language })),
    readView(context.api.score.series.query({ dossier, ...asked, lang: context.language })),
  ])
  return { view, series, asked, origin: new URL(request.url).origin }
}

export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta = buildMeta<Awaited<ReturnType<typeof loader>>>(({ t }) => t.nav.method)

export default function Method() {
  return <MethodPage {...useLoaderData<typeof loader>()} />
}
