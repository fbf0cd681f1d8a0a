import { useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { recommendationListInput } from '@waymark/api/features/recommendation/recommendation.input'
import { RecommendationsPage } from '../../components/public/recommendations-page.tsx'
import { buildMeta, publicLinks } from './page-meta.ts'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { parseSearch } from './search.ts'

const search = recommendationListInput.omit({ dossier: true })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const asked = parseSearch(request, search)
  const view = await readView(
    context.api.recommendation.list.query({ dossier, ...asked, lang: context.language }),
  )
  return { view, asked, origin: new URL(request.url).origin }
}

export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta = buildMeta<Awaited<ReturnType<typeof loader>>>(({ t }) => t.nav.recommendations)

export default function Recommendations() {
  return <RecommendationsPage {...useLoaderData<typeof loader>()} />
}
