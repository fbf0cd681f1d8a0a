import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { desk } from '@waymark/messages/en/desk'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

export const meta: MetaFunction = () => [{ title: desk.pageTitle(desk.choose.title, desk.name) }]

/** The dossier to work in; one alone is not asked about. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'read.desk')
  const dossiers = await getAnswer(request, context.api.dossier.list.query({}))
  const [first, ...others] = dossiers
  if (first !== undefined && others.length === 0) throw redirect(`/desk/${first.key}`)
  return { dossiers: dossiers.map(({ key, title, recommendations }) => ({ key, title, recommendations })) }
}

export default function Choose() {
  const { dossiers } = useLoaderData<typeof loader>()
  return (
    <main id="main" className="deskpage">
      <h1>{desk.choose.title}</h1>
      {dossiers.length === 0 ? (
        <p>{desk.choose.none}</p>
      ) : (
        <ul className="waiting">
          {dossiers.map(({ key, title, recommendations }) => (
            <li key={key}>
              <p>
                <a href={`/desk/${key}`}>{title}</a>{' '}
                <span className="quiet">{desk.choose.items(recommendations)}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </main>
  )
}
