import { type MetaFunction, useLoaderData } from '@remix-run/react'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/server-runtime'
import { desk } from '@waymark/messages/en/desk'
import { deskEvidence } from '@waymark/messages/en/desk-evidence'
import { CustodyReport, EvidenceFile } from '../../components/desk/evidence-file.tsx'
import { ServedReport } from '../../components/desk/evidence-served.tsx'
import sheet from '../../styles/desk-evidence.css?url'
import { parseReview } from './place.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

const copy = deskEvidence

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: desk.pageTitle(page?.file.name ?? copy.file, desk.name) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'evidence.write')
  const place = parseReview(params)
  return { ...place, ...(await getAnswer(request, context.api.file.get.query(place))) }
}

/** One kept file: what it is, and everything that was done with it. */
export default function EvidenceFilePage() {
  const { dossier, file, custody, served } = useLoaderData<typeof loader>()
  return (
    <main id="main" className="deskpage">
      <p className="ref">
        <a href={`/desk/${dossier}/evidence`}>{copy.title}</a>
      </p>
      <h1 className="hash">{file.name}</h1>
      <EvidenceFile dossier={dossier} file={file} />
      <p className="toolbar">
        <a className="btn btn-main" href={`/desk/${dossier}/evidence/new?file=${file.id}`}>
          {copy.makeItem}
        </a>
      </p>
      {served !== null && <ServedReport served={served} />}
      <CustodyReport entries={custody} />
    </main>
  )
}
