import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { correctClaimInput, recordClaimInput, voidClaimInput } from '@waymark/api/features/claim/claim.input'
import {
  buildClaimConflict,
  ClaimFields,
  ClaimItem,
  claimFields,
} from '../../components/desk/claim-items.tsx'
import { FactPage } from '../../components/desk/fact-page.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import casesSheet from '../../styles/desk-cases.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { sendFactForm } from './fact-intents.ts'
import { hasFailedForm } from './failed-form.ts'
import { parseRecord } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, listSources, parseSent } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: casesSheet }]

export const meta = buildDeskMeta<typeof loader>(({ t }, page) => t.cases.claims.title(page?.ref ?? ''))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.cases.claims
  const actor = getPermitted({ request, context }, 'read.desk')
  const { dossier, ref } = parseRecord(params)
  const mayWrite = hasPermission(actor, 'claim.write')
  const [claims, choices, sources] = await Promise.all([
    getAnswer(request, context.api.claim.desk.query({ dossier, ref })),
    getAnswer(request, context.api.link.choices.query({ dossier })),
    mayWrite ? listSources({ request, context }, dossier) : [],
  ])
  return {
    dossier,
    ref,
    claims,
    actors: choices.actors,
    sources,
    mayWrite,
    done: getDone(request, copy.done),
    failed: hasFailedForm(context),
  }
}

/** Records, corrects, or takes back what was recorded by mistake. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'claim.write')
  const place = parseRecord(params)
  const typed = parseSent(await request.formData())
  const sources = await listSources({ request, context }, place.dossier)
  const outcome = await sendFactForm(
    words,
    request,
    {
      name: 'claim',
      fields: claimFields,
      schemas: { record: recordClaimInput, correct: correctClaimInput, void: voidClaimInput },
      api: context.api.claim,
    },
    place,
    typed,
    sources,
  )
  if (outcome !== null) return answerRefused(context, outcome)
  const [intent = ''] = (typed.intent ?? '').split('.')
  return redirect(`/desk/${place.dossier}/recommendations/${place.ref}/claims?done=${intent}`)
}

export default function ClaimsPage() {
  const words = useDeskWords()
  const { t } = words
  const copy = t.cases.claims
  const { dossier, ref, claims, actors, sources, mayWrite, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  return (
    <FactPage
      place={{ dossier, ref }}
      copy={copy}
      done={done}
      outcome={outcome}
      ids={claims.map((one) => one.claim)}
      conflicting={buildClaimConflict(words, actors)}
      sources={sources}
      mayWrite={mayWrite}
      items={claims.map((one) => (
        <ClaimItem
          key={one.claim}
          claim={one}
          actors={actors}
          sources={sources}
          mayWrite={mayWrite}
          outcome={outcome}
        />
      ))}
    >
      {(state) => <ClaimFields state={state} actors={actors} />}
    </FactPage>
  )
}
