import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { z } from 'zod'
import { FormFrame, getFormState } from '../../components/desk/form-frame.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import {
  buildActionsHref,
  buildDecisionsHref,
  buildMeetingsHref,
  buildSeriesHref,
} from '../../components/meeting/meeting-href.ts'
import { MeetingLines } from '../../components/meeting/meeting-list.tsx'
import { formatTemplate, newSeriesTyped, SeriesFields } from '../../components/meeting/series-fields.tsx'
import sheet from '../../styles/agenda.css?url'
import { buildDeskMeta } from '../desk/desk-meta.ts'
import { hasFailedForm } from '../desk/failed-form.ts'
import { parseDossier } from '../desk/place.ts'
import { getAnswer } from '../desk/refused.ts'
import { answerRefused, parseSent, sendForm } from '../desk/send-form.ts'
import { getPermitted, hasPermission } from '../desk/signed-in.ts'
import { buildTemplate, getPlanSentences, seriesFields, seriesForm } from './plan-form.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]
export const meta = buildDeskMeta<typeof loader>(({ t }) => t.meeting.title)

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1)

/** The meetings of a dossier and its series. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = getPermitted({ request, context }, 'meeting.read')
  const dossier = parseDossier(params)
  const page = pageNumber.parse(new URL(request.url).searchParams.get('page') ?? 1)
  const [list, { series }] = await getAnswer(
    request,
    Promise.all([
      context.api.meeting.list.query({ dossier, page }),
      context.api.meetingSeries.list.query({ dossier }),
    ]),
  )
  return {
    dossier,
    list,
    series,
    mayWrite: hasPermission(actor, 'meeting.write'),
    failed: hasFailedForm(context),
  }
}

/** Begins a series, and leads to it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'meeting.write')
  const dossier = parseDossier(params)
  const words = getDeskWords(context.language)
  const typed = parseSent(await request.formData())
  let made = 0
  const outcome = await sendForm(words, request, typed, {
    fields: seriesFields,
    schema: seriesForm,
    fixed: {},
    sentences: getPlanSentences(words),
    send: async (said) => {
      const { title, rhythm } = said
      const template = buildTemplate(said)
      made = (await context.api.meetingSeries.create.mutate({ dossier, title, rhythm, template })).series
    },
  })
  return outcome === null
    ? redirect(`${buildSeriesHref(dossier, made)}?done=series-new`)
    : answerRefused(context, outcome)
}

const isOver = (state: string): boolean => ['closed', 'approved', 'cancelled'].includes(state)

export default function MeetingsPage() {
  const words = useDeskWords()
  const { t } = words
  const copy = t.meeting
  const { dossier, list, series, mayWrite } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const state = getFormState('series-new', newSeriesTyped, outcome)
  const { meetings, page, more } = list
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <h1>{copy.title}</h1>
      <p className="quiet">{copy.lead}</p>
      <p className="toolbar">
        <PageLink href={buildActionsHref(dossier)}>{t.minutes.next.actions}</PageLink>{' '}
        <PageLink href={buildDecisionsHref(dossier)}>{t.minutes.next.decisions}</PageLink>{' '}
        <PageLink href={`/meetings/${dossier}/briefings`}>{t.briefing.title}</PageLink>
      </p>
      <section className="part" aria-labelledby="next">
        <h2 id="next">{copy.list.next}</h2>
        <MeetingLines
          dossier={dossier}
          meetings={meetings.filter((one) => !isOver(one.state)).toReversed()}
          none={copy.list.noNext}
        />
      </section>
      <section className="part" aria-labelledby="past">
        <h2 id="past">{copy.list.past}</h2>
        <MeetingLines
          dossier={dossier}
          meetings={meetings.filter((one) => isOver(one.state))}
          none={copy.list.noPast}
        />
        <p className="turn">
          {page > 1 && (
            <PageLink href={`${buildMeetingsHref(dossier)}?page=${page - 1}`}>{copy.list.newer}</PageLink>
          )}
          {more && (
            <PageLink href={`${buildMeetingsHref(dossier)}?page=${page + 1}`}>{copy.list.older}</PageLink>
          )}
        </p>
      </section>
      <section className="part" aria-labelledby="series">
        <h2 id="series">{copy.series.heading}</h2>
        <p className="hint">{series.length === 0 ? copy.series.none : copy.series.lead}</p>
        <ul className="waiting">
          {series.map((one) => (
            <li key={one.series}>
              <div>
                <p>
                  <PageLink className="alone" href={buildSeriesHref(dossier, one.series)}>
                    {one.title}
                  </PageLink>
                </p>
                <p className="quiet">
                  {copy.rhythms[one.rhythm]} · {formatTemplate(words, one.template)}
                </p>
              </div>
              {one.ended && <p className="quiet">{copy.series.ended}</p>}
            </li>
          ))}
        </ul>
        {mayWrite && (
          <FormFrame folded state={state} label={copy.series.new}>
            <SeriesFields state={state} />
          </FormFrame>
        )}
      </section>
    </main>
  )
}
