import { useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { RecommendationPage } from '../../components/public/recommendation-page.tsx'
import { buildRecommendationPicture } from '../../pictures/subjects/recommendation.tsx'
import { buildMeta, publicLinks } from './page-meta.ts'
import { parseKey, parseReference } from './path.ts'
import { readView } from './read-view.ts'
import { cutSearch, parseSearch } from './search.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const ref = parseReference(params.ref)
  const asked = parseSearch(request, cutSearch)
  const view = await readView(
    context.api.recommendation.get.query({ dossier, ref, ...asked, lang: context.language }),
  )
  return { view, asked, origin: new URL(request.url).origin }
}

export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta = buildMeta<Awaited<ReturnType<typeof loader>>>(
  ({ t }, data) => (data === undefined ? t.nav.recommendations : `${data.view.ref} ${data.view.title}`),
  (words, { view, asked, origin }) => ({ picture: buildRecommendationPicture(words, view), asked, origin }),
)

export default function Recommendation() {
  return <RecommendationPage {...useLoaderData<typeof loader>()} />
}
