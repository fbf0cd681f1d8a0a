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
import type { Outcome } from '../../components/desk/written-form.ts'
import {
  buildMeetingHref,
  buildMeetingsHref,
  buildSeriesHref,
} from '../../components/meeting/meeting-href.ts'
import { MeetingLines } from '../../components/meeting/meeting-list.tsx'
import { buildTemplateTyped, PlanFields } from '../../components/meeting/plan-fields.tsx'
import { buildSeriesTyped, formatTemplate, SeriesFields } from '../../components/meeting/series-fields.tsx'
import sheet from '../../styles/agenda.css?url'
import { buildDeskMeta } from '../desk/desk-meta.ts'
import { hasFailedForm } from '../desk/failed-form.ts'
import { getAnswer } from '../desk/refused.ts'
import { answerRefused, getDone, parseSent, sendForm } from '../desk/send-form.ts'
import { getPermitted, hasPermission } from '../desk/signed-in.ts'
import { parseSeries } from './place.ts'
import {
  buildPlan,
  buildTemplate,
  getPlanSentences,
  planFields,
  planForm,
  seriesFields,
  seriesForm,
} from './plan-form.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]
export const meta = buildDeskMeta<typeof loader>(({ t }, page) => page?.one.title ?? t.meeting.title)

/** A form of one button says nothing. */
const noFields = z.strictObject({})

type Asked = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>

async function readSeries({ request, params, context }: Asked) {
  const { dossier, id } = parseSeries(params)
  const { series } = await getAnswer(request, context.api.meetingSeries.list.query({ dossier }))
  const one = series.find(({ series: known }) => known === id)
  if (one === undefined) throw new Response(null, { status: 404 })
  return { dossier, one }
}

/** A series of meetings: what each begins with, and those that there are. */
export async function loader(asked: LoaderFunctionArgs) {
  const { request, context } = asked
  const actor = getPermitted(asked, 'meeting.read')
  const { dossier, one } = await readSeries(asked)
  const { t } = getDeskWords(context.language)
  const { meetings } = await getAnswer(
    request,
    context.api.meeting.list.query({ dossier, series: one.series, page: 1 }),
  )
  return {
    dossier,
    one,
    meetings,
    mayWrite: hasPermission(actor, 'meeting.write'),
    done: getDone(request, t.meeting.done),
    failed: hasFailedForm(context),
  }
}

/** Plans a meeting of the series, or changes or ends the series. */
export async function action(asked: ActionFunctionArgs) {
  const { request, context } = asked
  getPermitted(asked, 'meeting.write')
  const { dossier, one } = await readSeries(asked)
  const words = getDeskWords(context.language)
  const sentences = getPlanSentences(words)
  const typed = parseSent(await request.formData())
  const { series } = one
  const change = (ended: boolean, content: Pick<typeof one, 'title' | 'rhythm' | 'template'>) =>
    context.api.meetingSeries.change.mutate({
      dossier,
      series,
      basedOn: Number(typed.basedOn),
      ended,
      ...content,
    })
  let made = 0
  const send = async (): Promise<Outcome | null> => {
    switch (typed.intent) {
      case 'plan-new':
        return sendForm(words, request, typed, {
          fields: planFields,
          schema: planForm,
          fixed: {},
          sentences,
          send: async (said) => {
            const plan = buildPlan(said)
            made = (await context.api.meeting.create.mutate({ dossier, series, plan })).meeting
          },
        })
      case 'change':
        return sendForm(words, request, typed, {
          fields: seriesFields,
          schema: seriesForm,
          fixed: {},
          sentences,
          send: (said) =>
            change(one.ended, { title: said.title, rhythm: said.rhythm, template: buildTemplate(said) }),
        })
      case 'end':
      case 'resume':
        return sendForm(words, request, typed, {
          fields: [],
          schema: noFields,
          fixed: {},
          sentences,
          send: () => change(typed.intent === 'end', one),
        })
      default:
        throw new Response(null, { status: 404 })
    }
  }
  const outcome = await send()
  if (outcome !== null) return answerRefused(context, outcome)
  return redirect(
    made === 0
      ? `${buildSeriesHref(dossier, series)}?done=series`
      : `${buildMeetingHref({ dossier, meeting: made })}?done=created`,
  )
}

export default function SeriesPage() {
  const words = useDeskWords()
  const { t } = words
  const copy = t.meeting.series
  const { dossier, one, meetings, mayWrite, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const plan = getFormState('plan-new', { title: one.title, ...buildTemplateTyped(one.template) }, outcome)
  const change = getFormState('change', buildSeriesTyped(one), outcome)
  const end = getFormState(one.ended ? 'resume' : 'end', {}, outcome)
  const hidden = { basedOn: one.version }
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <PageLink href={buildMeetingsHref(dossier)}>{t.meeting.title}</PageLink>
      </p>
      <h1>{one.title}</h1>
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <p className="quiet">
        {t.meeting.rhythms[one.rhythm]} · {formatTemplate(words, one.template)}
        {one.ended && ` · ${copy.ended}`}
      </p>
      {one.template.topics.length > 0 && (
        <p className="quiet">{copy.topicList(one.template.topics.join('; '))}</p>
      )}
      <section className="part" aria-labelledby="meetings">
        <h2 id="meetings">{copy.meetings}</h2>
        <MeetingLines dossier={dossier} meetings={meetings} none={copy.noMeetings} />
      </section>
      {mayWrite && !one.ended && (
        <section className="part" aria-labelledby="plan">
          <h2 id="plan">{t.meeting.plan.new}</h2>
          <FormFrame main state={plan} label={t.meeting.plan.new} hint={t.meeting.plan.newHint}>
            <PlanFields state={plan} />
          </FormFrame>
        </section>
      )}
      {mayWrite && (
        <section className="part" aria-labelledby="change">
          <h2 id="change">{copy.heading}</h2>
          <FormFrame folded state={change} label={copy.change} hidden={hidden}>
            <SeriesFields state={change} />
          </FormFrame>
          <FormFrame
            state={end}
            label={one.ended ? copy.resume : copy.end}
            hint={one.ended ? undefined : copy.endHint}
            hidden={hidden}
          />
        </section>
      )}
    </main>
  )
}
