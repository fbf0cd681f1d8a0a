import { useLoaderData } from '@remix-run/react'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/server-runtime'
import { searchInput } from '@waymark/api/features/search/search.input'
import { InputField } from '@waymark/ui/field'
import { PageForm } from '../../components/desk/page-link.tsx'
import { SearchGroups } from '../../components/desk/search-groups.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import own from '../../styles/desk-register.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

export const meta = buildDeskMeta(({ t }) => t.search.title)
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: own }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'read.desk')
  const dossier = parseDossier(params)
  const q = new URL(request.url).searchParams.get('q')?.trim() ?? ''
  const read = searchInput.safeParse({ dossier, q })
  if (!read.success) throw new Response(null, { status: 400 })
  const result = q === '' ? null : await getAnswer(request, context.api.search.all.query(read.data))
  return { dossier, q, result }
}

export default function SearchPage() {
  const { t } = useDeskWords()
  const copy = t.search
  const { dossier, q, result } = useLoaderData<typeof loader>()
  return (
    <main id="main" className="deskpage">
      <h1>{copy.title}</h1>
      <div className="filters flush">
        <PageForm method="get" action={`/desk/${dossier}/search`} aria-label={copy.title} key={q}>
          <InputField id="q" name="q" type="search" label={copy.words} hint={copy.hint} defaultValue={q} />
          <button type="submit">{copy.search}</button>
        </PageForm>
      </div>
      {result !== null && <SearchGroups dossier={dossier} result={result} />}
    </main>
  )
}
