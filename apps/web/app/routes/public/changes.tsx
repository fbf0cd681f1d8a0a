import { useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { changeListInput } from '@waymark/api/features/change/change.input'
import { ChangesPage } from '../../components/public/changes-page.tsx'
import { buildChangesPicture } from '../../pictures/subjects/changes.tsx'
import { buildMeta, publicLinks } from './page-meta.ts'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { parseSearch } from './search.ts'

const changesSearch = changeListInput.omit({ dossier: true })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const asked = parseSearch(request, changesSearch)
  const view = await readView(context.api.change.list.query({ dossier, ...asked, lang: context.language }))
  return { view, asked, origin: new URL(request.url).origin }
}

export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta = buildMeta<Awaited<ReturnType<typeof loader>>>(
  ({ t }) => t.nav.changes,
  (words, { view, asked: { area: _, change: __, page: ___, ...asked }, origin }) => ({
    picture: buildChangesPicture(words, view),
    kept: asked,
    origin,
  }),
)

export default function Changes() {
  return <ChangesPage {...useLoaderData<typeof loader>()} />
}
