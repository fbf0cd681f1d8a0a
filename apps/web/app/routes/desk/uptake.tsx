import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import {
  correctUptakeInput,
  recordUptakeInput,
  voidUptakeInput,
} from '@waymark/api/features/uptake/uptake.input'
import { FactPage } from '../../components/desk/fact-page.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import {
  buildUptakeConflict,
  UptakeFields,
  UptakeItem,
  uptakeFields,
} from '../../components/desk/uptake-fields.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildDeskMeta } from './desk-meta.ts'
import { sendFactForm } from './fact-intents.ts'
import { hasFailedForm } from './failed-form.ts'
import { parseRecord } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, listSources, parseSent } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const meta = buildDeskMeta<typeof loader>(({ t }, page) => t.linkage.uptake.title(page?.ref ?? ''))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.linkage.uptake
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
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'uptake.write')
  const place = parseRecord(params)
  const typed = parseSent(await request.formData())
  const sources = await listSources({ request, context }, place.dossier)
  const outcome = await sendFactForm(
    words,
    request,
    {
      name: 'event',
      fields: uptakeFields,
      schemas: { record: recordUptakeInput, correct: correctUptakeInput, void: voidUptakeInput },
      api: context.api.uptake,
    },
    place,
    typed,
    sources,
  )
  if (outcome !== null) return answerRefused(context, outcome)
  const [intent = ''] = (typed.intent ?? '').split('.')
  return redirect(`/desk/${place.dossier}/recommendations/${place.ref}/uptake?done=${intent}`)
}

export default function UptakePage() {
  const words = useDeskWords()
  const { t } = words
  const copy = t.linkage.uptake
  const { dossier, ref, events, rounds, sources, mayWrite, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  return (
    <FactPage
      place={{ dossier, ref }}
      copy={copy}
      done={done}
      outcome={outcome}
      ids={events.map((one) => one.event)}
      conflicting={buildUptakeConflict(words, rounds)}
      sources={sources}
      mayWrite={mayWrite}
      items={events.map((one) => (
        <UptakeItem
          key={one.event}
          event={one}
          rounds={rounds}
          sources={sources}
          mayWrite={mayWrite}
          outcome={outcome}
        />
      ))}
    >
      {(state) => <UptakeFields state={state} rounds={rounds} />}
    </FactPage>
  )
}
