import { useLoaderData, useLocation } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { AuditEntries, buildAuditRows, VerificationResult } from '../../components/desk/audit-entries.tsx'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildDeskMeta } from './desk-meta.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

export const meta = buildDeskMeta(({ t }) => t.desk.audit.title)

const parseBefore = (value: string | null): number | undefined => {
  if (value === null || value === '') return undefined
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new Response(null, { status: 400 })
  return Number(value)
}

/** Entries of the dossier from `before` back; with `verify=1`, also the outcome of walking the whole chain. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'audit.read')
  const dossier = parseDossier(params)
  const search = new URL(request.url).searchParams
  const before = parseBefore(search.get('before'))
  const [list, verification] = await getAnswer(
    request,
    Promise.all([
      context.api.audit.list.query({ dossier, ...(before === undefined ? {} : { before }) }),
      search.get('verify') === '1' ? context.api.audit.verify.query({}) : null,
      // Asked for what it refuses: a dossier that does not exist has no entries either.
      context.api.dossier.frame.query({ dossier }),
    ]),
  )
  const { total, next } = list
  return { rows: buildAuditRows(list.entries), total, next, verification, before: before ?? null }
}

export default function AuditPage() {
  const { t } = useDeskWords()
  const copy = t.desk.audit
  const { rows, total, next, verification, before } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  return (
    <main id="main" className="deskpage">
      <h1>{copy.title}</h1>
      <p className="quiet">{copy.total(total)}</p>
      <form method="get" className="inline">
        <button type="submit" name="verify" value="1">
          {copy.verify}
        </button>
      </form>
      {verification !== null && <VerificationResult verification={verification} />}
      <AuditEntries entries={rows} caption={copy.tableLabel} />
      <p className="turn">
        {before !== null && <PageLink href={pathname}>{copy.newest}</PageLink>}{' '}
        {next !== null && <PageLink href={`${pathname}?before=${next}`}>{copy.older}</PageLink>}
      </p>
    </main>
  )
}
