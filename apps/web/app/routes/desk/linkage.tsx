import { useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { linkageMatrixInput } from '@waymark/api/features/linkage/linkage.input'
import { Pager } from '@waymark/ui/pager'
import { DeskMatrix, MatrixFilters } from '../../components/desk/desk-matrix.tsx'
import { listPages } from '../../components/desk/register-query.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildDeskMeta } from './desk-meta.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

const filterNames = ['area', 'track', 'role', 'state'] as const

export const meta = buildDeskMeta(({ t }) => t.linkage.matrix.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'read.desk')
  const { searchParams } = new URL(request.url)
  const filter = Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = searchParams.get(name)
      return value === null || value === '' ? [] : [[name, value]]
    }),
  )
  const read = linkageMatrixInput.safeParse({
    dossier: parseDossier(params),
    ...filter,
    page: Number(searchParams.get('page') ?? 1),
  })
  if (!read.success) throw new Response(null, { status: 400 })
  return { filter, view: await getAnswer(request, context.api.linkage.matrix.query(read.data)) }
}

export default function LinkagePage() {
  const { localise, t } = useDeskWords()
  const copy = t.linkage.matrix
  const { filter, view } = useLoaderData<typeof loader>()
  const base = `/desk/${view.frame.dossier.key}/linkage`
  const items = listPages(view.page, view.pages).map((page) => ({
    page,
    href: localise(`${base}?${new URLSearchParams({ ...filter, page: String(page) })}`),
  }))
  const caption = copy.caption(view.rows.length, view.total, view.links)
  return (
    <main id="main" className="deskpage wide">
      <h1>{copy.title}</h1>
      <p className="quiet">{copy.lead}</p>
      <MatrixFilters view={view} filter={filter} />
      {view.links === 0 ? (
        <p className="quiet">{copy.none}</p>
      ) : (
        <>
          <p className="hint">{caption}</p>
          <DeskMatrix view={view} caption={caption} />
        </>
      )}
      <Pager
        items={items}
        current={view.page}
        words={{
          label: copy.pages,
          previous: t.desk.register.previous,
          next: t.desk.register.next,
          summary: t.desk.register.page(view.page, view.pages),
          page: t.desk.register.pageLink,
        }}
      />
    </main>
  )
}
