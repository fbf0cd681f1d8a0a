import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { editionTarget, returnEditionInput } from '@waymark/api/features/edition/edition.input'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { type Fact, Facts } from '@waymark/ui/facts'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import {
  BothTimes,
  type DeskEdition,
  EditionDecision,
  PreviewFacts,
} from '../../components/desk/edition-parts.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import casesSheet from '../../styles/desk-cases.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm } from './failed-form.ts'
import { parseReview } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, parseSent, sendForm } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: casesSheet }]

export const meta = buildDeskMeta<typeof loader>(({ t }, page) => page?.one.title ?? t.edition.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.edition
  const actor = getPermitted({ request, context }, 'read.desk')
  const { dossier, id } = parseReview(params)
  const { edition, preview, isSame } = await getAnswer(
    request,
    context.api.edition.review.query({ dossier, edition: id }),
  )
  return {
    dossier,
    one: edition,
    preview,
    isSame,
    mayDecide: hasPermission(actor, 'edition.publish'),
    done: getDone(request, copy.done),
    failed: hasFailedForm(context),
  }
}

/** Published, returned or taken back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  const { t } = words
  const copy = t.edition
  getPermitted({ request, context }, 'edition.propose')
  const { dossier, id } = parseReview(params)
  const typed = parseSent(await request.formData())
  const fixed = { dossier, edition: id }
  const { edition } = context.api
  const send = async () => {
    switch (typed.intent) {
      case 'publish':
        return sendForm(words, request, typed, {
          fields: [],
          schema: editionTarget,
          send: (input) => edition.publish.mutate(input),
          fixed,
        })
      case 'return':
        return sendForm(words, request, typed, {
          fields: ['comment'],
          schema: returnEditionInput,
          send: (input) => edition.return.mutate(input),
          fixed,
          sentences: { missing: copy.sentences.missing, invalid: copy.sentences.invalid },
        })
      case 'retract':
        return sendForm(words, request, typed, {
          fields: [],
          schema: editionTarget,
          send: (input) => edition.retract.mutate(input),
          fixed,
        })
      default:
        throw new Response(null, { status: 404 })
    }
  }
  const outcome = await send()
  return outcome === null
    ? redirect(`/desk/${dossier}/editions/${id}?done=${typed.intent}`)
    : answerRefused(context, outcome)
}

export default function EditionPage() {
  const words = useDeskWords()
  const { t } = words
  const copy = t.edition
  const { dossier, one, preview, isSame, mayDecide, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <PageLink href={`/desk/${dossier}/editions`}>{copy.title}</PageLink>
      </p>
      <h1>{one.title}</h1>
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <Facts facts={listFacts(words, one)} />
      {one.state === 'published' && one.id !== null && (
        <p>
          <PageLink href={`/${dossier}/editions/${one.id}`}>{copy.page}</PageLink>
        </p>
      )}
      {one.note !== null && <p className="whole">{one.note}</p>}
      <section className="part" aria-labelledby="figures">
        <h2 id="figures">{copy.figures}</h2>
        {!isSame && <p role="alert">{copy.changed}</p>}
        <PreviewFacts preview={preview} dossier={dossier} />
      </section>
      {one.state === 'proposed' && <EditionDecision one={one} mayDecide={mayDecide} outcome={outcome} />}
    </main>
  )
}

const listFacts = ({ formatInstant, t }: DeskWords, one: DeskEdition): Fact[] => [
  { key: 'state', term: t.edition.columns.state, text: t.edition.states[one.state] },
  {
    key: 'proposed',
    term: t.edition.facts.proposed,
    text: `${one.proposer}, ${formatInstant(one.proposedAt)}`,
  },
  ...(one.decider === null || one.decidedAt === null
    ? []
    : [
        {
          key: 'decided',
          term: t.edition.facts.decided,
          text: (
            <>
              {one.decider}, {formatInstant(one.decidedAt)}
              {one.comment !== null && <>: {one.comment}</>}
            </>
          ),
        },
      ]),
  ...(one.issuedAt === null
    ? []
    : [{ key: 'seen', term: t.edition.who, text: <BothTimes instant={one.issuedAt} /> }]),
  ...(one.corrects === null
    ? []
    : [
        { key: 'corrects', term: t.edition.facts.corrects, text: `${one.corrects.id}: ${one.corrects.what}` },
      ]),
]
