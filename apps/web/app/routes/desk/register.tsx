import { type MetaFunction, useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { desk } from '@waymark/messages/en/desk'
import { Pager } from '@waymark/ui/pager'
import { RegisterFilters } from '../../components/desk/register-filters.tsx'
import { buildRegisterHref, listPages, parseRegisterQuery } from '../../components/desk/register-query.ts'
import { RegisterTable } from '../../components/desk/register-table.tsx'
import { formatDate } from '../../components/desk/words.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

const copy = desk.register

export const meta: MetaFunction = () => [{ title: desk.pageTitle(copy.title, desk.name) }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = getPermitted({ request, context }, 'read.desk')
  const query = parseRegisterQuery(parseDossier(params), new URL(request.url).searchParams)
  if (query === null) throw new Response(null, { status: 400 })
  const list = await getAnswer(request, context.api.recommendation.list.query(query))
  return { query, list, mayAssess: hasPermission(actor, 'assessment.submit') }
}

export default function RegisterPage() {
  const { query, list, mayAssess } = useLoaderData<typeof loader>()
  const items = listPages(list.page, list.pages).map((page) => ({
    page,
    href: buildRegisterHref(query, { page }),
  }))
  return (
    <main id="main" className="reg">
      <div className="bar2">
        <h1>{copy.title}</h1>
        <p className="quiet">{copy.count(list.total, formatDate(list.frame.cut.asOf))}</p>
      </div>
      <RegisterFilters query={query} list={list} />
      <RegisterTable query={query} list={list} mayAssess={mayAssess} />
      <div className="pad">
        <Pager
          items={items}
          current={list.page}
          words={{
            label: copy.pages,
            previous: copy.previous,
            next: copy.next,
            summary: copy.page(list.page, list.pages),
            page: copy.pageLink,
          }}
        />
      </div>
    </main>
  )
}
