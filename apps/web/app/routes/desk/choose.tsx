import { useLoaderData } from '@remix-run/react'
import { type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildDeskMeta } from './desk-meta.ts'

import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

export const meta = buildDeskMeta(({ t }) => t.desk.choose.title)

/** The dossier to work in; one alone is not asked about. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'read.desk')
  const dossiers = await getAnswer(request, context.api.dossier.list.query({}))
  const [first, ...others] = dossiers
  if (first !== undefined && others.length === 0) throw redirect(`/desk/${first.key}`)
  return { dossiers: dossiers.map(({ key, title, recommendations }) => ({ key, title, recommendations })) }
}

export default function Choose() {
  const { t } = useDeskWords()
  const { dossiers } = useLoaderData<typeof loader>()
  return (
    <main id="main" className="deskpage">
      <h1>{t.desk.choose.title}</h1>
      {dossiers.length === 0 ? (
        <p>{t.desk.choose.none}</p>
      ) : (
        <ul className="waiting">
          {dossiers.map(({ key, title, recommendations }) => (
            <li key={key}>
              <p>
                <PageLink href={`/desk/${key}`}>{title}</PageLink>{' '}
                <span className="quiet">{t.desk.choose.items(recommendations)}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </main>
  )
}
