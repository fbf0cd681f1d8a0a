import { useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { AreaSeriesPage } from '../../components/public/area-series-page.tsx'
import { buildMeta, publicLinks } from './page-meta.ts'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { cutSearch, parseSearch } from './search.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const asked = parseSearch(request, cutSearch)
  const view = await readView(context.api.score.areas.query({ dossier, ...asked, lang: context.language }))
  return { view, asked, origin: new URL(request.url).origin }
}

export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta = buildMeta<Awaited<ReturnType<typeof loader>>>(({ t }) => t.areaSeries.title)

export default function Areas() {
  return <AreaSeriesPage {...useLoaderData<typeof loader>()} />
}
