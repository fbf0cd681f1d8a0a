import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import {
  correctUptakeInput,
  recordUptakeInput,
  voidUptakeInput,
} from '@waymark/api/features/uptake/uptake.input'
import { desk } from '@waymark/messages/en/desk'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { FormFrame, getFormState, SourceList } from '../../components/desk/form-frame.tsx'
import type { SourceChoice, Typed } from '../../components/desk/submit-form.ts'
import { UptakeFields, UptakeItem, uptakeFields } from '../../components/desk/uptake-fields.tsx'
import type { Outcome } from '../../components/desk/written-form.ts'
import { hasFailedForm } from './failed-form.ts'
import { parseRecord } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, listSources, parseSent, sendForm } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

const copy = deskLinkage.uptake

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const title = desk.pageTitle(copy.title(page?.ref ?? ''), desk.name)
  return [{ title: page?.failed ? desk.errorTitle(title) : title }]
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = getPermitted({ request, context }, 'read.desk')
  const { dossier, ref } = parseRecord(params)
  const mayWrite = hasPermission(actor, 'uptake.write')
  const [events, choices, sources] = await Promise.all([
    getAnswer(request, context.api.uptake.desk.query({ dossier, ref })),
    getAnswer(request, context.api.link.choices.query({ dossier })),
    mayWrite ? listSources({ request, context }, dossier) : [],
  ])
  return {
    dossier,
    ref,
    events,
    rounds: choices.rounds,
    sources,
    mayWrite,
    done: getDone(request, copy.done),
    failed: hasFailedForm(context),
  }
}

/** Records, corrects, or takes back what was recorded by mistake. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'uptake.write')
  const place = parseRecord(params)
  const typed = parseSent(await request.formData())
  const sources = await listSources({ request, context }, place.dossier)
  const outcome = await sendUptakeForm(request, context.api.uptake, place, typed, sources)
  if (outcome !== null) return answerRefused(context, outcome)
  const [intent = ''] = (typed.intent ?? '').split('.')
  return redirect(`/desk/${place.dossier}/recommendations/${place.ref}/uptake?done=${intent}`)
}

function sendUptakeForm(
  request: Request,
  uptake: ActionFunctionArgs['context']['api']['uptake'],
  place: { readonly dossier: string; readonly ref: string },
  typed: Typed,
  sources: readonly SourceChoice[],
): Promise<Outcome | null> {
  const [intent, argument] = (typed.intent ?? '').split('.')
  const version = { event: Number(argument), basedOn: Number(typed.basedOn) }
  switch (intent) {
    case 'record':
      return sendForm(
        request,
        typed,
        {
          fields: uptakeFields,
          schema: recordUptakeInput,
          send: (input) => uptake.record.mutate(input),
          fixed: place,
        },
        sources,
      )
    case 'correct':
      return sendForm(
        request,
        typed,
        {
          fields: [...uptakeFields, 'reason'],
          schema: correctUptakeInput,
          send: (input) => uptake.correct.mutate(input),
          fixed: { ...place, ...version },
        },
        sources,
      )
    case 'void':
      return sendForm(request, typed, {
        fields: ['reason'],
        schema: voidUptakeInput,
        send: (input) => uptake.void.mutate(input),
        fixed: { ...place, ...version },
      })
    default:
      throw new Response(null, { status: 404 })
  }
}

export default function UptakePage() {
  const { dossier, ref, events, rounds, sources, mayWrite, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const state = getFormState('record', {}, outcome)
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={deskLinkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <a href={`/desk/${dossier}/recommendations/${ref}`}>{ref}</a>
      </p>
      <h1>{copy.title(ref)}</h1>
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <p className="quiet">{copy.lead}</p>
      {events.length === 0 ? (
        <p className="quiet">{copy.empty}</p>
      ) : (
        <ol className="history">
          {events.map((event) => (
            <UptakeItem
              key={event.event}
              event={event}
              rounds={rounds}
              sources={sources}
              mayWrite={mayWrite}
              outcome={outcome}
            />
          ))}
        </ol>
      )}
      {mayWrite && (
        <section className="part" aria-labelledby="record">
          <h2 id="record">{copy.record}</h2>
          <FormFrame state={state} label={copy.record} hint={deskLinkage.publicAtOnce} main>
            <UptakeFields state={state} rounds={rounds} />
          </FormFrame>
          <SourceList choices={sources} />
        </section>
      )}
    </main>
  )
}
