import { type MetaFunction, useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { linkageListInput } from '@waymark/api/features/linkage/linkage.input'
import { z } from 'zod'
import { LinkagePage } from '../../components/public/linkage-page.tsx'
import { t } from '../../components/public/messages.ts'
import { buildTitle, publicLinks } from './page-meta.ts'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { parseSearch } from './search.ts'

const search = linkageListInput
  .omit({ dossier: true })
  .extend({ group: z.enum(['milestone', 'area']).optional() })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const asked = parseSearch(request, search)
  const { group: _, ...input } = asked
  const view = await readView(context.api.linkage.list.query({ dossier, ...input }))
  return { view, asked, origin: new URL(request.url).origin }
}

export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta: MetaFunction<typeof loader> = ({ data, error }) =>
  buildTitle(data?.view.frame, t.nav.linkage, error)

export default function Linkage() {
  return <LinkagePage {...useLoaderData<typeof loader>()} />
}
