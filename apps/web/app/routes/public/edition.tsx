import { useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { editionId } from '@waymark/api/features/edition/edition.input'
import { z } from 'zod'
import { EditionComparisonPage } from '../../components/public/edition-comparison-page.tsx'
import { EditionPage } from '../../components/public/edition-page.tsx'
import { buildEditionPicture } from '../../pictures/subjects/edition.tsx'
import { editionHeaders } from './edition-headers.ts'
import { buildMeta, publicLinks } from './page-meta.ts'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { parseSearch } from './search.ts'

const search = z.object({ with: editionId.optional() })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const id = editionId.safeParse(params.id)
  if (!id.success) throw new Response(null, { status: 404 })
  const asked = parseSearch(request, search)
  const place = { dossier, id: id.data }
  const { edition } = context.api
  const origin = new URL(request.url).origin
  return asked.with === undefined
    ? { kind: 'one' as const, view: await readView(edition.get.query(place)), origin }
    : {
        kind: 'two' as const,
        view: await readView(edition.compare.query({ ...place, with: asked.with })),
        origin,
      }
}

export const headers = editionHeaders
export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta = buildMeta<Awaited<ReturnType<typeof loader>>>(
  ({ t }, data) =>
    data === undefined
      ? t.editions.title
      : data.kind === 'one'
        ? t.editions.page(data.view.edition.title, data.view.edition.id)
        : t.editions.comparedTitle(data.view.from.id, data.view.to.id),
  (words, data) =>
    data.kind === 'one' ? { picture: buildEditionPicture(words, data.view), origin: data.origin } : null,
)

export default function Edition() {
  const data = useLoaderData<typeof loader>()
  return data.kind === 'one' ? <EditionPage {...data} /> : <EditionComparisonPage {...data} />
}
