import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildMeetingsHref } from '../../components/meeting/meeting-href.ts'
import { getAnswer } from '../desk/refused.ts'
import { getPermitted } from '../desk/signed-in.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Waymark' }]

/** The dossier whose meetings are meant; one alone is not asked about. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'meeting.read')
  const { desk, meeting } = getDeskWords(context.language).t
  const dossiers = await getAnswer(request, context.api.dossier.list.query({}))
  const [first, ...others] = dossiers
  if (first !== undefined && others.length === 0) throw redirect(buildMeetingsHref(first.key))
  return {
    title: desk.pageTitle(meeting.title, desk.name),
    dossiers: dossiers.map(({ key, title }) => ({ key, title })),
  }
}

export default function ChooseMeetings() {
  const { dossiers } = useLoaderData<typeof loader>()
  const { t } = useDeskWords()
  return (
    <main id="main" className="deskpage">
      <h1>{t.meeting.choose}</h1>
      {dossiers.length === 0 ? (
        <p>{t.desk.choose.none}</p>
      ) : (
        <ul className="waiting">
          {dossiers.map(({ key, title }) => (
            <li key={key}>
              <p>
                <PageLink href={buildMeetingsHref(key)}>{title}</PageLink>
              </p>
            </li>
          ))}
        </ul>
      )}
    </main>
  )
}
