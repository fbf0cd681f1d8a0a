import { useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { ScorecardPage } from '../../components/public/scorecard-page.tsx'
import { buildScorecardPicture } from '../../pictures/subjects/scorecard.tsx'
import { buildMeta, publicLinks } from './page-meta.ts'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { cutSearch, parseSearch } from './search.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const asked = parseSearch(request, cutSearch)
  const view = await readView(context.api.score.overview.query({ dossier, ...asked, lang: context.language }))
  return { view, asked, origin: new URL(request.url).origin }
}

export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta = buildMeta<Awaited<ReturnType<typeof loader>>>(
  ({ t }) => t.nav.scorecard,
  (words, { view, asked, origin }) => ({ picture: buildScorecardPicture(words, view), asked, origin }),
)

export default function Scorecard() {
  return <ScorecardPage {...useLoaderData<typeof loader>()} />
}
