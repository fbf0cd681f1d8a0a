import { isRouteErrorResponse } from '@remix-run/react'
import type { LinksFunction } from '@remix-run/server-runtime'
import type { Frame } from '@waymark/api/common/frame.view'
import { getErrorText } from '../../components/error-text.ts'
import { t } from '../../components/public/messages.ts'
import styles from '../../components/public/public.css?url'
import { formatDate } from '../../components/public/words.ts'

export const publicLinks: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

/** The title of the document: page, dossier, day shown; for an error, the words of its status and nothing of the page. */
export function buildTitle(frame: Frame | undefined, page: string, error?: unknown) {
  if (error !== undefined && error !== null) {
    return [{ title: `${getErrorText(isRouteErrorResponse(error) ? error.status : 500).title} · ${t.brand}` }]
  }
  const parts =
    frame === undefined ? [page, t.brand] : [page, frame.dossier.title, formatDate(frame.cut.asOf), t.brand]
  return [{ title: parts.join(' · ') }]
}
