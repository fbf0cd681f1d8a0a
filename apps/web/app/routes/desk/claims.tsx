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
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { ClaimFields, ClaimItem, claimFields } from '../../components/desk/claim-items.tsx'
import { FormFrame, getFormState, SourceList } from '../../components/desk/form-frame.tsx'
import type { SourceChoice, Typed } from '../../components/desk/submit-form.ts'
import type { Outcome } from '../../components/desk/written-form.ts'
import casesSheet from '../../styles/desk-cases.css?url'
import { hasFailedForm } from './failed-form.ts'
import { parseRecord } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, listSources, parseSent, sendForm } from './send-form.ts'
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
  const outcome = await sendClaimForm(request, context.api.claim, place, typed, sources)
  if (outcome !== null) return answerRefused(context, outcome)
  const [intent = ''] = (typed.intent ?? '').split('.')
  return redirect(`/desk/${place.dossier}/recommendations/${place.ref}/claims?done=${intent}`)
}

function sendClaimForm(
  request: Request,
  claim: ActionFunctionArgs['context']['api']['claim'],
  place: { readonly dossier: string; readonly ref: string },
  typed: Typed,
  sources: readonly SourceChoice[],
): Promise<Outcome | null> {
  const [intent, argument] = (typed.intent ?? '').split('.')
  const version = { claim: Number(argument), basedOn: Number(typed.basedOn) }
  switch (intent) {
    case 'record':
      return sendForm(
        request,
        typed,
        {
          fields: claimFields,
          schema: recordClaimInput,
          send: (input) => claim.record.mutate(input),
          fixed: place,
        },
        sources,
      )
    case 'correct':
      return sendForm(
        request,
        typed,
        {
          fields: [...claimFields, 'reason'],
          schema: correctClaimInput,
          send: (input) => claim.correct.mutate(input),
          fixed: { ...place, ...version },
        },
        sources,
      )
    case 'void':
      return sendForm(request, typed, {
        fields: ['reason'],
        schema: voidClaimInput,
        send: (input) => claim.void.mutate(input),
        fixed: { ...place, ...version },
      })
    default:
      throw new Response(null, { status: 404 })
  }
}

export default function ClaimsPage() {
  const { dossier, ref, claims, actors, sources, mayWrite, done } = useLoaderData<typeof loader>()
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
      {claims.length === 0 ? (
        <p className="quiet">{copy.empty}</p>
      ) : (
        <ol className="history">
          {claims.map((claim) => (
            <ClaimItem
              key={claim.claim}
              claim={claim}
              actors={actors}
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
            <ClaimFields state={state} actors={actors} />
          </FormFrame>
          <SourceList choices={sources} />
        </section>
      )}
    </main>
  )
}
