import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { correctClaimInput, recordClaimInput, voidClaimInput } from '@waymark/api/features/claim/claim.input'
import { desk } from '@waymark/messages/en/desk'
import { deskCases } from '@waymark/messages/en/desk-cases'
import {
  buildClaimConflict,
  ClaimFields,
  ClaimItem,
  claimFields,
} from '../../components/desk/claim-items.tsx'
import { FactPage } from '../../components/desk/fact-page.tsx'
import casesSheet from '../../styles/desk-cases.css?url'
import { sendFactForm } from './fact-intents.ts'
import { hasFailedForm } from './failed-form.ts'
import { parseRecord } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, listSources, parseSent } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

const copy = deskCases.claims

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: casesSheet }]

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const title = desk.pageTitle(copy.title(page?.ref ?? ''), desk.name)
  return [{ title: page?.failed ? desk.errorTitle(title) : title }]
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
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
  getPermitted({ request, context }, 'claim.write')
  const place = parseRecord(params)
  const typed = parseSent(await request.formData())
  const sources = await listSources({ request, context }, place.dossier)
  const outcome = await sendFactForm(
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
  const { dossier, ref, claims, actors, sources, mayWrite, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  return (
    <FactPage
      place={{ dossier, ref }}
      copy={copy}
      done={done}
      outcome={outcome}
      ids={claims.map((one) => one.claim)}
      conflicting={buildClaimConflict(actors)}
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
