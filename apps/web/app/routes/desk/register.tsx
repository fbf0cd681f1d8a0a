import { useActionData, useLoaderData, useSubmit } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { Pager } from '@waymark/ui/pager'
import { useEffect, useState } from 'react'
import { RegisterAssess } from '../../components/desk/assess/register-assess.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { ColumnsForm, Views } from '../../components/desk/register-choices.tsx'
import { RegisterFilters } from '../../components/desk/register-filters.tsx'
import { RegisterGrid } from '../../components/desk/register-grid.tsx'
import {
  buildListInput,
  buildRegisterHref,
  buildViewQuery,
  firstColumns,
  listPages,
  mostSelected,
  pageSize,
  parseRegisterQuery,
  type RegisterQuery,
} from '../../components/desk/register-query.ts'
import { SelectionForm } from '../../components/desk/register-selection.tsx'
import { RegisterTable } from '../../components/desk/register-table.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import assessing from '../../styles/desk-assess.css?url'
import own from '../../styles/desk-register.css?url'
import { getAssessPanel, getSent } from './assess-panel.ts'
import { buildDeskMeta } from './desk-meta.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { sendColumns, sendView } from './register-intents.ts'
import { getDone, parseSent } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const meta = buildDeskMeta(({ t }) => t.desk.register.title)
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: own },
  { rel: 'stylesheet', href: assessing },
]

const parseQuery = (request: Request, dossier: string): RegisterQuery => {
  const query = parseRegisterQuery(dossier, new URL(request.url).searchParams)
  if (query === null) throw new Response(null, { status: 400 })
  return query
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const actor = getPermitted({ request, context }, 'read.desk')
  const dossier = parseDossier(params)
  const query = parseQuery(request, dossier)
  const { asOf, knownAt, method } = query
  const { register, view } = context.api
  const offset = ((query.page ?? 1) - 1) * pageSize
  const [frame, list, views, panel] = await getAnswer(
    request,
    Promise.all([
      register.frame.query({ dossier, asOf, knownAt, method }),
      register.list.query({ ...buildListInput(query), offset, limit: pageSize }),
      view.list.query({ dossier }),
      query.assess === undefined ? null : getAssessPanel({ request, context }, dossier, query.assess),
    ]),
  )
  return {
    query,
    frame,
    list,
    views,
    panel,
    sent: getSent(request),
    mayAssess: hasPermission(actor, 'assessment.submit'),
    maySave: hasPermission(actor, 'colleague.write'),
    done: getDone(request, t.register.views.done),
  }
}

/** Keeps columns and views. Both lead back to the register as it was shown. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'read.desk')
  const dossier = parseDossier(params)
  const query = parseQuery(request, dossier)
  const typed = parseSent(await request.formData())
  const leadBack = (to: RegisterQuery, done: string): ReturnType<typeof redirect> => {
    const href = buildRegisterHref(to, { sel: to.sel })
    return redirect(`${href}${href.includes('?') ? '&' : '?'}done=${done}`)
  }
  if (typed.intent === 'columns') {
    const columns = await sendColumns(request, context.api, dossier, typed)
    if (columns === null) throw new Response(null, { status: 400 })
    return leadBack({ ...query, cols: columns }, 'columns')
  }
  const intent = ['save', 'change', 'drop'].find((one) => one === typed.intent)
  if (intent === undefined) throw new Response(null, { status: 404 })
  const fault = await sendView(words, request, context.api, dossier, typed)
  if (fault === null) return leadBack(query, intent)
  return data({ fault }, { status: 422 })
}

/** True once the page runs its script. The first rendering is that of the server. */
function useIsScripted(): boolean {
  const [isScripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  return isScripted
}

export default function RegisterPage() {
  const { formatDate, localise, t } = useDeskWords()
  const copy = t.desk.register
  const { query, frame, list, views, panel, sent, mayAssess, maySave, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const isScripted = useIsScripted()
  const submit = useSubmit()
  const [selected, setSelected] = useState<readonly string[]>(query.sel ?? [])
  const [isTooMany, setTooMany] = useState(false)
  const select = (refs: readonly string[]) => {
    setTooMany(refs.length > mostSelected)
    setSelected(refs.slice(0, mostSelected))
  }
  const columns = query.cols ?? frame.columns ?? firstColumns
  const { sel: _, ...rest } = query
  // What is selected now goes along wherever the page leads.
  const now: RegisterQuery = selected.length === 0 ? rest : { ...rest, sel: selected }
  const sentTo = buildRegisterHref(now, { sel: now.sel })
  const page = query.page ?? 1
  const pages = Math.max(1, Math.ceil(list.total / pageSize))
  return (
    <main id="main" className={panel === null ? 'reg' : 'reg with'}>
      <div className="regmain">
        <div className="bar2">
          <h1>{copy.title}</h1>
          <p className="quiet">{copy.count(list.total, formatDate(frame.frame.cut.asOf))}</p>
        </div>
        <ErrorSummary
          id="errors"
          title={t.register.views.heading}
          errors={refused === undefined ? [] : [{ message: refused.fault }]}
        />
        {done !== null && refused === undefined && (
          <p className="done" role="status">
            {done}
          </p>
        )}
        <div className="choices">
          <Views
            views={views}
            query={now}
            action={sentTo}
            current={buildViewQuery(now, columns)}
            maySave={maySave}
          />
          <ColumnsForm columns={columns} action={sentTo} />
        </div>
        <RegisterFilters
          query={now}
          areas={frame.areas}
          onSubmit={(event) => {
            event.preventDefault()
            submit(event.currentTarget, { preventScrollReset: true })
          }}
        />
        <SelectionForm
          query={now}
          selected={selected}
          shown={list.rows.map(({ ref }) => ref)}
          isScripted={isScripted}
          mayWrite={mayAssess}
          onClear={() => select([])}
        >
          {isTooMany && (
            <p className="pad" role="alert">
              {t.register.most(mostSelected)}
            </p>
          )}
          {isScripted && list.total > 0 ? (
            <RegisterGrid
              query={now}
              begin={list}
              columns={columns}
              selected={selected}
              onSelect={select}
              mayAssess={mayAssess}
            />
          ) : (
            <RegisterTable query={now} rows={list.rows} columns={columns} mayAssess={mayAssess} />
          )}
        </SelectionForm>
        {!isScripted && (
          <div className="pad">
            <Pager
              items={listPages(page, pages).map((number) => ({
                page: number,
                href: localise(buildRegisterHref(query, { page: number })),
              }))}
              current={page}
              words={{
                label: copy.pages,
                previous: copy.previous,
                next: copy.next,
                summary: copy.page(page, pages),
                page: copy.pageLink,
              }}
            />
          </div>
        )}
      </div>
      <RegisterAssess panel={panel} href={buildRegisterHref(now, { assess: undefined })} sent={sent} />
    </main>
  )
}
