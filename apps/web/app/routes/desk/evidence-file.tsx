import { useLoaderData } from '@remix-run/react'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/server-runtime'
import { CustodyReport, EvidenceFile } from '../../components/desk/evidence-file.tsx'
import { ServedReport } from '../../components/desk/evidence-served.tsx'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import sheet from '../../styles/desk-evidence.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { parseReview } from './place.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]
export const meta = buildDeskMeta<typeof loader>(({ t }, page) => page?.file.name ?? t.evidence.file)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'evidence.write')
  const place = parseReview(params)
  return { ...place, ...(await getAnswer(request, context.api.file.get.query(place))) }
}

/** One kept file: what it is, and everything that was done with it. */
export default function EvidenceFilePage() {
  const { t } = useDeskWords()
  const copy = t.evidence
  const { dossier, file, custody, served } = useLoaderData<typeof loader>()
  return (
    <main id="main" className="deskpage">
      <p className="ref">
        <PageLink href={`/desk/${dossier}/evidence`}>{copy.title}</PageLink>
      </p>
      <h1 className="hash">{file.name}</h1>
      <EvidenceFile dossier={dossier} file={file} />
      <p className="toolbar">
        <PageLink className="btn btn-main" href={`/desk/${dossier}/evidence/new?file=${file.id}`}>
          {copy.makeItem}
        </PageLink>
      </p>
      {served !== null && <ServedReport served={served} />}
      <CustodyReport entries={custody} />
    </main>
  )
}
