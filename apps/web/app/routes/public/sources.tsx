import { useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { sourceListInput } from '@waymark/api/features/source/source.input'
import { SourcesPage } from '../../components/public/sources-page.tsx'
import { buildMeta, publicLinks } from './page-meta.ts'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { parseSearch } from './search.ts'

const search = sourceListInput.omit({ dossier: true })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const asked = parseSearch(request, search)
  const view = await readView(context.api.source.list.query({ dossier, ...asked, lang: context.language }))
  return { view, asked, origin: new URL(request.url).origin }
}

export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta = buildMeta<Awaited<ReturnType<typeof loader>>>(({ t }) => t.nav.sources)

export default function Sources() {
  return <SourcesPage {...useLoaderData<typeof loader>()} />
}
