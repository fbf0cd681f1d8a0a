import { useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { linkageListInput } from '@waymark/api/features/linkage/linkage.input'
import { z } from 'zod'
import { LinkagePage } from '../../components/public/linkage-page.tsx'
import { buildLinkagePicture } from '../../pictures/subjects/linkage.tsx'
import { buildMeta, publicLinks } from './page-meta.ts'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { parseSearch } from './search.ts'

const search = linkageListInput
  .omit({ dossier: true })
  .extend({ view: z.enum(['matrix', 'list']).optional() })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const asked = parseSearch(request, search)
  const { view: form, group, ...input } = asked
  const view = await readView<
    Awaited<ReturnType<typeof context.api.linkage.matrix.query | typeof context.api.linkage.list.query>>
  >(
    form === 'list'
      ? context.api.linkage.list.query({ dossier, group, ...input, lang: context.language })
      : context.api.linkage.matrix.query({ dossier, ...input, lang: context.language }),
  )
  return { view, asked, origin: new URL(request.url).origin }
}

export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta = buildMeta<Awaited<ReturnType<typeof loader>>>(
  ({ t }) => t.nav.linkage,
  (words, { view, asked, origin }) => ({ picture: buildLinkagePicture(words, view), asked, origin }),
)

export default function Linkage() {
  return <LinkagePage {...useLoaderData<typeof loader>()} />
}
