import { type MetaFunction, useLoaderData } from '@remix-run/react'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/server-runtime'
import type { DecisionList } from '@waymark/api/features/decision/decision.router'
import { InputField } from '@waymark/ui/field'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageForm, PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import {
  buildDecisionsHref,
  buildItemOfMeetingHref,
  buildMeetingsHref,
} from '../../components/meeting/meeting-href.ts'
import minutesSheet from '../../styles/minutes.css?url'
import { parseDossier } from '../desk/place.ts'
import { getAnswer } from '../desk/refused.ts'
import { getPermitted } from '../desk/signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: minutesSheet }]

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Waymark' }]

/** What the meetings of a dossier decided, by words. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'meeting.read')
  const dossier = parseDossier(params)
  const asked = new URL(request.url).searchParams
  const q = (asked.get('q') ?? '').trim().slice(0, 200)
  const page = Number(asked.get('page') ?? 1)
  if (!Number.isInteger(page) || page < 1 || page > 10_000) throw new Response(null, { status: 400 })
  const { desk, minutes } = getDeskWords(context.language).t
  const list = await getAnswer(request, context.api.decision.list.query({ dossier, q, page }))
  return { title: desk.pageTitle(minutes.decision.title, desk.name), list }
}

export default function DecisionsPage() {
  const { t } = useDeskWords()
  const copy = t.minutes.decision
  const { list } = useLoaderData<typeof loader>()
  const { dossier, q, decisions, page, more } = list
  const href = buildDecisionsHref(dossier.key)
  const turn = (to: number) => `${href}?${q === '' ? '' : `q=${encodeURIComponent(q)}&`}page=${to}`
  return (
    <main id="main" className="deskpage">
      <p className="ref">
        <PageLink href={buildMeetingsHref(dossier.key)}>{t.meeting.title}</PageLink>
      </p>
      <h1>{copy.title}</h1>
      <p className="quiet">{copy.lead}</p>
      <PageForm className="inline" method="get" action={href} role="search">
        <InputField id="q" name="q" label={copy.search} defaultValue={q} maxLength={200} autoComplete="off" />
        <div className="acts bare">
          <button type="submit">{copy.find}</button>
        </div>
      </PageForm>
      {decisions.length === 0 ? (
        <p>{q === '' ? copy.none : copy.noMatch}</p>
      ) : (
        <ul className="points">
          {decisions.map((one) => (
            <Decision key={one.id} dossier={dossier.key} decision={one} />
          ))}
        </ul>
      )}
      <p className="toolbar">
        {page > 1 && <PageLink href={turn(page - 1)}>{t.minutes.action.newer}</PageLink>}{' '}
        {more && <PageLink href={turn(page + 1)}>{t.minutes.action.older}</PageLink>}
      </p>
    </main>
  )
}

function Decision({ dossier, decision }: { dossier: string; decision: DecisionList['decisions'][number] }) {
  const { t, formatDate } = useDeskWords()
  const copy = t.minutes.decision
  const { id, text, meeting, meetingTitle, heldOn, item, reviewOn, supersededBy, successor, sealedAt } =
    decision
  const day = formatDate(heldOn ?? sealedAt.slice(0, 10))
  return (
    <li id={`decision-${id}`}>
      <p className="said">{text}</p>
      <p className="quiet">
        {copy.taken(day)}
        {reviewOn !== null && supersededBy === null && ` · ${copy.review(formatDate(reviewOn))}`}
      </p>
      {supersededBy !== null && (
        <p>
          <strong className="chip">{copy.superseded}</strong>{' '}
          {successor === null ? (
            copy.successorHidden
          ) : (
            <PageLink
              className="alone"
              href={buildItemOfMeetingHref({ dossier, meeting: successor.meeting }, successor.item)}
            >
              {copy.successor(successor.heldOn === null ? '' : formatDate(successor.heldOn))}
            </PageLink>
          )}
        </p>
      )}
      <p className="quiet">
        <PageLink className="alone" href={buildItemOfMeetingHref({ dossier, meeting }, item)}>
          {copy.item}
        </PageLink>
        {meetingTitle !== null && ` · ${meetingTitle}`}
      </p>
    </li>
  )
}
