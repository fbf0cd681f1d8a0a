import { useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { AreaEmbed } from '../../components/public/embeds.tsx'
import { buildMeta, publicLinks } from './page-meta.ts'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { cutSearch, parseSearch } from './search.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const asked = parseSearch(request, cutSearch)
  const area = parseKey(params.area)
  const view = await readView(context.api.score.overview.query({ dossier, ...asked, lang: context.language }))
  if (!view.score.areas.some(({ key }) => key === area)) throw new Response(null, { status: 404 })
  return { view, area, asked }
}

/** Any page may show it in a frame of its own. */
export const handle = { embed: true }
export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta = buildMeta<Awaited<ReturnType<typeof loader>>>(
  ({ t }, data) => data?.view.score.areas.find(({ key }) => key === data.area)?.title ?? t.scorecard.area,
)

export default function Embedded() {
  return <AreaEmbed {...useLoaderData<typeof loader>()} />
}
