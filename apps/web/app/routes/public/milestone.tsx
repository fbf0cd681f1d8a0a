import { useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { MilestonePage } from '../../components/public/milestone-page.tsx'
import { getStepTitle } from '../../components/public/step-title.ts'
import { buildMilestonePicture } from '../../pictures/subjects/milestone.tsx'
import { buildMeta, publicLinks } from './page-meta.ts'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { cutSearch, parseSearch } from './search.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const key = parseKey(params.key)
  const asked = parseSearch(request, cutSearch)
  const view = await readView(
    context.api.milestone.get.query({ dossier, key, ...asked, lang: context.language }),
  )
  return { view, asked, origin: new URL(request.url).origin }
}

export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta = buildMeta<Awaited<ReturnType<typeof loader>>>(
  (words, data) =>
    data === undefined ? words.t.nav.milestones : getStepTitle(words, data.view.milestone, data.view.frame),
  (words, { view, asked, origin }) => ({ picture: buildMilestonePicture(words, view), asked, origin }),
)

export default function Milestone() {
  return <MilestonePage {...useLoaderData<typeof loader>()} />
}
