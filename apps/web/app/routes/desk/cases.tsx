import { useLoaderData } from '@remix-run/react'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/server-runtime'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { VisibilityBadge } from '../../components/desk/visibility.tsx'
import casesSheet from '../../styles/desk-cases.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { getDone } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: casesSheet }]

export const meta = buildDeskMeta(({ t }) => t.cases.cases.title)

/** Cases that the person's role may know of. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.cases.cases
  const actor = getPermitted({ request, context }, 'read.desk')
  const dossier = parseDossier(params)
  const { cases } = await getAnswer(request, context.api.case.desk.query({ dossier }))
  return {
    dossier,
    cases,
    mayOpen: hasPermission(actor, 'case.read.internal'),
    mayWrite: hasPermission(actor, 'case.write'),
    done: getDone(request, copy.done),
  }
}

type Case = ReturnType<typeof useLoaderData<typeof loader>>['cases'][number]

export default function CasesPage() {
  const { formatDate, t, vocabulary } = useDeskWords()
  const copy = t.cases.cases
  const kinds: Readonly<Record<string, string>> = vocabulary.caseKinds
  const statuses: Readonly<Record<string, string>> = vocabulary.caseStatuses
  const { dossier, cases, mayOpen, mayWrite, done } = useLoaderData<typeof loader>()
  const columns: readonly Column<Case>[] = [
    {
      key: 'name',
      header: copy.columns.name,
      cell: ({ key, name }) => (
        <PageLink href={mayOpen ? `/desk/${dossier}/cases/${key}` : `/${dossier}/cases#${key}`}>
          {name}
        </PageLink>
      ),
    },
    {
      key: 'kind',
      header: copy.columns.kind,
      narrowLabel: copy.columns.kind,
      cell: ({ kind }) => kinds[kind] ?? kind,
    },
    {
      key: 'status',
      header: copy.columns.status,
      narrowLabel: copy.columns.status,
      cell: ({ statuses: [latest] }) =>
        latest === undefined
          ? copy.noStatus
          : `${statuses[latest.status] ?? latest.status}, ${formatDate(latest.date)}`,
    },
    {
      key: 'seen',
      header: copy.columns.seen,
      narrowLabel: copy.columns.seen,
      cell: ({ sensitivity }) => <VisibilityBadge seen={sensitivity} />,
    },
    ...(mayOpen
      ? [
          {
            key: 'waits',
            header: copy.columns.waits,
            narrowLabel: copy.columns.waits,
            cell: ({ waits }: Case) => (waits === null ? '' : copy.waits[waits]),
          },
        ]
      : []),
  ]
  return (
    <main id="main" className="deskpage">
      <h1>{copy.title}</h1>
      {done !== null && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <p className="quiet">{copy.lead}</p>
      {mayWrite && (
        <p className="toolbar">
          <PageLink className="btn btn-main" href={`/desk/${dossier}/cases/new`}>
            {copy.new}
          </PageLink>
        </p>
      )}
      {cases.length === 0 ? (
        <p className="quiet">{copy.empty}</p>
      ) : (
        <DataTable
          caption={copy.title}
          hideCaption
          columns={columns}
          rows={cases}
          getKey={({ key }) => key}
        />
      )}
    </main>
  )
}
