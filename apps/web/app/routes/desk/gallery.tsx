import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/server-runtime'
import { Gallery } from '@waymark/ui/gallery'
import sheet from '@waymark/ui/styles/desk.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { getPermitted } from './signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]
export const meta = buildDeskMeta(({ t }) => t.desk.nav.gallery)

/** Its content is invented: it stands where readers cannot take it for the record. */
export function loader({ request, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'read.desk')
  return null
}

/** Every component in its states, with a masthead and a main of its own: outside the frame of the desk. */
export default function GalleryPage() {
  return <Gallery />
}
