import { type MetaFunction, useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { t } from '../../components/public/messages.ts'
import { MethodPage } from '../../components/public/method-page.tsx'
import { buildTitle, publicLinks } from './page-meta.ts'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { cutSearch, parseSearch } from './search.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const asked = parseSearch(request, cutSearch)
  const [view, series] = await Promise.all([
    readView(context.api.score.method.query({ dossier, ...asked })),
    readView(context.api.score.series.query({ dossier, ...asked })),
  ])
  return { view, series, asked, origin: new URL(request.url).origin }
}

export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta: MetaFunction<typeof loader> = ({ data, error }) =>
  buildTitle(data?.view.frame, t.nav.method, error)

export default function Method() {
  return <MethodPage {...useLoaderData<typeof loader>()} />
}
