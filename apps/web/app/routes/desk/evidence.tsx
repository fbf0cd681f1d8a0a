import { useLoaderData } from '@remix-run/react'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/server-runtime'
import { InputField } from '@waymark/ui/field'
import { Pager } from '@waymark/ui/pager'
import { FileTable, ItemTable } from '../../components/desk/evidence-tables.tsx'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildPagerItems } from '../../components/public/pager-items.ts'
import sheet from '../../styles/desk-evidence.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]
export const meta = buildDeskMeta(({ t }) => t.evidence.title)

const parsePage = (value: string | null): number => {
  if (value === null) return 1
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new Response(null, { status: 400 })
  return Number(value)
}

/** Items and files of the dossier, or those that have all words of `q`; each list has pages of its own. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'evidence.write')
  const dossier = parseDossier(params)
  const search = new URL(request.url).searchParams
  const q = (search.get('q') ?? '').trim()
  if (q.length > 200) throw new Response(null, { status: 400 })
  const asked = { dossier, ...(q === '' ? {} : { q }) }
  const [items, files] = await getAnswer(
    request,
    Promise.all([
      context.api.evidenceItem.list.query({ ...asked, page: parsePage(search.get('page')) }),
      context.api.file.list.query({ ...asked, page: parsePage(search.get('files')) }),
    ]),
  )
  return { dossier, q, items, files }
}

type Page = { readonly page: number; readonly pages: number }

function Pages({ at, name, other, q }: { at: Page; name: 'page' | 'files'; other: Page; q: string }) {
  const { t } = useDeskWords()
  const copy = t.evidence
  if (at.pages < 2) return null
  const href = (page: number) => {
    const kept: [string, string][] = [
      ...(q === '' ? [] : [['q', q] as [string, string]]),
      [name, String(page)],
      ...(other.page === 1
        ? []
        : [[name === 'page' ? 'files' : 'page', String(other.page)] as [string, string]]),
    ]
    return `?${new URLSearchParams(kept)}`
  }
  return (
    <Pager
      items={buildPagerItems(at.pages, href, at.page)}
      current={at.page}
      words={{
        label: name === 'page' ? copy.pages.items : copy.pages.files,
        previous: copy.pages.previous,
        next: copy.pages.next,
        summary: copy.pages.summary(at.page, at.pages),
        page: copy.pages.page,
      }}
    />
  )
}

export default function EvidencePage() {
  const { t } = useDeskWords()
  const copy = t.evidence
  const { dossier, q, items, files } = useLoaderData<typeof loader>()
  return (
    <main id="main" className="deskpage">
      <h1>{copy.title}</h1>
      <p className="quiet">{copy.lead}</p>
      <p className="toolbar">
        <PageLink className="btn btn-main" href={`/desk/${dossier}/evidence/new`}>
          {copy.record}
        </PageLink>
      </p>
      <form method="get" className="inline" aria-label={copy.find}>
        <InputField id="q" name="q" type="search" label={copy.search} defaultValue={q} maxLength={200} />
        <button type="submit">{copy.find}</button>
        {q !== '' && <PageLink href={`/desk/${dossier}/evidence`}>{copy.clear}</PageLink>}
      </form>
      <section className="part" aria-labelledby="items">
        <h2 id="items">{copy.items}</h2>
        {items.items.length === 0 ? (
          <p className="quiet">{q === '' ? copy.noItems : copy.nothingFound}</p>
        ) : (
          <>
            <p className="quiet">{copy.itemCount(items.total)}</p>
            <ItemTable dossier={dossier} items={items.items} />
            <Pages at={items} name="page" other={files} q={q} />
          </>
        )}
      </section>
      <section className="part" aria-labelledby="files">
        <h2 id="files">{copy.files}</h2>
        {files.files.length === 0 ? (
          <p className="quiet">{q === '' ? copy.noFiles : copy.nothingFound}</p>
        ) : (
          <>
            <p className="quiet">{copy.fileCount(files.total)}</p>
            <FileTable dossier={dossier} files={files.files} />
            <Pages at={files} name="files" other={items} q={q} />
          </>
        )}
      </section>
    </main>
  )
}
