import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { listActionsInput } from '@waymark/api/features/action-point/action-point.input'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { ActionItem } from '../../components/meeting/action-item.tsx'
import { buildActionsHref, buildMeetingsHref } from '../../components/meeting/meeting-href.ts'
import minutesSheet from '../../styles/minutes.css?url'
import { hasFailedForm, recordFailedForm } from '../desk/failed-form.ts'
import { parseDossier } from '../desk/place.ts'
import { getAnswer } from '../desk/refused.ts'
import { getDone, parseSent } from '../desk/send-form.ts'
import { getPermitted, hasPermission } from '../desk/signed-in.ts'
import { recordAction } from './action-intents.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: minutesSheet }]

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Waymark' }]

const parseList = (request: Request, dossier: string) => {
  const asked = new URL(request.url).searchParams
  const read = listActionsInput.safeParse({
    dossier,
    whose: asked.get('whose') ?? 'mine',
    state: asked.get('state') ?? 'open',
    page: Number(asked.get('page') ?? 1),
  })
  if (!read.success) throw new Response(null, { status: 400 })
  return read.data
}

/** The action points of a dossier: one's own or everybody's, those that are open or those that are over. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = getPermitted({ request, context }, 'meeting.read')
  const input = parseList(request, parseDossier(params))
  const { desk, minutes } = getDeskWords(context.language).t
  const [list, people] = await getAnswer(
    request,
    Promise.all([context.api.actionPoint.list.query(input), context.api.meetingAgenda.people.query({})]),
  )
  const title = desk.pageTitle(minutes.action.title, desk.name)
  return {
    title: hasFailedForm(context) ? desk.errorTitle(title) : title,
    input,
    list,
    people,
    mayWrite: hasPermission(actor, 'meeting.write'),
    done: getDone(request, minutes.action.done),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'meeting.write')
  const { dossier, whose, state } = parseList(request, parseDossier(params))
  const typed = parseSent(await request.formData())
  const outcome = await recordAction({ request, context }, dossier, typed)
  if (outcome === null)
    return redirect(`${buildActionsHref(dossier)}?whose=${whose}&state=${state}&done=${typed.kind}`)
  recordFailedForm(context)
  return data(outcome, { status: 422 })
}

export default function ActionsPage() {
  const { t } = useDeskWords()
  const copy = t.minutes.action
  const { input, list, people, mayWrite, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  // One that somebody else closed meanwhile is in this list no longer, and what was typed about it is.
  const moved = outcome?.action
  const isGone = moved !== undefined && list.actions.every(({ id }) => id !== moved.id)
  const actions = isGone ? [moved, ...list.actions] : list.actions
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <PageLink href={buildMeetingsHref(input.dossier)}>{t.meeting.title}</PageLink>
      </p>
      <h1>{copy.title}</h1>
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <p className="quiet">{copy.lead}</p>
      <Choices input={input} />
      {actions.length === 0 ? (
        <p>{copy.none}</p>
      ) : (
        <ul className="points">
          {actions.map((one) => (
            <ActionItem key={one.id} action={one} people={people} mayWrite={mayWrite} outcome={outcome} />
          ))}
        </ul>
      )}
      <p className="toolbar">
        {input.page > 1 && (
          <PageLink href={buildHref(input, { page: input.page - 1 })}>{copy.earlier}</PageLink>
        )}{' '}
        {list.more && <PageLink href={buildHref(input, { page: input.page + 1 })}>{copy.later}</PageLink>}
      </p>
    </main>
  )
}

type Input = ReturnType<typeof parseList>

const buildHref = ({ dossier, ...input }: Input, over: Partial<Input>): string => {
  const { whose, state, page } = { ...input, page: 1, ...over }
  return `${buildActionsHref(dossier)}?whose=${whose}&state=${state}${page === 1 ? '' : `&page=${page}`}`
}

function Choices({ input }: { input: Input }) {
  const { t } = useDeskWords()
  const copy = t.minutes.action
  const choose = <Name extends 'whose' | 'state'>(name: Name, values: readonly Input[Name][]) => (
    <nav aria-label={copy[name]}>
      <ul className="choices">
        {values.map((value) => (
          <li key={value}>
            <PageLink
              href={buildHref(input, { [name]: value })}
              aria-current={input[name] === value ? 'page' : undefined}
            >
              {copy[value]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  )
  return (
    <>
      {choose('whose', ['mine', 'all'])}
      {choose('state', ['open', 'over'])}
    </>
  )
}
