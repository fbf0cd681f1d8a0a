import { useLoaderData } from '@remix-run/react'
import { json, type LoaderFunctionArgs } from '@remix-run/server-runtime'
import { CasePage } from '../../components/public/cases-page.tsx'
import { buildMeta, publicLinks } from './page-meta.ts'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { cutSearch, parseSearch } from './search.ts'

/** A case that was taken down is a 410 that says the day and nothing else; one that never was public, the 404 of nothing. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const address = params.case ?? ''
  if (!/^c[0-9a-f]{12}$/.test(address)) throw new Response(null, { status: 404 })
  const asked = parseSearch(request, cutSearch)
  const { frame, ...found } = await readView(
    context.api.case.page.query({ dossier, case: address, ...asked, lang: context.language }),
  )
  if (found.case === null) throw json(found.takenDownOn, { status: 410 })
  return { view: { frame, case: found.case }, asked, origin: new URL(request.url).origin }
}

export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta = buildMeta<Awaited<ReturnType<typeof loader>>>(({ t }, data) =>
  data === undefined ? t.nav.cases : data.view.case.name,
)

export default function Case() {
  return <CasePage {...useLoaderData<typeof loader>()} />
}
