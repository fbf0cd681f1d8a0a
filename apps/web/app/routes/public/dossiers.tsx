import { useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { DossiersPage } from '../../components/public/dossiers-page.tsx'
import { buildMeta, publicLinks } from './page-meta.ts'
import { readView } from './read-view.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  return { dossiers: await readView(context.api.dossier.list.query({})) }
}

export const links = publicLinks
export { PublicErrorBoundary as ErrorBoundary } from '../../components/public/public-error.tsx'
export const meta = buildMeta<object>(({ t }) => t.dossiers.title)

export default function Dossiers() {
  return <DossiersPage {...useLoaderData<typeof loader>()} />
}
